import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { ModerationMode } from '../domain/moderation.ts';
import { insertMany } from './insert-many.ts';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

/** Of a name that organizers hid and its signer took back, a row without contents stays; it is found by nothing but its number. */
export type PublicNameRow = Selectable<Schema['public_names']>;

/** Shows a confirmed signer who chose it. What organizers have said of an earlier row stays unless `row` says otherwise. */
export async function insertPublicName(writing: Writing, row: Insertable<Schema['public_names']>): Promise<void> {
  await writing.db
    .insertInto('public_names')
    .values(row)
    .onConflict((conflict) => conflict.column('signature_id').doUpdateSet(row))
    .execute();
  touchPages(writing, row.campaign_id);
}

/** Shows signers at once of whom none is shown yet. */
export async function insertPublicNames(
  writing: Writing,
  campaignId: number,
  rows: Insertable<Schema['public_names']>[],
): Promise<void> {
  if (rows.length === 0) return;
  await insertMany(writing.db, 'public_names', rows);
  touchPages(writing, campaignId);
}

/** Forgets what was shown. That organizers hid it is remembered: a signer who shows it again does not undo that. */
export async function deletePublicName(writing: Writing, campaignId: number, signatureId: number): Promise<void> {
  await writing.db
    .deleteFrom('public_names')
    .where('signature_id', '=', signatureId)
    .where('moderation', '!=', 'hidden')
    .execute();
  await writing.db
    .updateTable('public_names')
    .set({ shown: Buffer.alloc(0) })
    .where('signature_id', '=', signatureId)
    .execute();
  touchPages(writing, campaignId);
  writing.touch(`removed:${campaignId}`);
  writing.touch('shredded');
}

export function touchPages(writing: Writing, campaignId: number): void {
  writing.touch('counts');
  writing.touch(`campaign:${campaignId}`);
}

export const publicName = (db: Kysely<Schema>, signatureId: number): Promise<PublicNameRow | undefined> =>
  db.selectFrom('public_names').selectAll().where('signature_id', '=', signatureId).executeTakeFirst();

/** Word for word as the partial indexes have it. */
const isShown = {
  after: sql<boolean>`moderation <> 'hidden' and withheld = 0`,
  before: sql<boolean>`moderation = 'approved' and withheld = 0`,
};

/** The latest signers who chose to be shown. @param mode whether names are looked at before they are shown, or after */
export const newestPublicNames = (db: Kysely<Schema>, campaignId: number, mode: ModerationMode, most: number) =>
  db
    .selectFrom('public_names')
    .select(['signature_id', 'shown', 'country'])
    .where('campaign_id', '=', campaignId)
    .where(isShown[mode])
    .orderBy('shown_at', 'desc')
    .orderBy('signature_id', 'desc')
    .limit(most)
    .execute();

/** Where a page of public names ended. */
export interface NamePlace {
  shown_at: number;
  signature_id: number;
}

/** A page of those who are shown, in the order in which they came. @param mode as above */
export const publicNamesAfter = (
  db: Kysely<Schema>,
  campaignId: number,
  { shown_at, signature_id }: NamePlace,
  mode: ModerationMode,
  most: number,
) =>
  db
    .selectFrom('public_names')
    .select(['signature_id', 'shown', 'country', 'shown_at'])
    .where('campaign_id', '=', campaignId)
    .where(isShown[mode])
    .where(sql<boolean>`(shown_at, signature_id) > (${shown_at}, ${signature_id})`)
    .orderBy('shown_at')
    .orderBy('signature_id')
    .limit(most)
    .execute();
