import { sql } from 'kysely';
import type { Reading } from './schema.ts';
import { tables, type Table } from './tables.ts';
import type { Writing } from './writer.ts';

/** A row of any table, by column. */
export type AnyRow = Record<string, unknown>;

/** Some rows of a table in the order of its key. @param after the last row of the page before */
export async function rowsAfter(
  db: Reading,
  { name, key }: Table,
  after: AnyRow | undefined,
  most: number,
): Promise<AnyRow[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const beyond =
    after === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => sql.val(after[column])))})`;
  const { rows } =
    await sql<AnyRow>`select * from ${sql.table(name)} ${beyond} order by ${columns} limit ${most}`.execute(db);
  return rows;
}

export async function rowCount(db: Reading, { name }: Table): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Puts rows into a table as they are. */
export async function insertRows(writing: Writing, { name }: Table, rows: readonly AnyRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => sql.val(row[column])))})`);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
    writing.db,
  );
}

/** Whether nothing was ever written here. */
export async function isEmpty(db: Reading): Promise<boolean> {
  for (const table of tables) if ((await rowsAfter(db, table, undefined, 1)).length > 0) return false;
  return true;
}
