import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type PublicNameRow = Selectable<Schema['public_names']>;

/** Shows a confirmed signer who chose it. */
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
  await writing.db.insertInto('public_names').values(rows).execute();
  touchPages(writing, campaignId);
}

export async function deletePublicName(writing: Writing, campaignId: number, signatureId: number): Promise<void> {
  await writing.db.deleteFrom('public_names').where('signature_id', '=', signatureId).execute();
  touchPages(writing, campaignId);
  writing.touch('shredded');
}

function touchPages(writing: Writing, campaignId: number): void {
  writing.touch('counts');
  writing.touch(`campaign:${campaignId}`);
}

export const publicName = (db: Kysely<Schema>, signatureId: number): Promise<PublicNameRow | undefined> =>
  db.selectFrom('public_names').selectAll().where('signature_id', '=', signatureId).executeTakeFirst();

/** Word for word as the partial index has it. */
const isShown = sql<boolean>`moderation <> 'hidden' and withheld = 0`;

/** The latest signers who chose to be shown. */
export const newestPublicNames = (db: Kysely<Schema>, campaignId: number, most: number) =>
  db
    .selectFrom('public_names')
    .select(['signature_id', 'shown', 'country'])
    .where('campaign_id', '=', campaignId)
    .where(isShown)
    .orderBy('shown_at', 'desc')
    .orderBy('signature_id', 'desc')
    .limit(most)
    .execute();

/** Where a page of public names ended. */
export interface NamePlace {
  shown_at: number;
  signature_id: number;
}

/** A page of those who are shown, in the order in which they came. @param approved only those that organizers have approved */
export const publicNamesAfter = (
  db: Kysely<Schema>,
  campaignId: number,
  { shown_at, signature_id }: NamePlace,
  approved: boolean,
  most: number,
) =>
  db
    .selectFrom('public_names')
    .select(['signature_id', 'shown', 'country', 'shown_at'])
    .where('campaign_id', '=', campaignId)
    .where(approved ? isApproved : isShown)
    .where(sql<boolean>`(shown_at, signature_id) > (${shown_at}, ${signature_id})`)
    .orderBy('shown_at')
    .orderBy('signature_id')
    .limit(most)
    .execute();

/** Likewise. */
const isApproved = sql<boolean>`moderation = 'approved' and withheld = 0`;
