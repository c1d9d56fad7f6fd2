import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { unsettled } from './outbox.ts';
import type { Writing } from './writer.ts';

/** Stores the key of a period unless there is one. @returns the one that is stored, wrapped */
export async function rememberMailKey(writing: Writing, period: number, wrapped: Buffer): Promise<Buffer> {
  await writing.db
    .insertInto('mail_keys')
    .values({ period, wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await mailKey(writing.db, period)) ?? wrapped;
}

/** The wrapped key of a period, unless its mail is settled. */
export async function mailKey(db: Kysely<Schema>, period: number): Promise<Buffer | undefined> {
  const row = await db.selectFrom('mail_keys').select('wrapped').where('period', '=', period).executeTakeFirst();
  return row?.wrapped;
}

/**
 * Deletes the keys of periods before `period` whose mail is all settled: whatever is left of it anywhere is noise then.
 * @returns how many went
 */
export async function shredMailKeys(writing: Writing, period: number): Promise<number> {
  const settled = await writing.db
    .selectFrom('mail_keys')
    .select(['period', 'wrapped'])
    .where('period', '<', period)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('messages')
            .select('messages.id')
            .whereRef('messages.mail_period', '=', 'mail_keys.period')
            .where(unsettled),
        ),
      ),
    )
    .execute();
  for (const key of settled) {
    // Overwritten where it stands: SQLite leaves what it only deletes in the corners of a page.
    const nothing = Buffer.alloc(key.wrapped.length);
    await writing.db.updateTable('mail_keys').set({ wrapped: nothing }).where('period', '=', key.period).execute();
    await writing.db.deleteFrom('mail_keys').where('period', '=', key.period).execute();
  }
  if (settled.length > 0) writing.touch('shredded');
  return settled.length;
}
