import { sql } from 'kysely';
import type { RowNumbers } from './row-numbers.ts';

/** SQLite keeps the numbers of AUTOINCREMENT tables in a table of its own, and raises them with each row. */
export const sqliteRowNumbers: RowNumbers = {
  next: async (db, table) => {
    const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(db);
    return (rows[0]?.seq ?? 0) + 1;
  },
  given: async (db) => {
    const { rows } = await sql<{ name: string; seq: number }>`select name, seq from sqlite_sequence`.execute(db);
    return Object.fromEntries(rows.map(({ name, seq }) => [name, seq]));
  },
  raise: async (db, given) => {
    for (const [table, number] of Object.entries(given)) {
      // Bound as a bigint, or SQLite would keep it as a floating point number.
      const atLeast = BigInt(number);
      await sql`delete from sqlite_sequence where name = ${table} and seq < ${atLeast}`.execute(db);
      await sql`insert into sqlite_sequence (name, seq) select ${table}, ${atLeast}
        where not exists (select 1 from sqlite_sequence where name = ${table})`.execute(db);
    }
  },
};
