import type { Kysely } from 'kysely';
import { waiting } from './letter-queue.ts';
import type { Schema } from './schema.ts';

/** Deliveries that wait, of letters of a campaign that were written before a time; the oldest first. */
export async function overdueDeliveries(
  db: Kysely<Schema>,
  campaignId: number,
  writtenBefore: number,
  most: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .select('deliveries.id')
    .where(waiting)
    .where('campaign_id', '=', campaignId)
    .where('letters.created_at', '<=', writtenBefore)
    .orderBy('deliveries.id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
