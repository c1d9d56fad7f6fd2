import { sql, type Insertable, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type InvalidationRow = Selectable<Schema['invalidations']>;

/** @returns its number */
export async function insertInvalidation(
  writing: Writing,
  row: Omit<Insertable<Schema['invalidations']>, 'state' | 'settled_at' | 'undone_at' | 'undone_by'>,
): Promise<number> {
  const { id } = await writing.db
    .insertInto('invalidations')
    .values({ ...row, state: 'running', settled_at: null, undone_at: null, undone_by: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  touch(writing, row.campaign_id);
  return id;
}

export async function updateInvalidation(
  writing: Writing,
  { id, campaign_id }: Pick<InvalidationRow, 'id' | 'campaign_id'>,
  change: Updateable<Schema['invalidations']>,
): Promise<void> {
  await writing.db.updateTable('invalidations').set(change).where('id', '=', id).execute();
  touch(writing, campaign_id);
}

function touch(writing: Writing, campaignId: number): void {
  writing.touch('invalidations');
  writing.touch(`campaign:${campaignId}`);
}

export const invalidationById = (db: Kysely<Schema>, id: number): Promise<InvalidationRow | undefined> =>
  db.selectFrom('invalidations').selectAll().where('id', '=', id).executeTakeFirst();

/** The newest first. */
export const invalidationsOf = (db: Kysely<Schema>, campaignId: number): Promise<InvalidationRow[]> =>
  db.selectFrom('invalidations').selectAll().where('campaign_id', '=', campaignId).orderBy('id', 'desc').execute();

/** The oldest that is not worked off, in whichever campaign: of two that fit the same signatures the first keeps them. */
export const invalidationToDo = (db: Kysely<Schema>): Promise<InvalidationRow | undefined> =>
  db.selectFrom('invalidations').selectAll().where(isToDo).orderBy('id').limit(1).executeTakeFirst();

/** Word for word as the partial index has it. */
const isToDo = sql<boolean>`state in ('running', 'undoing')`;

/** What anybody may know of an invalidation. `confirmed`: how many signatures it took out of the count. */
export type SettledInvalidation = Pick<InvalidationRow, 'id' | 'confirmed' | 'reason' | 'state' | 'undone_at'> & {
  settled_at: number;
};

/**
 * Invalidations that have taken out of the count all that they meant to or ever will, undone since or not; the newest first. Those that were
 * stopped before are not among them, nor those that changed no count.
 */
export const settledInvalidations = (db: Kysely<Schema>, campaignId: number): Promise<SettledInvalidation[]> =>
  db
    .selectFrom('invalidations')
    .select(['id', 'settled_at', 'confirmed', 'reason', 'state', 'undone_at'])
    .where('campaign_id', '=', campaignId)
    .where('settled_at', 'is not', null)
    .where('confirmed', '>', 0)
    .where('state', 'in', ['done', 'failed', 'undoing', 'undone'])
    .orderBy('id', 'desc')
    .$narrowType<{ settled_at: number }>()
    .execute();
