import { sql, type Kysely } from 'kysely';
import { daySeconds } from '../domain/clock.ts';
import { recountDelivery } from './letter-tallies.ts';
import type { LetterRow, RepresentativeRow, Schema } from './schema.ts';
import type { Writing } from './writer.ts';

/** Word for word as the partial index has it. */
export const waiting = sql<boolean>`deliveries.state = 'queued' and queued_at is not null and released_at is null`;

/** The letters of one campaign that wait for one representative. */
export interface LetterQueue extends Queue {
  waiting: number;
  /** To the hour. */
  oldestAt: number;
}

/** Whose letters wait, and what says when they may leave. */
export interface Queue {
  campaignId: number;
  representative: RepresentativeRow;
  /** IANA, or ''. */
  directoryZone: string;
  /** Made up, to try things with: nothing is paced. */
  demonstration: boolean;
}

/** Puts a verified letter's deliveries into their representatives' queues. */
export async function queueDeliveries(writing: Writing, ids: readonly number[], hour: number): Promise<void> {
  if (ids.length === 0) return;
  await writing.db.updateTable('deliveries').set({ queued_at: hour }).where('id', 'in', ids).execute();
  writing.touch('letters');
}

export async function letterQueues(db: Kysely<Schema>): Promise<LetterQueue[]> {
  const rows = await db
    .selectFrom((of) =>
      of
        .selectFrom('deliveries')
        .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
        .select([
          'letters.campaign_id as campaignId',
          'representative_id',
          (by) => by.fn.countAll<number>().as('waiting'),
          (by) => by.fn.min<number>('queued_at').as('oldestAt'),
        ])
        .where(waiting)
        .groupBy(['letters.campaign_id', 'representative_id'])
        .as('queues'),
    )
    .innerJoin('representatives', 'representatives.id', 'queues.representative_id')
    .innerJoin('directories', 'directories.id', 'representatives.directory_id')
    .selectAll('representatives')
    .select(['campaignId', 'waiting', 'oldestAt', 'directories.time_zone as directoryZone', 'demonstration'])
    .orderBy('oldestAt')
    .orderBy('representatives.id')
    .execute();
  return rows.map(({ campaignId, waiting: count, oldestAt, directoryZone, demonstration, ...representative }) => ({
    campaignId,
    waiting: count,
    oldestAt,
    directoryZone,
    demonstration: demonstration === 1,
    representative,
  }));
}

/** @param day ISO */
export const hasLeft = ({ gone, ends_on }: RepresentativeRow, day: string): boolean =>
  gone === 1 || (ends_on !== '' && ends_on < day);

/** The letters of a queue that may be tried now, the oldest first; none while one that was put off waits to be tried again. */
export async function nextInQueue(
  db: Kysely<Schema>,
  { campaignId, representative }: Pick<LetterQueue, 'campaignId' | 'representative'>,
  most: number,
  now: number,
): Promise<QueuedDelivery[]> {
  const putOff = await db
    .selectFrom('deliveries')
    .select('id')
    .where(waiting)
    .where('representative_id', '=', representative.id)
    .where('retry_at', '>', now)
    // None is put off for so long: the clock was ahead then.
    .where('retry_at', '<=', now + daySeconds / 2)
    .limit(1)
    .executeTakeFirst();
  if (putOff !== undefined) return [];
  return db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .select(['deliveries.id', 'letter_id', 'locale', 'address_index', 'campaign_id'])
    .where(waiting)
    .where('representative_id', '=', representative.id)
    .where('campaign_id', '=', campaignId)
    .orderBy('deliveries.id')
    .limit(most)
    .execute();
}

/** A delivery that waits, with what is needed of its letter. */
export type QueuedDelivery = Pick<LetterRow, 'locale' | 'address_index' | 'campaign_id'> & {
  id: number;
  letter_id: number;
};

export async function markReleased(writing: Writing, ids: readonly number[], hour: number): Promise<void> {
  await writing.db.updateTable('deliveries').set({ released_at: hour }).where('id', 'in', ids).execute();
}

/** Puts a letter back into its queue. @param retryAt until when it waits there at least, by how often it was tried before */
export async function requeueDelivery(
  writing: Writing,
  id: number,
  retryAt: (attempts: number) => number,
): Promise<void> {
  const attempts = await attemptsAt(writing.db, id);
  await writing.db
    .updateTable('deliveries')
    .set({ released_at: null, retry_at: retryAt(attempts), attempts: attempts + 1 })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute();
}

/** How often a letter was tried and put off. */
export async function attemptsAt(db: Kysely<Schema>, id: number): Promise<number> {
  const row = await db.selectFrom('deliveries').select('attempts').where('id', '=', id).executeTakeFirst();
  return row?.attempts ?? 0;
}

/** Gives a delivery to another representative, who holds the post now. */
export async function readdress(writing: Writing, id: number, representativeId: number): Promise<void> {
  const before = await writing.db
    .selectFrom('deliveries')
    .select(['letter_id', 'representative_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (before === undefined) return;
  const after = { representative_id: representativeId };
  await writing.db.updateTable('deliveries').set(after).where('id', '=', id).execute();
  await recountDelivery(writing, before, { ...before, ...after });
}

/** Whether a letter goes to a representative already. */
export async function goesTo(db: Kysely<Schema>, letterId: number, representativeId: number): Promise<boolean> {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('letter_id', '=', letterId)
    .where('representative_id', '=', representativeId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets deliveries join their queues that were verified while no mail went to their representative, and does now. */
export async function joinLate(writing: Writing, hour: number): Promise<number> {
  const late = writing.db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .innerJoin('representatives', 'representatives.id', 'deliveries.representative_id')
    .select('deliveries.id')
    .where('deliveries.state', '=', 'queued')
    .where('queued_at', 'is', null)
    .where('letters.state', '=', 'verified')
    .where('text', 'is not', null)
    .where('email', '!=', '')
    .where('bounced_at', 'is', null)
    .where('paused_at', 'is', null);
  const result = await writing.db
    .updateTable('deliveries')
    .set({ queued_at: hour })
    .where('id', 'in', late)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) writing.touch('letters');
  return Number(result.numUpdatedRows);
}

/** Of these representatives, those whom an address has written to before in a campaign, or is about to. */
export async function writtenToBefore(
  db: Kysely<Schema>,
  { id, campaign_id, address_index }: Pick<LetterRow, 'id' | 'campaign_id' | 'address_index'>,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .select('representative_id')
    .where('campaign_id', '=', campaign_id)
    .where('address_index', '=', address_index)
    .where('letters.id', '!=', id)
    .where('letters.state', '=', 'verified')
    .where('deliveries.state', 'in', ['queued', 'sent', 'handed-over'])
    .execute();
  return new Set(rows.map((row) => row.representative_id));
}

/**
 * A campaign's deliveries of verified letters by state; `queued` are those that wait, `on-their-way` those that left,
 * `with-their-writers` those that no mail of ours takes there.
 */
export async function deliveryCounts(db: Kysely<Schema>, campaignId: number): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .select([
      sql<string>`case when deliveries.state <> 'queued' then deliveries.state when queued_at is null then 'with-their-writers' when released_at is null then 'queued' else 'on-their-way' end`.as(
        'standing',
      ),
      (of) => of.fn.countAll<number>().as('count'),
    ])
    .where('campaign_id', '=', campaignId)
    .where('letters.state', '=', 'verified')
    .groupBy('standing')
    .execute();
  return Object.fromEntries(rows.map(({ standing, count }) => [standing, count]));
}
