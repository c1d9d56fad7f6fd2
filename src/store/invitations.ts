import type { Insertable, Kysely, Selectable } from 'kysely';
import type { OrganizerRole } from '../domain/organizer.ts';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type InvitationRow = Selectable<Schema['invitations']>;

export const invitationByHash = (db: Kysely<Schema>, hash: Buffer): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitations').selectAll().where('token_hash', '=', hash).executeTakeFirst();

/** Those that wait for somebody, by handle. @param at now, in seconds */
export const openInvitations = (db: Kysely<Schema>, at: number): Promise<InvitationRow[]> =>
  db
    .selectFrom('invitations')
    .selectAll()
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('handle')
    .execute();

export async function insertInvitation(writing: Writing, row: Insertable<Schema['invitations']>): Promise<void> {
  await writing.db.insertInto('invitations').values(row).execute();
}

export async function useInvitation(writing: Writing, id: number, at: number): Promise<void> {
  await writing.db.updateTable('invitations').set({ used_at: at }).where('id', '=', id).execute();
}

/** Links that were not used work no longer. @returns how many there were */
export async function withdrawInvitations(writing: Writing, handle: string): Promise<number> {
  const query = writing.db.deleteFrom('invitations').where('handle', '=', handle).where('used_at', 'is', null);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

export async function setInvitedRole(writing: Writing, handle: string, role: OrganizerRole): Promise<boolean> {
  const query = writing.db
    .updateTable('invitations')
    .set({ role })
    .where('handle', '=', handle)
    .where('used_at', 'is', null);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}
