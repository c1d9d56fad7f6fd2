import { sql } from 'kysely';
import type { Writing } from './writer.ts';

/** Counts one more try at an address's code. @returns how many there were in this hour, this one included */
export async function countCodeTry(
  writing: Writing,
  campaignId: number,
  addressIndex: Buffer,
  hour: number,
): Promise<number> {
  const row = await writing.db
    .insertInto('code_tries')
    .values({ campaign_id: campaignId, address_index: addressIndex, hour, tries: 1 })
    .onConflict((conflict) =>
      conflict.columns(['campaign_id', 'address_index']).doUpdateSet({
        tries: sql`case when hour = ${hour} then tries + 1 else 1 end`,
        hour,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return row.tries;
}
