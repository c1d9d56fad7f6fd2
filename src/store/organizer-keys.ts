import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type OrganizerKeyRow = Selectable<Schema['organizer_keys']>;

export const organizerKeys = (db: Kysely<Schema>): Promise<OrganizerKeyRow[]> =>
  db.selectFrom('organizer_keys').selectAll().orderBy('id').execute();

export async function insertOrganizerKey(writing: Writing, key: Insertable<Schema['organizer_keys']>): Promise<void> {
  await writing.db.insertInto('organizer_keys').values(key).execute();
}

export async function updateOrganizerKey(
  writing: Writing,
  id: number,
  change: Partial<Pick<OrganizerKeyRow, 'retired_at' | 'checked_at' | 'mac'>>,
): Promise<void> {
  await writing.db.updateTable('organizer_keys').set(change).where('id', '=', id).execute();
}
