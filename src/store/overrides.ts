import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type OverrideRow = Selectable<Schema['overrides']>;

/** What organizers have said last of each setting. A null takes the word of `campaign.yaml` again. */
export const newestOverrides = (db: Kysely<Schema>, campaignId: number): Promise<OverrideRow[]> =>
  db
    .selectFrom('overrides')
    .selectAll()
    .where('id', 'in', (newest) =>
      newest
        .selectFrom('overrides')
        .select((of) => of.fn.max('id').as('id'))
        .where('campaign_id', '=', campaignId)
        .groupBy('setting'),
    )
    .orderBy('setting')
    .execute();

export async function insertOverride(writing: Writing, row: Insertable<Schema['overrides']>): Promise<void> {
  await writing.db.insertInto('overrides').values(row).execute();
  writing.touch('counts');
  writing.touch(`campaign:${row.campaign_id}`);
  writing.touch(`removed:${row.campaign_id}`);
}
