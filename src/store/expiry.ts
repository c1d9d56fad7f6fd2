import type { Writing } from './writer.ts';
import type { SignatureRow } from './schema.ts';

/** Some signatures that nobody confirmed in time, the oldest first. */
export const unconfirmedSince = (writing: Writing, before: number, most: number): Promise<SignatureRow[]> =>
  writing.db
    .selectFrom('signatures')
    .selectAll()
    .where('state', '=', 'pending')
    .where('created_at', '<=', before)
    .orderBy('created_at')
    .limit(most)
    .execute();

export async function expireLetters(writing: Writing, before: number): Promise<void> {
  await writing.db
    .updateTable('letters')
    .set({ state: 'expired' })
    .where('state', '=', 'pending')
    .where('created_at', '<=', before)
    .execute();
}
