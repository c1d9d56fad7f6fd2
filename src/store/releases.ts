import { sql, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

/** Counts tries of letters to a mailbox. @param hour when it began, in seconds */
export async function countReleases(writing: Writing, mailbox: string, hour: number, count: number): Promise<void> {
  await writing.db
    .insertInto('releases')
    .values({ mailbox, hour, count })
    .onConflict((conflict) =>
      conflict.columns(['mailbox', 'hour']).doUpdateSet({ count: sql`releases.count + excluded.count` }),
    )
    .execute();
}

/** How many letters a mailbox was tried with since an hour, and since another. */
export async function releasedTo(
  db: Kysely<Schema>,
  mailbox: string,
  { hourFrom, dayFrom }: { hourFrom: number; dayFrom: number },
): Promise<{ thisHour: number; today: number }> {
  const rows = await db
    .selectFrom('releases')
    .select(['hour', 'count'])
    .where('mailbox', '=', mailbox)
    .where('hour', '>=', Math.min(hourFrom, dayFrom))
    .execute();
  const since = (from: number): number => rows.reduce((sum, { hour, count }) => sum + (hour >= from ? count : 0), 0);
  return { thisHour: since(hourFrom), today: since(dayFrom) };
}

export async function forgetReleases(writing: Writing, before: number): Promise<void> {
  await writing.db.deleteFrom('releases').where('hour', '<', before).execute();
}
