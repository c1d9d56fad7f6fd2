import { sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

/**
 * The number of the next row of a table, known before the row is written because what is sealed in it is bound to it.
 * Numbers are never given twice, whatever was deleted: a mail may still point to one.
 */
export async function nextRowNumber(
  writing: Writing,
  table: keyof Schema & ('signatures' | 'letters'),
): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(
    writing.db,
  );
  return (rows[0]?.seq ?? 0) + 1;
}
