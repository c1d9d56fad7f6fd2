import { sql } from 'kysely';
import { toMinute } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import { unsettled } from './outbox.ts';
import { paddedList } from './padded-list.ts';
import type { Writing } from './writer.ts';

/**
 * Claims messages that are due, or whose earlier claim has lapsed because its process died: those are `again`. What
 * was due longest comes first.
 * @param inHand numbers of messages that whoever claims is sending just now: a clock that was set ahead makes those look lapsed as well
 */
export async function claimMessages(
  writing: Writing,
  claim: string,
  now: number,
  leaseSeconds: number,
  most: number,
  inHand: ReadonlySet<number> = new Set(),
): Promise<ClaimedMessage[]> {
  const due = await writing.db
    .selectFrom('messages')
    .select(['id', 'claim'])
    .where(unsettled)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most + inHand.size)
    .execute();
  const before = new Map(due.filter(({ id }) => !inHand.has(id)).map((row) => [row.id, row.claim]));
  const ids = [...before.keys()].slice(0, most);
  if (ids.length === 0) return [];
  const rows = await writing.db
    .updateTable('messages')
    .set({ state: 'claimed', claim, due_at: claimedUntil(now, leaseSeconds) })
    .where('id', 'in', paddedList(ids))
    .returningAll()
    .execute();
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows
    .toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
    .map((row) => ({
      id: row.id,
      campaignId: row.campaign_id,
      kind: row.kind,
      locale: row.locale,
      sealed: row.sealed,
      mailPeriod: row.mail_period,
      attempts: row.attempts,
      createdAt: row.created_at,
      claim,
      ...(before.get(row.id) == null ? {} : { again: true as const }),
    }));
}

const claimedUntil = (now: number, leaseSeconds: number): number => toMinute(now + leaseSeconds + 59);

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

/** The same for all that was claimed by these names, whatever it is. */
export async function releaseClaim(writing: Writing, claims: readonly string[], now: number): Promise<void> {
  await writing.db
    .updateTable('messages')
    .set({ state: 'due', claim: null, due_at: toMinute(now) })
    .where(unsettled)
    .where('state', '=', 'claimed')
    .where('claim', 'in', paddedList(claims))
    .execute();
}

/** Lets every claim lapse at once, where nobody else can be sending: whoever made them has died. */
export async function lapseClaims(writing: Writing, now: number): Promise<void> {
  await writing.db
    .updateTable('messages')
    .set({ due_at: toMinute(now) })
    .where(unsettled)
    .where('state', '=', 'claimed')
    .execute();
  writing.touch('outbox');
}

/**
 * Has no message wait longer than it may by the clock of today: the one by which it was put off or claimed may have been ahead. What
 * somebody may be sending gets a whole lease from now.
 * @param longest seconds that a message may be put off
 * @param longestUntried the same of one that was never tried, and was written by today's clock: it may stand in line behind many others to its mail domain
 * @returns how many there were
 */
export async function boundWaits(
  writing: Writing,
  {
    now,
    longest,
    longestUntried,
    leaseSeconds,
  }: { now: number; longest: number; longestUntried: number; leaseSeconds: number },
): Promise<number> {
  const claimed = { set: claimedUntil(now, leaseSeconds), from: claimedUntil(now, leaseSeconds) + 60 };
  const bounded = await writing.db
    .updateTable('messages')
    .set({
      due_at: sql<number>`case when state = 'claimed' then cast(${claimed.set} as bigint) else cast(${toMinute(now)} as bigint) end`,
    })
    .where(unsettled)
    .where((of) =>
      of.or([
        of.and([of('state', '=', 'claimed'), of('due_at', '>', claimed.from)]),
        of.and([
          of.or([of('attempts', '>', 0), of('created_at', '>', now + 60)]),
          of('due_at', '>', now + longest + 60),
        ]),
        of('due_at', '>', now + longestUntried + 60),
      ]),
    )
    .executeTakeFirst();
  if (bounded.numUpdatedRows > 0n) writing.touch('outbox');
  return Number(bounded.numUpdatedRows);
}
