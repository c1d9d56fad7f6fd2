import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { hourSeconds, toHour, toMinute } from '../domain/clock.ts';
import type { ClaimedMessage, MailOutcome, MessageKind } from '../domain/message.ts';
import { insertMany } from './insert-many.ts';
import { recountDelivery } from './letter-tallies.ts';
import { paddedList } from './padded-list.ts';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

/** Word for word as the partial index has it: with bound values SQLite would scan the table. */
export const unsettled = sql<boolean>`state in ('due', 'claimed')`;

export interface NewMessage {
  campaignId: number;
  kind: MessageKind;
  locale: string;
  /** Recipient and contents, by the mail key of `mailPeriod`. */
  sealed: Buffer;
  mailPeriod: number;
  /** Whose it is: it goes with whoever erases everything. */
  addressIndex: Buffer;
  now: number;
  /** For so many seconds it is not sent yet. */
  delay?: number;
}

/** Puts mails into the outbox. */
export async function insertMessages(writing: Writing, messages: readonly NewMessage[]): Promise<void> {
  await insertMany(writing.db, 'messages', messages.map(rowOf));
  for (const { campaignId } of messages) writing.tally('outbox_counts', { campaign_id: campaignId }, 1);
  if (messages.length > 0) writing.touch('outbox');
}

/** About as much work as `insertMessages`, and nothing stays of it: the time that an answer takes must not tell that no mail is sent. */
export async function insertInVain(writing: Writing, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await insertMany(
    writing.db,
    'messages',
    messages.map((message) => ({ ...rowOf(message), mail_period: noPeriod })),
  );
  await writing.db.deleteFrom('messages').where('mail_period', '=', noPeriod).where(unsettled).execute();
  writing.touch('shredded');
}

/** No mail has a key of this time. */
const noPeriod = -1;

const rowOf = ({ campaignId, kind, locale, sealed, mailPeriod, addressIndex, now, delay = 0 }: NewMessage) => ({
  campaign_id: campaignId,
  kind,
  locale,
  sealed,
  mail_period: mailPeriod,
  address_index: addressIndex,
  state: 'due' as const,
  due_at: toMinute(now + delay),
  claim: null,
  created_at: toMinute(now),
  settled_at: null,
  failure: null,
});

/**
 * `again`: this message is over, and what it was for is tried again by another one. `untried`: nobody has asked a mail server, so that it
 * counts as no try.
 */
export type Settlement =
  | { state: 'sent' }
  | { state: 'untried'; dueAt: number }
  | { state: 'due'; dueAt: number; failure: string }
  | { state: 'failed'; failure: string; again?: true };

/**
 * Ends a claim in one statement, guarded by the claim itself: a message that another process took
 * over meanwhile is left alone. Address, contents and exact times go once nothing is to be sent any more.
 * @returns whether the claim still held
 */
export async function settleMessage(
  writing: Writing,
  message: ClaimedMessage,
  settlement: Settlement,
  now: number,
): Promise<boolean> {
  const waits = 'dueAt' in settlement;
  const result = await writing.db
    .updateTable('messages')
    .set({
      state: waits ? 'due' : settlement.state,
      claim: null,
      ...(settlement.state === 'untried' ? {} : { attempts: sql`attempts + 1`, failure: failureOf(settlement) }),
      ...(waits ? { due_at: settlement.dueAt } : { ...settled(toHour(now)), created_at: toHour(message.createdAt) }),
    })
    .where('id', '=', message.id)
    .where('state', '=', 'claimed')
    .where('claim', '=', message.claim)
    .executeTakeFirst();
  if (!waits) writing.touch('shredded');
  if (result.numUpdatedRows !== 1n) return false;
  if (!waits) writing.tally('outbox_counts', { campaign_id: message.campaignId }, -1);
  if (settlement.state === 'untried') return true;
  const tally = { hour: toHour(now), outcome: outcomeOf(settlement), reason: failureOf(settlement) ?? '' };
  writing.tally('mail_hours', tally, 1);
  return true;
}

const failureOf = (settlement: Settlement): string | null => ('failure' in settlement ? settlement.failure : null);

