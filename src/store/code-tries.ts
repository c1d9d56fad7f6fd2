import { sql } from 'kysely';
import { daySeconds, hourSeconds } from '../domain/clock.ts';
import type { Writing } from './writer.ts';

/**
 * Counts one more try at an address's code.
 * @param hour when it began: no finer time stands beside an address
 * @returns how many there were in this hour, this one included
 */
export async function countCodeTry(
  writing: Writing,
  campaignId: number,
  addressIndex: Buffer,
  hour: number,
): Promise<number> {
  const row = await writing.db
    .insertInto('code_tries')
    .values({ campaign_id: campaignId, address_index: addressIndex, since_at: hour, tries: 1 })
    .onConflict((conflict) =>
      conflict.columns(['campaign_id', 'address_index']).doUpdateSet({
        // One that began within the next day did so before the clock was set back, which gives nobody new tries.
        tries: sql`case when code_tries.since_at - excluded.since_at between 0 and ${daySeconds} then code_tries.tries + 1 else 1 end`,
        since_at: sql`excluded.since_at`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return row.tries;
}

export async function forgetCodeTries(writing: Writing, campaignId: number, addressIndex: Buffer): Promise<void> {
  await writing.db
    .deleteFrom('code_tries')
    .where('campaign_id', '=', campaignId)
    .where('address_index', '=', addressIndex)
    .execute();
}

/** Tries of an hour that is over count for nothing. */
export async function forgetOldCodeTries(writing: Writing, now: number): Promise<void> {
  const { numDeletedRows } = await writing.db
    .deleteFrom('code_tries')
    .where('since_at', '<=', now - hourSeconds)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) writing.touch('shredded');
}

export async function forgetCodeTriesOf(writing: Writing, campaignId: number): Promise<void> {
  await writing.db.deleteFrom('code_tries').where('campaign_id', '=', campaignId).execute();
}
