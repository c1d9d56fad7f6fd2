import { sql } from 'kysely';
import type { DeliveryState, LetterState } from '../domain/letter.ts';
import type { Queue } from './letter-queue.ts';
import type { Reading } from './schema.ts';

/** PostgreSQL's sums are numbers of any length, which come as text. */
const total = sql<number>`cast(sum(count) as bigint)`;

export async function letterCounts(db: Reading, campaignId: number): Promise<Record<LetterState, number>> {
  const counts = { pending: 0, verified: 0, expired: 0 };
  const rows = await db
    .selectFrom('letter_counts')
    .select(['state', 'count'])
    .where('campaign_id', '=', campaignId)
    .execute();
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** What became of one representative's letters. */
export interface RepresentativeCount {
  name: string;
  role: string;
  total: number;
  states: Partial<Record<DeliveryState, number>>;
}

/** The representatives whom most verified letters of a campaign go to. */
export async function representativeCounts(
  db: Reading,
  campaignId: number,
  most: number,
): Promise<RepresentativeCount[]> {
  const representatives = await db
    .selectFrom((of) =>
      of
        .selectFrom('delivery_counts')
        .select(['representative_id', total.as('total')])
        .where('campaign_id', '=', campaignId)
        .groupBy('representative_id')
        .having(total, '>', 0)
        .orderBy('total', 'desc')
        .orderBy('representative_id')
        .limit(most)
        .as('most'),
    )
    .innerJoin('representatives', 'representatives.id', 'most.representative_id')
    .select(['representatives.id', 'name', 'role', 'total'])
    .orderBy('total', 'desc')
    .orderBy('representatives.id')
    .execute();
  if (representatives.length === 0) return [];
  const counts = await db
    .selectFrom('delivery_counts')
    .select(['representative_id', 'state', 'count'])
    .where('campaign_id', '=', campaignId)
    .where(
      'representative_id',
      'in',
      representatives.map(({ id }) => id),
    )
    .execute();
  return representatives.map(({ id, ...representative }) => ({
    ...representative,
    states: Object.fromEntries(
      counts.filter((row) => row.representative_id === id).map(({ state, count }) => [state, count]),
    ),
  }));
}

/** A campaign's deliveries of verified letters by state, to all representatives. */
export async function deliveryTotals(db: Reading, campaignId: number): Promise<Partial<Record<DeliveryState, number>>> {
  const rows = await db
    .selectFrom('delivery_counts')
    .select(['state', total.as('count')])
    .where('campaign_id', '=', campaignId)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Whom letters that were not sent yet are for, and how many: also those in the outbox, and those that their writers send. */
export async function queuedCounts(db: Reading, campaignId: number): Promise<(Queue & { queued: number })[]> {
  const rows = await db
    .selectFrom('delivery_counts')
    .innerJoin('representatives', 'representatives.id', 'delivery_counts.representative_id')
    .innerJoin('directories', 'directories.id', 'representatives.directory_id')
    .selectAll('representatives')
    .select(['count as queued', 'directories.time_zone as directoryZone', 'demonstration'])
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'queued')
    .where('count', '>', 0)
    .execute();
  return rows.map(({ queued, directoryZone, demonstration, ...representative }) => ({
    campaignId,
    queued,
    directoryZone,
    demonstration: demonstration === 1,
    representative,
  }));
}
