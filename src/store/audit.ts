import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type AuditRow = Selectable<Schema['audit']>;

export async function insertAct(writing: Writing, row: Insertable<Schema['audit']>): Promise<number> {
  const { id } = await writing.db.insertInto('audit').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export const lastAct = (db: Kysely<Schema>): Promise<AuditRow | undefined> =>
  db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();

export const actById = (db: Kysely<Schema>, id: number): Promise<AuditRow | undefined> =>
  db.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst();

/** A page of the log, the oldest first. */
export const actsAfter = (db: Kysely<Schema>, after: number, most: number): Promise<AuditRow[]> =>
  db.selectFrom('audit').selectAll().where('id', '>', after).orderBy('id').limit(most).execute();

/** What was done in a campaign since an entry, of these acts only. */
export const actsSince = (
  db: Kysely<Schema>,
  { after, campaign, acts }: { after: number; campaign: string; acts: readonly string[] },
): Promise<AuditRow[]> =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('id', '>', after)
    .where('campaign', '=', campaign)
    .where('act', 'in', acts)
    .execute();

/** A page of the log, the newest first. @param before the oldest number of the page before it */
export const actsBefore = (db: Kysely<Schema>, before: number | undefined, most: number): Promise<AuditRow[]> =>
  db
    .selectFrom('audit')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