/** The same for mails that went out, however many. @returns of each, whether its claim still held */
export async function settleSent(
  writing: Writing,
  mails: readonly { message: ClaimedMessage; at: number }[],
): Promise<boolean[]> {
  const held = new Set<ClaimedMessage>();
  for (const [claim, some] of Map.groupBy(mails, ({ message }) => message.claim)) {
    const at = some[0]?.at ?? 0;
    const rows = await writing.db
      .updateTable('messages')
      .set({ ...settled(toHour(at)), state: 'sent', attempts: sql`attempts + 1`, failure: null })
      .set({ created_at: sql`created_at - created_at % ${hourSeconds}` })
      .where('id', 'in', paddedList(some.map(({ message }) => message.id)))
      .where('state', '=', 'claimed')
      .where('claim', '=', claim)
      .returning('id')
      .execute();
    const ids = new Set(rows.map(({ id }) => id));
    for (const { message } of some) {
      if (!ids.has(message.id)) continue;
      held.add(message);
      writing.tally('outbox_counts', { campaign_id: message.campaignId }, -1);
      writing.tally('mail_hours', { hour: toHour(at), outcome: 'sent', reason: '' }, 1);
    }
  }
  writing.touch('shredded');
  return mails.map(({ message }) => held.has(message));
}

const outcomeOf = (settlement: Exclude<Settlement, { state: 'untried' }>): MailOutcome =>
  settlement.state === 'due' || 'again' in settlement ? 'put-off' : settlement.state;

/** What is left of a mail that is not to be sent any more. @param at to the hour */
const settled = (at: number) => ({
  sealed: Buffer.alloc(0),
  address_index: null,
  // Its key may have been the only one of its ten minutes.
  mail_period: 0,
  claim: null,
  due_at: at,
  settled_at: at,
});

/** Mail that waits for somebody who erased everything is not sent. */
export async function deleteMessagesOfAddress(
  writing: Writing,
  campaignId: number,
  addressIndex: Buffer,
): Promise<void> {
  const { numDeletedRows } = await writing.db
    .deleteFrom('messages')
    .where(unsettled)
    .where('campaign_id', '=', campaignId)
    .where('address_index', '=', addressIndex)
    .executeTakeFirstOrThrow();
  writing.tally('outbox_counts', { campaign_id: campaignId }, -Number(numDeletedRows));
}

/** When the next message falls due, in seconds; undefined while there is none. */
export async function nextDueAt(db: Kysely<Schema>): Promise<number | undefined> {
  const row = await db
    .selectFrom('messages')
    .select('due_at')
    .where(unsettled)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at;
}

/** The oldest mail that is not sent yet, in seconds since 1970: by the index of mail keys, whose time is the mails’. */
export async function oldestUnsentAt(db: Kysely<Schema>): Promise<number | undefined> {
  const row = await db
    .selectFrom('messages')
    .select('created_at')
    .where(unsettled)
    .orderBy('mail_period')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.created_at;
}

/** Gives up what was not sent when a backup was made: it has been sent since. */
export async function dropUnsent(writing: Writing, now: number): Promise<void> {
  const at = toHour(now);
  const dropped = await writing.db
    .updateTable('messages')
    .set({ ...settled(at), state: 'failed', failure: 'left out when a backup was restored', created_at: at })
    .where(unsettled)
    .returning('campaign_id')
    .execute();
  for (const { campaign_id } of dropped) writing.tally('outbox_counts', { campaign_id }, -1);
  const sent = await writing.db
    .updateTable('deliveries')
    .set({ state: 'sent', settled_at: at })
    .where('state', '=', 'queued')
    .where('released_at', 'is not', null)
    .where('letter_id', 'in', (of) => of.selectFrom('letters').select('id').where('state', '=', 'verified'))
    .returning(['letter_id', 'representative_id'])
    .execute();
  for (const delivery of sent)
    await recountDelivery(writing, { ...delivery, state: 'queued' }, { ...delivery, state: 'sent' });
  // What waited may have left since, and may not: somebody has to say.
  await writing.db
    .updateTable('campaigns')
    .set({ letters_paused_at: at })
    .where('id', 'in', (of) =>
      of
        .selectFrom('deliveries')
        .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
        .select('letters.campaign_id')
        .where('deliveries.state', '=', 'queued')
        .where('queued_at', 'is not', null),
    )
    .execute();
}

/** Forgets mails that were settled before a time. @returns how many, at most `most` */
export async function forgetSettled(writing: Writing, before: number, most: number): Promise<number> {
  const result = await writing.db
    .deleteFrom('messages')
    .where('id', 'in', (of) =>
      of.selectFrom('messages').select('id').where('settled_at', '<', before).orderBy('settled_at').limit(most),
    )
    .executeTakeFirst();
  if (result.numDeletedRows > 0n) writing.touch('shredded');
  return Number(result.numDeletedRows);
}

/** Forgets how tries to send went before a time. */
export async function forgetMailHours(writing: Writing, before: number): Promise<void> {
  await writing.db.deleteFrom('mail_hours').where('hour', '<', before).execute();
}
