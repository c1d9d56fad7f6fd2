import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type LinkRow = Selectable<Schema['links']>;

/** @returns its number */
export async function insertLink(writing: Writing, row: Insertable<Schema['links']>): Promise<number> {
  const { id } = await writing.db.insertInto('links').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export const linkById = (db: Kysely<Schema>, id: number): Promise<LinkRow | undefined> =>
  db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst();

export async function deleteLinksOfAddress(writing: Writing, campaignId: number, addressIndex: Buffer): Promise<void> {
  await writing.db
    .deleteFrom('links')
    .where('campaign_id', '=', campaignId)
    .where('address_index', '=', addressIndex)
    .execute();
}

export async function deleteLinksBefore(writing: Writing, createdAt: number): Promise<void> {
  const { numDeletedRows } = await writing.db
    .deleteFrom('links')
    .where('created_at', '<=', createdAt)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) writing.touch('shredded');
}
