import { toHour } from '../domain/clock.ts';
import { campaignRow, updateCampaign } from '../store/campaigns.ts';
import type { Context } from './context.ts';

/**
 * Holds back all letters of a campaign that have not left yet, or lets them go on. Letters can still be written; none is lost.
 * @returns `as-before` where nothing had to change
 */
export const pauseLetters = (
  { store, now }: Pick<Context, 'store' | 'now'>,
  slug: string,
  paused: boolean,
): Promise<'done' | 'as-before' | 'unknown'> =>
  store.write(async (writing) => {
    const row = await campaignRow(writing.db, slug);
    if (row === undefined) return 'unknown';
    if ((row.letters_paused_at !== null) === paused) return 'as-before';
    await updateCampaign(writing, row.id, { letters_paused_at: paused ? toHour(now()) : null });
    writing.touch('letters');
    return 'done';
  });
