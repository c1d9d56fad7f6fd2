import { sql, type Insertable, type Kysely } from 'kysely';
import type { DirectoryRow, RepresentativeRow, Schema } from './schema.ts';
import { representativesChanged } from './representatives-version.ts';
import type { Writing } from './writer.ts';

type NewRepresentative = Omit<Insertable<Schema['representatives']>, 'directory_id' | 'gone'>;

/** Puts a directory in place of its earlier import. Numbers of representatives stay: letters point to them. */
export async function replaceDirectory(
  writing: Writing,
  directory: DirectoryRow,
  representatives: readonly NewRepresentative[],
): Promise<void> {
  const { id, ...rest } = directory;
  await representativesChanged(writing);
  await writing.db
    .insertInto('directories')
    .values(directory)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
  await writing.db.updateTable('representatives').set({ gone: 1 }).where('directory_id', '=', id).execute();
  for (const representative of representatives) {
    const row = { ...representative, directory_id: id, gone: 0 as const };
    await writing.db
      .insertInto('representatives')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['directory_id', 'key']).doUpdateSet({
          ...row,
          bounced_at: sql`case when representatives.email = excluded.email then representatives.bounced_at end`,
        }),
      )
      .execute();
  }
}

/** Deletes whom no letter, no count of letters and no wish points to, and leaves the others as having gone. */
export async function removeDirectory(writing: Writing, id: string): Promise<void> {
  const { db } = writing;
  await representativesChanged(writing);
  await db.updateTable('representatives').set({ gone: 1 }).where('directory_id', '=', id).execute();
  const ofDirectory = db.selectFrom('representatives').select('id').where('directory_id', '=', id);
  await db.deleteFrom('delivery_counts').where('count', '=', 0).where('representative_id', 'in', ofDirectory).execute();
  await db
    .deleteFrom('representatives')
    .where('directory_id', '=', id)
    .where('id', 'not in', (of) => of.selectFrom('deliveries').select('representative_id'))
    .where('id', 'not in', (of) => of.selectFrom('delivery_counts').select('representative_id'))
    .where('id', 'not in', (of) => of.selectFrom('pause_requests').select('representative_id'))
    .execute();
  await db
    .deleteFrom('directories')
    .where('id', '=', id)
    .where('id', 'not in', (of) => of.selectFrom('representatives').select('directory_id'))
    .execute();
}

export const directories = (db: Kysely<Schema>): Promise<DirectoryRow[]> =>
  db.selectFrom('directories').selectAll().orderBy('id').execute();

export const directoryById = (db: Kysely<Schema>, id: string): Promise<DirectoryRow | undefined> =>
  db.selectFrom('directories').selectAll().where('id', '=', id).executeTakeFirst();

/** Everybody in a directory's newest import, also those whose term has ended. */
export const representativesIn = (db: Kysely<Schema>, directoryId: string): Promise<RepresentativeRow[]> =>
  db
    .selectFrom('representatives')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .where('gone', '=', 0)
    .orderBy('id')
    .execute();

/** Which directories hold somebody, and how many of them have an address. */
export const directorySizes = (db: Kysely<Schema>) =>
  db
    .selectFrom('representatives')
    .select([
      'directory_id',
      (of) => of.fn.countAll<number>().as('persons'),
      (of) => of.fn.sum<number>(of.case().when('email', '!=', '').then(1).else(0).end()).as('withEmail'),
    ])
    .where('gone', '=', 0)
    .groupBy('directory_id')
    .execute();

/** Which roles there are in which directories. */
export const rolesOfDirectories = (db: Kysely<Schema>) =>
  db.selectFrom('representatives').select(['directory_id', 'role']).distinct().where('gone', '=', 0).execute();

/** A representative as far as a search looks; the whole of thousands would take ten times as long. */
export type BriefRepresentative = Pick<
  RepresentativeRow,
  'id' | 'directory_id' | 'name' | 'role' | 'party' | 'area_id' | 'area_name' | 'country'
>;

/**
 * Representatives whose term runs on `day` (ISO), who stand in one of the directories and answer for `country` or for `*`; of
 * the directories `everywhere`, all. By area and name.
 */
export function representativesFor(
  db: Kysely<Schema>,
  { country, day, offered, everywhere }: { country: string; day: string; offered: string[]; everywhere: string[] },
): Promise<BriefRepresentative[]> {
  if (offered.length === 0) return Promise.resolve([]);
  return sitting(db, day)
    .select(['id', 'directory_id', 'name', 'role', 'party', 'area_id', 'area_name', 'country'])
    .where('directory_id', 'in', offered)
    .where((where) =>
      where.or([
        where('country', 'in', [country, '*']),
        ...(everywhere.length === 0 ? [] : [where('directory_id', 'in', everywhere)]),
      ]),
    )
    .orderBy('area_name')
    .orderBy('name')
    .execute();
}

export const representativesById = (
  db: Kysely<Schema>,
  ids: readonly number[],
  day: string,
): Promise<RepresentativeRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : sitting(db, day).selectAll().where('id', 'in', ids).execute();

/** Nothing is mailed to a representative any more, until an import brings another address. @param at to the hour */
export async function markBounced(writing: Writing, id: number, at: number): Promise<void> {
  const { numUpdatedRows } = await writing.db
    .updateTable('representatives')
    .set({ bounced_at: at })
    .where('id', '=', id)
    .where('bounced_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await representativesChanged(writing);
}

/** Mails to a directory's representatives again, whose servers refused it. @returns how many there were */
export async function clearBounced(writing: Writing, directoryId: string): Promise<number> {
  const result = await writing.db
    .updateTable('representatives')
    .set({ bounced_at: null })
    .where('directory_id', '=', directoryId)
    .where('bounced_at', 'is not', null)
    .executeTakeFirst();
  await representativesChanged(writing);
  return Number(result.numUpdatedRows);
}

/** All whose term runs on `day` (ISO), whomever they answer for. */
export const sittingRepresentatives = (db: Kysely<Schema>, day: string): Promise<RepresentativeRow[]> =>
  sitting(db, day).selectAll().orderBy('id').execute();

const sitting = (db: Kysely<Schema>, day: string) =>
  db
    .selectFrom('representatives')
    .where('gone', '=', 0)
    .where((where) => where.or([where('ends_on', '=', ''), where('ends_on', '>=', day)]));
