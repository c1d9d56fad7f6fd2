import { createHash } from 'node:crypto';
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
  change: Partial<Pick<CampaignRow, 'index_key' | 'closed_at' | 'ending_seen_at' | 'emptied_at'>>,
): Promise<void> {
  await writing.db.updateTable('campaigns').set(change).where('id', '=', id).execute();
  writing.touch('counts');
  writing.touch(`campaign:${id}`);
}

export async function campaignId(db: Kysely<Schema>, slug: string): Promise<number | undefined> {
  const row = await db.selectFrom('campaigns').select('id').where('slug', '=', slug).executeTakeFirst();
  return row?.id;
}

/** A text's row, made when it is new; the same text is stored once. @returns its id */
export async function ensureText(writing: Writing, text: string): Promise<number> {
  const sha256 = createHash('sha256').update(text).digest();
  await writing.db
    .insertInto('texts')
    .values({ sha256, body: text })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await writing.db.selectFrom('texts').select('id').where('sha256', '=', sha256).executeTakeFirstOrThrow();
  return row.id;
}

/** The versions of a wording, oldest first. */
export const textVersions = (db: Kysely<Schema>, campaign: number, kind: 'petition' | 'consent', locale: string) =>
  db
    .selectFrom('text_versions')
    .select(['id', 'text_id', 'since_at'])
    .where('campaign_id', '=', campaign)
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .orderBy('id')
    .execute();

/** Whether anybody signed or may still confirm this wording. */
export async function textWasAgreedTo(
  db: Kysely<Schema>,
  campaign: number,
  kind: 'petition' | 'consent',
  textId: number,
): Promise<boolean> {
  const column = kind === 'petition' ? 'petition_text_id' : 'consent_text_id';
  const row = await db
    .selectFrom('signatures')
    .select('id')
    .where('campaign_id', '=', campaign)
    .where(column, '=', textId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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

/** A wording that somebody agreed to. */
export async function textById(db: Kysely<Schema>, id: number): Promise<string> {
  const { body } = await db.selectFrom('texts').select('body').where('id', '=', id).executeTakeFirstOrThrow();
  return body;
}
