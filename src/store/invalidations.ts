import { sql, type Kysely, type Selectable } from 'kysely';
import type { Schema } from './schema.ts';

export type InvalidationRow = Selectable<Schema['invalidations']>;

/** What anybody may know of an invalidation. `confirmed`: how many signatures it took out of the count. */
export type SettledInvalidation = Pick<
  InvalidationRow,
  'id' | 'settled_at' | 'confirmed' | 'reason' | 'state' | 'undone_at'
>;

/** Invalidations that have taken out of the count what they meant to, undone or not; the newest first. */
export const settledInvalidations = (db: Kysely<Schema>, campaignId: number): Promise<SettledInvalidation[]> =>
  db
    .selectFrom('invalidations')
    .select(['id', 'settled_at', 'confirmed', 'reason', 'state', 'undone_at'])
    .where('campaign_id', '=', campaignId)
    .where(isSettled)
    .orderBy('id', 'desc')
    .execute();

const isSettled = sql<boolean>`state in ('done', 'undoing', 'undone')`;
