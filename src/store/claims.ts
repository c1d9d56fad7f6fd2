import { toMinute } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import { unsettled } from './outbox.ts';
import { paddedList } from './padded-list.ts';
import type { Writing } from './writer.ts';

/**
 * Claims messages that are due, or whose earlier claim has lapsed because its process died. What
 * was due longest comes first.
 */
export async function claimMessages(
  writing: Writing,
  claim: string,
  now: number,
  leaseSeconds: number,
  most: number,
): Promise<ClaimedMessage[]> {
  const due = writing.db
    .selectFrom('messages')
    .select('id')
    .where(unsettled)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most);
  const rows = await writing.db
    .updateTable('messages')
    .set({ state: 'claimed', claim, due_at: toMinute(now + leaseSeconds + 59) })
    .where('id', 'in', due)
    .returningAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    campaignId: row.campaign_id,
    kind: row.kind,
    locale: row.locale,
    sealed: row.sealed,
    mailPeriod: row.mail_period,
    attempts: row.attempts,
    createdAt: row.created_at,
    claim,
  }));
}

/** Lets go of messages that were claimed and are not settled: they are due at once, to whoever comes next. */
export async function releaseClaims(writing: Writing, messages: readonly ClaimedMessage[], now: number): Promise<void> {
  for (const [claim, some] of Map.groupBy(messages, (message) => message.claim))
    await writing.db
      .updateTable('messages')
      .set({ state: 'due', claim: null, due_at: toMinute(now) })
      .where('id', 'in', paddedList(some.map(({ id }) => id)))
      .where('state', '=', 'claimed')
      .where('claim', '=', claim)
      .execute();
  writing.touch('outbox');
}
