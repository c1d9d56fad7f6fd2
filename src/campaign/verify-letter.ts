import { deliveriesOf, updateLetter } from '../store/letters.ts';
import { insertMessage } from '../store/outbox.ts';
import type { LetterRow } from '../store/schema.ts';
import type { Writing } from '../store/writer.ts';
import { toHour } from '../domain/clock.ts';

/** The writer's address is theirs: one mail to each representative, and a copy to the writer. */
export async function verifyLetter(writing: Writing, letter: LetterRow, now: number): Promise<void> {
  await updateLetter(writing, letter.id, { state: 'verified', verified_at: toHour(now) });
  const { campaign_id: campaignId, locale } = letter;
  for (const { deliveryId, representative } of await deliveriesOf(writing.db, letter.id)) {
    const message = { kind: 'letter' as const, data: { deliveryId } };
    await insertMessage(writing, { campaignId, locale, to: representative.email, message, now });
  }
  const copy = { kind: 'letter-copy' as const, data: { letterId: letter.id } };
  await insertMessage(writing, { campaignId, locale, to: letter.email, message: copy, now });
}
