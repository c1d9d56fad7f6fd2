import type { Insertable, Kysely, Selectable } from 'kysely';
import type { OrganizerRole } from '../domain/organizer.ts';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

type Db = Kysely<Schema>;
export type OrganizerRow = Selectable<Schema['organizers']>;

export const organizerByHandle = (db: Db, handle: string): Promise<OrganizerRow | undefined> =>
  db.selectFrom('organizers').selectAll().where('name', '=', handle).executeTakeFirst();

export const organizerById = (db: Db, id: string): Promise<OrganizerRow | undefined> =>
  db.selectFrom('organizers').selectAll().where('id', '=', id).executeTakeFirst();

/** Everybody who is an organizer, by handle. */
export const allOrganizers = (db: Db): Promise<OrganizerRow[]> =>
  db.selectFrom('organizers').selectAll().orderBy('name').execute();

export async function insertOrganizer(writing: Writing, row: Insertable<Schema['organizers']>): Promise<void> {
  await writing.db.insertInto('organizers').values(row).execute();
}

export async function setRole(writing: Writing, id: string, role: OrganizerRole): Promise<void> {
  await writing.db.updateTable('organizers').set({ role }).where('id', '=', id).execute();
}

/** Their password, second step, passkeys and sessions go with them. */
export async function deleteOrganizer(writing: Writing, id: string): Promise<void> {
  await writing.db.deleteFrom('organizers').where('id', '=', id).execute();
}

/** Leaves of an organizer nothing but handle and role. */
export async function forgetCredentials(writing: Writing, id: string): Promise<void> {
  const { db } = writing;
  for (const table of ['organizer_passwords', 'organizer_totps', 'organizer_passkeys', 'organizer_sessions'] as const)
    await db.deleteFrom(table).where('userId', '=', id).execute();
  await db.updateTable('organizers').set({ twoFactorEnabled: 0 }).where('id', '=', id).execute();
}

/** @param hash as better-auth makes it (scrypt) @param at ISO 8601 */
export async function setPassword(writing: Writing, organizerId: string, hash: string, at: string): Promise<void> {
  const { db } = writing;
  const known = await db.selectFrom('organizer_passwords').select('id').where('userId', '=', organizerId).execute();
  const [row] = known;
  if (row === undefined) {
    const ours = { id: `password-${organizerId}`, accountId: organizerId, providerId: 'credential' };
    await db
      .insertInto('organizer_passwords')
      .values({ ...ours, userId: organizerId, password: hash, createdAt: at, updatedAt: at })
      .execute();
    return;
  }
  await db.updateTable('organizer_passwords').set({ password: hash, updatedAt: at }).where('id', '=', row.id).execute();
}

/** Until when wrong codes have locked an organizer's second step, ISO 8601. */
export async function lockedUntil(db: Db, organizerId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('organizer_totps')
    .select('lockedUntil')
    .where('userId', '=', organizerId)
    .executeTakeFirst();
  return row?.lockedUntil ?? undefined;
}

export type PasskeyRow = Pick<Selectable<Schema['organizer_passkeys']>, 'id' | 'name' | 'createdAt' | 'userId'>;

/** An organizer's passkeys, or everybody's. */
export const passkeysOf = (db: Db, organizerId?: string): Promise<PasskeyRow[]> =>
  db
    .selectFrom('organizer_passkeys')
    .select(['id', 'name', 'createdAt', 'userId'])
    .$if(organizerId !== undefined, (query) => query.where('userId', '=', organizerId ?? ''))
    .orderBy('createdAt')
    .execute();

/** @returns whether it was theirs */
export async function deletePasskey(writing: Writing, organizerId: string, id: string): Promise<boolean> {
  const query = writing.db.deleteFrom('organizer_passkeys').where('id', '=', id).where('userId', '=', organizerId);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}
