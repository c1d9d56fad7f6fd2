import { toMinute } from '../domain/clock.ts';
import type { Writing } from './writer.ts';

/** Gives claimed messages back that were not settled, so that whoever comes next need not wait until the claim lapses. */
export async function releaseClaim(writing: Writing, claim: string, now: number): Promise<number> {
  const { numUpdatedRows } = await writing.db
    .updateTable('messages')
    .set({ state: 'due', claim: null, due_at: toMinute(now) })
    .where('state', '=', 'claimed')
    .where('claim', '=', claim)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) writing.touch('outbox');
  return Number(numUpdatedRows);
}
