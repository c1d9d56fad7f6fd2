import type { Selectable } from 'kysely';
import type { Reading, Schema } from './schema.ts';
import { representativesChanged } from './representatives-version.ts';
import type { Writing } from './writer.ts';

export type LookupRow = Selectable<Schema['lookups']>;
type PostcodeRow = Pick<Selectable<Schema['postcodes']>, 'code' | 'area_id'>;

/** SQLite takes 32,766 values in a statement; past some hundred rows a longer one is no faster. */
const rowsAtOnce = 500;

/** Puts a country's table in place of the one before. */
export async function replaceLookup(
  writing: Writing,
  lookup: LookupRow,
  postcodes: readonly PostcodeRow[],
): Promise<void> {
  const { country } = lookup;
  await deleteLookup(writing, country);
  await writing.db.insertInto('lookups').values(lookup).execute();
  for (let from = 0; from < postcodes.length; from += rowsAtOnce)
    await writing.db
      .insertInto('postcodes')
      .values(postcodes.slice(from, from + rowsAtOnce).map(({ code, area_id }) => ({ country, code, area_id })))
      .execute();
}

/** @returns whether there was one */
export async function deleteLookup(writing: Writing, country: string): Promise<boolean> {
  const { db } = writing;
  await representativesChanged(writing);
  await db.deleteFrom('postcodes').where('country', '=', country).execute();
  const { numDeletedRows } = await db.deleteFrom('lookups').where('country', '=', country).executeTakeFirst();
  return numDeletedRows > 0;
}

export const lookupOf = (db: Reading, country: string): Promise<LookupRow | undefined> =>
  db.selectFrom('lookups').selectAll().where('country', '=', country).executeTakeFirst();

export const lookups = (db: Reading): Promise<LookupRow[]> =>
  db.selectFrom('lookups').selectAll().orderBy('country').execute();

/** How large a country's table is. */
export async function lookupSize(db: Reading, country: string): Promise<{ rows: number; codes: number }> {
  const { rows, codes } = await db
    .selectFrom('postcodes')
    .select((of) => [of.fn.countAll<number>().as('rows'), of.fn.count<number>('code').distinct().as('codes')])
    .where('country', '=', country)
    .executeTakeFirstOrThrow();
  return { rows, codes };
}

/** How many of the table's areas nobody in any directory answers for. */
export async function areasWithoutAnybody(db: Reading, country: string): Promise<number> {
  const answered = db.selectFrom('representatives').select('area_id').where('gone', '=', 0);
  const { areas } = await db
    .selectFrom('postcodes')
    .select((of) => of.fn.count<number>('area_id').distinct().as('areas'))
    .where('country', '=', country)
    .where('area_id', 'not in', answered)
    .executeTakeFirstOrThrow();
  return areas;
}

/** The areas of the first of these codes that the table knows. */
export async function areasOfCodes(db: Reading, country: string, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom('postcodes')
    .select(['code', 'area_id'])
    .where('country', '=', country)
    .where('code', 'in', codes)
    .orderBy('area_id')
    .execute();
  const first = codes.find((code) => rows.some((row) => row.code === code));
  return rows.filter(({ code }) => code === first).map(({ area_id }) => area_id);
}
