import { sql } from 'kysely';
import type { AskedDelivery } from '../domain/asking.ts';
import type { Answered } from '../domain/letter.ts';
import type { LetterRow, Reading } from './schema.ts';
import type { Writing } from './writer.ts';

/** Where a walk through the letters of a campaign stands. */
export interface LetterCursor {
  createdAt: number;
  id: number;
}

/** The next letters of a campaign with a text, by the hour they were written, in the order of their index. */
export const verifiedLettersAfter = (
  db: Reading,
  campaignId: number,
  after: LetterCursor,
  writtenBy: number,
  most: number,
): Promise<LetterRow[]> =>
  db
    .selectFrom('letters')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('text', 'is not', null)
    .where('state', '=', 'verified')
    .where('created_at', '<=', writtenBy)
    .where(sql<boolean>`(created_at, id) > (${after.createdAt}, ${after.id})`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute();

/** How the deliveries of some letters stand, by letter. */
export async function deliveriesByLetter(
  db: Reading,
  letterIds: readonly number[],
): Promise<ReadonlyMap<number, AskedDelivery[]>> {
  if (letterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'letter_id', 'state', 'settled_at as settledAt', 'asked_at as askedAt', 'queued_at as queuedAt'])
    .where('letter_id', 'in', letterIds)
    .execute();
  return Map.groupBy(rows, ({ letter_id }) => letter_id);
}

/** @param askedAt seconds, to the hour */
export async function markAsked(writing: Writing, deliveryIds: readonly number[], askedAt: number): Promise<void> {
  await writing.db.updateTable('deliveries').set({ asked_at: askedAt }).where('id', 'in', deliveryIds).execute();
}

export async function storeAnswer(writing: Writing, deliveryId: number, answered: Answered): Promise<void> {
  await writing.db.updateTable('deliveries').set({ answered }).where('id', '=', deliveryId).execute();
}

/** Whom a writer was asked about, or has told about, and what they said. */
export const answersOf = (
  db: Reading,
  letterId: number,
): Promise<{ deliveryId: number; representative: string; answered: Answered | null }[]> =>
  db
    .selectFrom('deliveries')
    .innerJoin('representatives', 'representatives.id', 'deliveries.representative_id')
    .select(['deliveries.id as deliveryId', 'representatives.name as representative', 'answered'])
    .where('letter_id', '=', letterId)
    .where((where) => where.or([where('asked_at', 'is not', null), where('answered', 'is not', null)]))
    .orderBy('deliveries.id')
    .execute();

/** What came of the letters to one representative. */
export interface AnswerCounts {
  representative: string;
  area: string;
  sent: number;
  asked: number;
  yes: number;
  no: number;
}

/** By representative, whoever got the most letters first. Nothing of it is about a writer. */
export const answerCounts = (db: Reading, campaignId: number): Promise<AnswerCounts[]> =>
  db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .innerJoin('representatives', 'representatives.id', 'deliveries.representative_id')
    .where('letters.campaign_id', '=', campaignId)
    .where('deliveries.state', 'in', ['sent', 'handed-over', 'bounced'])
    .select((of) => [
      'representatives.name as representative',
      'representatives.area_name as area',
      of.fn
        .sum<number>(of.case().when('deliveries.state', 'in', ['sent', 'handed-over']).then(1).else(0).end())
        .as('sent'),
      of.fn.count<number>('asked_at').as('asked'),
      of.fn.sum<number>(of.case().when('answered', '=', 'yes').then(1).else(0).end()).as('yes'),
      of.fn.sum<number>(of.case().when('answered', '=', 'no').then(1).else(0).end()).as('no'),
    ])
    .groupBy('representatives.id')
    .orderBy('sent', 'desc')
    .orderBy('representatives.name')
    .orderBy('representatives.id')
    .execute();

/** How many people have a verified letter to a representative in a campaign. */
export async function writersTo(db: Reading, campaignId: number, representativeId: number): Promise<number> {
  const { count } = await db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .where('deliveries.representative_id', '=', representativeId)
    .where('letters.campaign_id', '=', campaignId)
    .where('letters.state', '=', 'verified')
    .select((of) => of.fn.count<number>('letters.address_index').distinct().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
