import { CompiledQuery, type Insertable, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** SQLite takes 32,766 values a statement. */
const mostValues = 32_766;

/** Statements by table, columns and number of rows. Writing one out takes longer than running it (half of the time of a seed). */
const written = new Map<string, string>();
const mostWritten = 100;

/** Inserts rows that all have the same columns, each with a value. */
export async function insertMany<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Insertable<Schema[Table]>)[];
  const atOnce = powerOfTwo(mostValues / Math.max(columns.length, 1));
  for (let at = 0, size = 0; at < rows.length; at += size) {
    size = Math.min(atOnce, powerOfTwo(rows.length - at));
    const some = rows.slice(at, at + size);
    const text = statement(db, table, columns.join(), some);
    await db.executeQuery(
      CompiledQuery.raw(
        text,
        some.flatMap((row) => columns.map((column) => row[column])),
      ),
    );
  }
}

/** The next below. Of all lengths that a list may have, few statements are then ever written out and prepared. */
const powerOfTwo = (length: number): number => 2 ** Math.floor(Math.log2(length));

function statement<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  columns: string,
  rows: readonly Insertable<Schema[Table]>[],
): string {
  const name = `${table} ${columns} ${rows.length}`;
  const known = written.get(name);
  if (known !== undefined) return known;
  const text = db.insertInto(table).values(rows).compile().sql;
  if (written.size < mostWritten) written.set(name, text);
  return text;
}
