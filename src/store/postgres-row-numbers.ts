import { sql, type Kysely } from 'kysely';
import type { RowNumbers } from './row-numbers.ts';
import type { Schema } from './schema.ts';

/** PostgreSQL has a sequence for each identity column; ours are all named `id`. */
export const postgresRowNumbers: RowNumbers = {
  // Writers take turns, so nobody takes a number in between.
  next: async (db, table, count = 1) => {
    if (count === 1) {
      const { rows } = await sql<{
        last: number;
      }>`select nextval(pg_get_serial_sequence(${table}, 'id')) as last`.execute(db);
      return rows[0]?.last ?? 0;
    }
    const { rows } = await sql<{ last: number }>`
      select setval(pg_get_serial_sequence(${table}, 'id'), nextval(pg_get_serial_sequence(${table}, 'id')) + ${count - 1}) as last
    `.execute(db);
    return (rows[0]?.last ?? 0) - count + 1;
  },
  given: async (db) => {
    const given: Record<string, number> = {};
    for (const table of await numberedTables(db)) {
      const { rows } = await sql<{ last: number }>`
        select coalesce(pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass), 0) as last
      `.execute(db);
      given[table] = rows[0]?.last ?? 0;
    }
    return given;
  },
  raise: async (db, given) => {
    for (const table of await numberedTables(db)) {
      const atLeast = given[table] ?? 0;
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), highest) from (
        select greatest(${atLeast}, coalesce(max(id), 0), coalesce(pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass), 0)) as highest
        from ${sql.table(table)}) as numbers where highest > 0`.execute(db);
    }
  },
};

async function numberedTables(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'id' and is_identity = 'YES' order by table_name
  `.execute(db);
  return rows.map(({ name }) => name);
}
