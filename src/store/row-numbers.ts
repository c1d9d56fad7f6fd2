import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * The numbers of rows. Some are known before the row is written, because what is sealed in it is bound to it. None is
 * given twice, whatever was deleted: a mail may still point to it.
 */
export interface RowNumbers {
  /** The first of `count` numbers that follow one another, for rows that are about to be written. */
  next(db: Kysely<Schema>, table: 'signatures' | 'letters', count?: number): Promise<number>;
  /** The highest number that was given, by table. */
  given(db: Kysely<Schema>): Promise<Record<string, number>>;
  /** After rows came in with their numbers: the next are higher than these, and than those of `given`. */
  raise(db: Kysely<Schema>, given: Record<string, number>): Promise<void>;
}
