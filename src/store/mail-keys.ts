import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { unsettled } from './outbox.ts';
import type { Writing } from './writer.ts';

/** Stores the key of an hour unless there is one. @returns the one that is stored, wrapped */
export async function rememberMailKey(writing: Writing, hour: number, wrapped: Buffer): Promise<Buffer> {
  await writing.db
    .insertInto('mail_keys')
    .values({ hour, wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await mailKey(writing.db, hour)) ?? wrapped;
}

/** The wrapped key of an hour, unless its mail is settled. */
export async function mailKey(db: Kysely<Schema>, hour: number): Promise<Buffer | undefined> {
  const row = await db.selectFrom('mail_keys').select('wrapped').where('hour', '=', hour).executeTakeFirst();
  return row?.wrapped;
}

/**
 * Deletes the keys of hours before `hour` whose mail is all settled: whatever is left of it anywhere is noise then.
 * @returns how many went
 */
export async function shredMailKeys(writing: Writing, hour: number): Promise<number> {
  const result = await writing.db
    .deleteFrom('mail_keys')
    .where('hour', '<', hour)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('messages')
            .select('messages.id')
            .whereRef('messages.mail_hour', '=', 'mail_keys.hour')
            .where(unsettled),
        ),
      ),
    )
    .executeTakeFirst();
  if (result.numDeletedRows > 0n) writing.touch('shredded');
  return Number(result.numDeletedRows);
}
