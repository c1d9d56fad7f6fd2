import type { Kysely } from 'kysely';
import type { Answered, DeliveryState } from '../domain/letter.ts';
import type { LetterRow, NewLetter, RepresentativeRow, Schema } from './schema.ts';
import type { Writing } from './writer.ts';

/** Stores a letter with its deliveries. */
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

/** Deletes a letter with its deliveries; what the outbox still holds of it finds nothing to send. */
export async function deleteLetter(writing: Writing, id: number): Promise<void> {
  await writing.db.deleteFrom('letters').where('id', '=', id).execute();
  writing.touch('shredded');
}

export async function deleteLettersOfAddress(
  writing: Writing,
  campaignId: number,
  addressIndex: Buffer,
): Promise<void> {
  await writing.db
    .deleteFrom('letters')
    .where('campaign_id', '=', campaignId)
    .where('address_index', '=', addressIndex)
    .execute();
  writing.touch('shredded');
}

export async function updateLetter(
  writing: Writing,
  id: number,
  change: Pick<LetterRow, 'state'> & Partial<Pick<LetterRow, 'verified_at'>>,
): Promise<void> {
  await writing.db.updateTable('letters').set(change).where('id', '=', id).execute();
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
  await writing.db
    .updateTable('deliveries')
    .set({ state: to, settled_at: settledAt })
    .where('id', '=', deliveryId)
    .where('state', '=', state)
    .execute();
}

export async function settleDelivery(
  writing: Writing,
  id: number,
  state: DeliveryState,
  settledAt: number,
): Promise<void> {
  await writing.db
    .updateTable('deliveries')
    .set({ state, settled_at: settledAt, retry_at: null })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute();
}

/** A letter that went out and came back. @returns whether it still counted as sent */
export async function settleReturned(writing: Writing, id: number, settledAt: number): Promise<boolean> {
  const result = await writing.db
    .updateTable('deliveries')
    .set({ state: 'bounced', settled_at: settledAt })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
