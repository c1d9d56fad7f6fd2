import type { Kysely } from 'kysely';
import type { Answered, DeliveryState } from '../domain/letter.ts';
import { countDeliveriesOf, countLetter, recountDelivery } from './letter-tallies.ts';
import type { LetterRow, NewLetter, RepresentativeRow, Schema } from './schema.ts';
import type { Writing } from './writer.ts';

/** Stores a letter with its deliveries, and counts it in. */
export async function insertLetter(
  writing: Writing,
  row: NewLetter,
  representatives: readonly number[],
): Promise<void> {
  await writing.db.insertInto('letters').values(row).execute();
  const deliveries = representatives.map((representative) => ({
    letter_id: row.id,
    representative_id: representative,
    state: 'queued' as const,
    settled_at: null,
  }));
  await writing.db.insertInto('deliveries').values(deliveries).execute();
  countLetter(writing, row.campaign_id, undefined, row.state);
  if (row.state === 'verified') await countDeliveriesOf(writing, [row.id], 1);
}

export const letterById = (db: Kysely<Schema>, id: number): Promise<LetterRow | undefined> =>
  db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst();

/** Letters from one address, the newest first. */
export const lettersOfAddress = (db: Kysely<Schema>, campaignId: number, addressIndex: Buffer): Promise<LetterRow[]> =>
  db
    .selectFrom('letters')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('address_index', '=', addressIndex)
    .orderBy('id', 'desc')
    .execute();

/** How the newest letters of one address stand, without their contents; bounded by the daily cap on mails. */
export const letterStandings = (
  db: Kysely<Schema>,
  campaignId: number,
  addressIndex: Buffer,
): Promise<LetterStanding[]> =>
  db
    .selectFrom('letters')
    .select(['id', 'state', 'code_hash', 'mail_day', 'created_at', 'verified_at'])
    .where('campaign_id', '=', campaignId)
    .where('address_index', '=', addressIndex)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();

export type LetterStanding = Pick<LetterRow, 'id' | 'state' | 'code_hash' | 'mail_day' | 'created_at' | 'verified_at'>;

/** The numbers of all letters from one address. */
export async function letterNumbersOfAddress(
  db: Kysely<Schema>,
  campaignId: number,
  addressIndex: Buffer,
): Promise<number[]> {
  const rows = await db
    .selectFrom('letters')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('address_index', '=', addressIndex)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Deletes letters with their deliveries; what the outbox still holds of them finds nothing to send.
 * @param countAs `expired`: the count says that there were some; `as-before`: all counts stay; undefined: nothing is left of them
 */
export async function deleteLetters(
  writing: Writing,
  ids: readonly number[],
  countAs?: 'expired' | 'as-before',
): Promise<void> {
  if (ids.length === 0) return;
  if (countAs !== 'as-before') await countDeliveriesOf(writing, ids, -1);
  const gone = await writing.db
    .deleteFrom('letters')
    .where('id', 'in', ids)
    .returning(['campaign_id', 'state'])
    .execute();
  if (countAs !== 'as-before')
    for (const { campaign_id, state } of gone) countLetter(writing, campaign_id, state, countAs);
  writing.touch('shredded');
}

/** Changes a letter's state, and moves it from one count to another; its deliveries count from when it is verified. */
export async function updateLetter(
  writing: Writing,
  before: Pick<LetterRow, 'id' | 'campaign_id' | 'state'>,
  change: Pick<LetterRow, 'state'> & Partial<Pick<LetterRow, 'verified_at'>>,
): Promise<void> {
  await writing.db.updateTable('letters').set(change).where('id', '=', before.id).execute();
  if (change.state === before.state) return;
  countLetter(writing, before.campaign_id, before.state, change.state);
  if (change.state === 'verified') await countDeliveriesOf(writing, [before.id], 1);
}

export interface Delivery {
  id: number;
  state: DeliveryState;
  letter: LetterRow;
  representative: RepresentativeRow;
  /** What the writer said of an answer. */
  answered: Answered | null;
}

export interface LetterDelivery {
  deliveryId: number;
  state: DeliveryState;
  settledAt: number | null;
  representative: RepresentativeRow;
}

/** The representatives that a letter goes to, with the number of each delivery and how it stands. */
export async function deliveriesOf(db: Kysely<Schema>, letterId: number): Promise<LetterDelivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('representatives', 'representatives.id', 'deliveries.representative_id')
    .selectAll('representatives')
    .select(['deliveries.id as deliveryId', 'deliveries.state as deliveryState', 'deliveries.settled_at as settledAt'])
    .where('letter_id', '=', letterId)
    .orderBy('deliveries.id')
    .execute();
  return rows.map(({ deliveryId, deliveryState: state, settledAt, ...representative }) => ({
    deliveryId,
    state,
    settledAt,
    representative,
  }));
}

export async function deliveryById(db: Kysely<Schema>, id: number): Promise<Delivery | undefined> {
  const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const letter = await letterById(db, row.letter_id);
  const representative = await db
    .selectFrom('representatives')
    .selectAll()
    .where('id', '=', row.representative_id)
    .executeTakeFirst();
  if (letter === undefined || representative === undefined) return undefined;
  return { id, state: row.state, letter, representative, answered: row.answered };
}

/** Moves a delivery that still stands as it was seen, by the writer's word. @param settledAt null while it waits */
export async function moveDelivery(
  writing: Writing,
  { deliveryId, state }: Pick<LetterDelivery, 'deliveryId' | 'state'>,
  to: DeliveryState,
  settledAt: number | null,
): Promise<void> {
  await move(writing, { id: deliveryId, from: state, to }, { settled_at: settledAt });
}

export async function settleDelivery(
  writing: Writing,
  id: number,
  state: DeliveryState,
  settledAt: number,
): Promise<void> {
  await move(writing, { id, from: 'queued', to: state }, { settled_at: settledAt, retry_at: null });
}

/** A letter that went out and came back. @returns whether it still counted as sent */
export const settleReturned = (writing: Writing, id: number, settledAt: number): Promise<boolean> =>
  move(writing, { id, from: 'sent', to: 'bounced' }, { settled_at: settledAt });

/** @returns whether it still stood as expected */
async function move(
  writing: Writing,
  { id, from, to }: { id: number; from: DeliveryState; to: DeliveryState },
  times: { settled_at: number | null; retry_at?: null },
): Promise<boolean> {
  const moved = await writing.db
    .updateTable('deliveries')
    .set({ state: to, ...times })
    .where('id', '=', id)
    .where('state', '=', from)
    .returning(['letter_id', 'representative_id'])
    .executeTakeFirst();
  if (moved === undefined) return false;
  await recountDelivery(writing, { ...moved, state: from }, { ...moved, state: to });
  return true;
}
