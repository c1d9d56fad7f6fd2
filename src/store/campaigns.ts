import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type CampaignRow = Selectable<Schema['campaigns']>;

/** The row of a campaign, made with this key when it is new. */
export async function ensureCampaign(writing: Writing, slug: string, indexKey: Buffer): Promise<CampaignRow> {
  await writing.db
    .insertInto('campaigns')
    .values({ slug, index_key: indexKey, closed_at: null, emptied_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return writing.db.selectFrom('campaigns').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
}

export const campaignRow = (db: Kysely<Schema>, slug: string): Promise<CampaignRow | undefined> =>
  db.selectFrom('campaigns').selectAll().where('slug', '=', slug).executeTakeFirst();

export const campaignById = (db: Kysely<Schema>, id: number): Promise<CampaignRow | undefined> =>
  db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();

export async function updateCampaign(
  writing: Writing,
  id: number,
  change: Partial<Pick<CampaignRow, 'index_key' | 'closed_at' | 'ending_seen_at' | 'emptied_at' | 'letters_paused_at'>>,
): Promise<void> {
  await writing.db.updateTable('campaigns').set(change).where('id', '=', id).execute();
  writing.touch('counts');
  writing.touch(`campaign:${id}`);
  writing.touch(`removed:${id}`);
}

export async function campaignId(db: Kysely<Schema>, slug: string): Promise<number | undefined> {
  const row = await db.selectFrom('campaigns').select('id').where('slug', '=', slug).executeTakeFirst();
  return row?.id;
}

export const campaignSlugs = (db: Kysely<Schema>): Promise<{ id: number; slug: string }[]> =>
  db.selectFrom('campaigns').select(['id', 'slug']).orderBy('slug').execute();

/** Campaigns of which signers or writers are stored. */
export async function slugsWithPeople(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db
    .selectFrom('campaigns')
    .select('slug')
    .where((is) =>
      is.or([
        is.exists(is.selectFrom('signatures').select('id').whereRef('campaign_id', '=', 'campaigns.id')),
        is.exists(is.selectFrom('letters').select('id').whereRef('campaign_id', '=', 'campaigns.id')),
      ]),
    )
    .orderBy('slug')
    .execute();
  return rows.map(({ slug }) => slug);
}

/** Numbers of campaigns whose letters an organizer holds back. */
export async function pausedCampaigns(db: Kysely<Schema>): Promise<number[]> {
  const rows = await db.selectFrom('campaigns').select('id').where('letters_paused_at', 'is not', null).execute();
  return rows.map(({ id }) => id);
}
