import type { Kysely, Selectable } from 'kysely';
import { isoTime } from '../domain/clock.ts';
import { sessionLife } from '../domain/organizer.ts';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type SessionRow = Pick<Selectable<Schema['organizer_sessions']>, 'id' | 'createdAt' | 'userId'>;

/** Sessions that still run, the newest first: an organizer's, or everybody's. @param at seconds since 1970, now */
export const sessionsOf = (db: Kysely<Schema>, at: number, organizerId?: string): Promise<SessionRow[]> =>
  db
    .selectFrom('organizer_sessions')
    .select(['id', 'createdAt', 'userId'])
    .where('expiresAt', '>', isoTime(at))
    .where('updatedAt', '>', isoTime(at - sessionLife.idleSeconds))
    .$if(organizerId !== undefined, (query) => query.where('userId', '=', organizerId ?? ''))
    .orderBy('createdAt', 'desc')
    .execute();

/** Which of somebody's sessions: one, all but one, or every one. */
export type WhichSessions = { only: string } | { but: string } | 'all';

/** Whoever used them is out at the next request: sessions are read each time. @returns how many there were */
export async function deleteSessions(writing: Writing, organizerId: string, which: WhichSessions): Promise<number> {
  let query = writing.db.deleteFrom('organizer_sessions').where('userId', '=', organizerId);
  if (which !== 'all')
    query = 'only' in which ? query.where('id', '=', which.only) : query.where('id', '<>', which.but);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** Whoever has given somebody's password, and not the second step yet, has to begin again. */
export async function deletePendingSignIns(writing: Writing, organizerId: string): Promise<void> {
  await writing.db.deleteFrom('organizer_challenges').where('value', '=', organizerId).execute();
}

/** Of the challenges by which anybody may ask for a passkey to sign in, only the newest stay. */
export async function keepNewestQuestions({ db }: Writing, most: number): Promise<void> {
  // As better-auth writes them; those for a new passkey, and sign-ins between two steps, begin otherwise.
  const question = '{"type":"authentication"%';
  const oldest = await db
    .selectFrom('organizer_challenges')
    .select('expiresAt')
    .where('value', 'like', question)
    .orderBy('expiresAt', 'desc')
    .limit(1)
    .offset(most)
    .executeTakeFirst();
  if (oldest === undefined) return;
  const { expiresAt } = oldest;
  await db
    .deleteFrom('organizer_challenges')
    .where('value', 'like', question)
    .where('expiresAt', '<=', expiresAt)
    .execute();
}

/** Sessions that ran out or that nobody uses, and sign-ins that were not finished. @param at seconds since 1970, now */
export async function deleteExpired({ db }: Writing, at: number): Promise<void> {
  const idleSince = isoTime(at - sessionLife.idleSeconds);
  await db.deleteFrom('organizer_sessions').where('expiresAt', '<=', isoTime(at)).execute();
  await db.deleteFrom('organizer_sessions').where('updatedAt', '<=', idleSince).execute();
  await db.deleteFrom('organizer_challenges').where('expiresAt', '<=', isoTime(at)).execute();
}
