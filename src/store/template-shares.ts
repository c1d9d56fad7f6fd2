import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** How many verified letters of a campaign are the template's to 0, 1, … 10 tenths: eleven numbers. */
export async function templateShares(db: Kysely<Schema>, campaignId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('letters')
    .select(['template_share', (of) => of.fn.countAll<number>().as('count')])
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'verified')
    .groupBy('template_share')
    .execute();
  const found = new Map(rows.map((row) => [row.template_share, row.count]));
  return Array.from({ length: 11 }, (_, tenths) => found.get(tenths) ?? 0);
}
