import { CompiledQuery, type Insertable, type Kysely } from 'kysely';
import { inPowersOfTwo } from './powers-of-two.ts';
import type { Schema } from './schema.ts';

/** Statements by table, columns and number of rows. Writing one out takes longer than running it (half of the time of a seed). */
const written = new WeakMap<object, Map<string, string>>();
const mostWritten = 100;

/** Inserts rows that all have the same columns, each with a value. */
export async function insertMany<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Insertable<Schema[Table]>)[];
  for (const some of inPowersOfTwo(rows, columns.length)) {
    const text = statement(db, table, columns.join(), some);
    await db.executeQuery(
      CompiledQuery.raw(
        text,
        some.flatMap((row) => columns.map((column) => row[column])),
      ),
    );
  }
}

function statement<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  columns: string,
  rows: readonly Insertable<Schema[Table]>[],
): string {
  const name = `${table} ${columns} ${rows.length}`;
  // The two databases write a statement differently, and a process may have both open.
  const { adapter } = db.getExecutor();
  const ofDialect = written.get(adapter) ?? new Map<string, string>();
  written.set(adapter, ofDialect);
  const known = ofDialect.get(name);
  if (known !== undefined) return known;
  const text = db.insertInto(table).values(rows).compile().sql;
  if (ofDialect.size < mostWritten) ofDialect.set(name, text);
  return text;
}
