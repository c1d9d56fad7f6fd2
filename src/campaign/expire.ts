import { hourSeconds } from '../domain/clock.ts';
import { linkLifetimeSeconds } from '../domain/limits.ts';
import { expireLetters, unconfirmedSince } from '../store/expiry.ts';
import { deleteResubmissions } from '../store/resubmissions.ts';
import { updateSignature } from '../store/signatures.ts';
import type { Context } from './context.ts';

/** Small enough that a signer who comes in between hardly waits. */
const atOnce = 200;

/** Ends what was not confirmed in time. @returns how many signatures expired */
export async function expire({ store, now }: Pick<Context, 'store' | 'now'>): Promise<number> {
  const before = now() - linkLifetimeSeconds - hourSeconds;
  await store.write((writing) => expireLetters(writing, before));
  for (let expired = 0; ;) {
    const ended = await store.write(async (writing) => {
      const rows = await unconfirmedSince(writing, before, atOnce);
      for (const row of rows) {
        await updateSignature(writing, row, { state: 'expired' });
        await deleteResubmissions(writing, row.id);
      }
      return rows.length;
    });
    expired += ended;
    if (ended < atOnce) return expired;
  }
}
