import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type EpochRow = Selectable<Schema['epochs']>;

/** @returns the epoch's number */
export async function insertEpoch(
  writing: Writing,
  epoch: { wrapped: Buffer; wrapped_for: string; created_at: number },
): Promise<number> {
  const { id } = await writing.db.insertInto('epochs').values(epoch).returning('id').executeTakeFirstOrThrow();
  return id;
}

export const epochById = (db: Kysely<Schema>, id: number): Promise<EpochRow | undefined> =>
  db.selectFrom('epochs').selectAll().where('id', '=', id).executeTakeFirst();

export const epochsById = (db: Kysely<Schema>, ids: readonly number[]): Promise<EpochRow[]> =>
  db.selectFrom('epochs').selectAll().where('id', 'in', ids).execute();

export const newestEpoch = (db: Kysely<Schema>): Promise<EpochRow | undefined> =>
  db.selectFrom('epochs').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();

/** Epochs that are wrapped for others than `wrappedFor`, by rising number. */
export const epochsWrappedOtherwise = (
  db: Kysely<Schema>,
  wrappedFor: string,
  afterId: number,
  most: number,
): Promise<EpochRow[]> =>
  db
    .selectFrom('epochs')
    .selectAll()
    .where('wrapped_for', '!=', wrappedFor)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(most)
    .execute();

export async function countEpochsWrappedOtherwise(db: Kysely<Schema>, wrappedFor: string): Promise<number> {
  const { count } = await db
    .selectFrom('epochs')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('wrapped_for', '!=', wrappedFor)
    .executeTakeFirstOrThrow();
  return count;
}

export async function rewrapEpoch(writing: Writing, id: number, wrapped: Buffer, wrappedFor: string): Promise<void> {
  await writing.db.updateTable('epochs').set({ wrapped, wrapped_for: wrappedFor }).where('id', '=', id).execute();
}
