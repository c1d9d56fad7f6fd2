import { sql, type Insertable, type Kysely } from 'kysely';
import type { DirectoryRow, RepresentativeRow, Schema } from './schema.ts';
import type { Writing } from './writer.ts';

type NewRepresentative = Omit<Insertable<Schema['representatives']>, 'directory_id' | 'gone'>;

/** Puts a directory in place of its earlier import. Numbers of representatives stay: letters point to them. */
export async function replaceDirectory(
  writing: Writing,
  directory: DirectoryRow,
  representatives: readonly NewRepresentative[],
): Promise<void> {
  const { id, ...rest } = directory;
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

export const directories = (db: Kysely<Schema>): Promise<DirectoryRow[]> =>
  db.selectFrom('directories').selectAll().orderBy('id').execute();

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

/** Representatives whose term runs on `day` (ISO) and who answer for `country`, or for `*`. */
export const representativesOf = (db: Kysely<Schema>, country: string, day: string): Promise<RepresentativeRow[]> =>
  sitting(db, day).where('country', '=', country).orderBy('area_name').orderBy('name').execute();

export const representativesById = (
  db: Kysely<Schema>,
  ids: readonly number[],
  day: string,
): Promise<RepresentativeRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : sitting(db, day).where('id', 'in', ids).execute();

const sitting = (db: Kysely<Schema>, day: string) =>
  db
    .selectFrom('representatives')
    .selectAll()
    .where('gone', '=', 0)
    .where((where) => where.or([where('ends_on', '=', ''), where('ends_on', '>=', day)]));
