import { daySeconds, toHour } from '../domain/clock.ts';
import { tagDays } from '../domain/limits.ts';
import { campaignSlugs } from '../store/campaigns.ts';
import { emptyTags, forgetTrends } from '../store/trends.ts';
import type { Context } from './context.ts';

/** Small enough that a signer who comes in between hardly waits. */
const atOnce = 500;

/** Forgets which forms came from the same network or have addresses of the same domain, and how many did. Can be interrupted anywhere. */
export async function retainTags({ store, now }: Pick<Context, 'store' | 'now'>): Promise<void> {
  const before = toHour(now()) - tagDays * daySeconds;
  while ((await store.write((writing) => emptyTags(writing, before, atOnce))) > 0);
  for (const { id } of await campaignSlugs(store.read))
    while ((await store.write((writing) => forgetTrends(writing, id, before, atOnce))) > 0);
}
