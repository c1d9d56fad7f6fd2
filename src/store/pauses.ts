import type { Selectable } from 'kysely';
import type { Reading, Schema } from './schema.ts';
import { representativesChanged } from './representatives-version.ts';
import type { Writing } from './writer.ts';

type PauseRequestRow = Selectable<Schema['pause_requests']>;

/** The newest wish of a representative for a pause in a campaign, decided or not. */
export const newestPauseRequest = (
  db: Reading,
  representativeId: number,
  campaignId: number,
): Promise<PauseRequestRow | undefined> =>
  db
    .selectFrom('pause_requests')
    .selectAll()
    .where('representative_id', '=', representativeId)
    .where('campaign_id', '=', campaignId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** @param askedAt seconds, to the hour */
export async function insertPauseRequest(
  writing: Writing,
  representativeId: number,
  campaignId: number,
  askedAt: number,
): Promise<void> {
  const row = { representative_id: representativeId, campaign_id: campaignId, asked_at: askedAt };
  await writing.db
    .insertInto('pause_requests')
    .values({ ...row, decided_at: null, granted: null })
    .execute();
}

export const pauseRequestById = (db: Reading, id: number): Promise<PauseRequestRow | undefined> =>
  db.selectFrom('pause_requests').selectAll().where('id', '=', id).executeTakeFirst();

/** Decides one request, or all that a representative has open. @param decidedAt seconds, to the hour */
export async function decidePauseRequests(
  writing: Writing,
  which: { id: number } | { representativeId: number },
  granted: 0 | 1,
  decidedAt: number,
): Promise<void> {
  const [column, number] =
    'id' in which ? (['id', which.id] as const) : (['representative_id', which.representativeId] as const);
  await writing.db
    .updateTable('pause_requests')
    .set({ granted, decided_at: decidedAt })
    .where(column, '=', number)
    .where('decided_at', 'is', null)
    .execute();
}

/** @returns whether there is such a representative */
export async function setPaused(writing: Writing, representativeId: number, pausedAt: number | null): Promise<boolean> {
  const result = await writing.db
    .updateTable('representatives')
    .set({ paused_at: pausedAt })
    .where('id', '=', representativeId)
    .executeTakeFirst();
  await representativesChanged(writing);
  return result.numUpdatedRows === 1n;
}

/** Wishes that no organizer has decided on yet, the oldest first. */
export const openPauseRequests = (db: Reading) =>
  db
    .selectFrom('pause_requests')
    .innerJoin('representatives', 'representatives.id', 'representative_id')
    .innerJoin('campaigns', 'campaigns.id', 'campaign_id')
    .where('decided_at', 'is', null)
    .select([
      'pause_requests.id',
      'representatives.id as representativeId',
      'representatives.name as representative',
      'slug as campaign',
      'asked_at as askedAt',
    ])
    .orderBy('pause_requests.id')
    .execute();

/** Who is paused, by name. */
export const pausedRepresentatives = (db: Reading) =>
  db
    .selectFrom('representatives')
    .where('paused_at', 'is not', null)
    .select(['id', 'name', 'paused_at as pausedAt'])
    .orderBy('name')
    .orderBy('id')
    .execute();
