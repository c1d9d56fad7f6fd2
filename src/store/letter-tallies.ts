import type { DeliveryState, LetterState } from '../domain/letter.ts';
import type { Writing } from './writer.ts';

/** Moves a letter from one count to another. @param before undefined: it is new. @param after undefined: nothing is left of it */
export function countLetter(
  writing: Writing,
  campaignId: number,
  before: LetterState | undefined,
  after: LetterState | undefined,
): void {
  if (before !== undefined) writing.tally('letter_counts', { campaign_id: campaignId, state: before }, -1);
  if (after !== undefined) writing.tally('letter_counts', { campaign_id: campaignId, state: after }, 1);
}

/**
 * Counts the deliveries of letters in, or out. Those of letters that nobody verified count nowhere: figures are not for
 * whoever types somebody's address.
 */
export async function countDeliveriesOf(writing: Writing, letterIds: readonly number[], by: 1 | -1): Promise<void> {
  const deliveries = await writing.db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .select(['campaign_id', 'representative_id', 'deliveries.state'])
    .where('letter_id', 'in', letterIds)
    .where('letters.state', '=', 'verified')
    .execute();
  for (const delivery of deliveries) writing.tally('delivery_counts', delivery, by);
}

/** A delivery as it is counted. */
interface Counted {
  letter_id: number;
  representative_id: number;
  state: DeliveryState;
}

/** Moves a delivery from where it was counted to where it counts now. */
export async function recountDelivery(writing: Writing, before: Counted, after: Counted): Promise<void> {
  const letter = await writing.db
    .selectFrom('letters')
    .select(['campaign_id', 'state'])
    .where('id', '=', after.letter_id)
    .executeTakeFirst();
  if (letter?.state !== 'verified') return;
  for (const [{ representative_id, state }, by] of [
    [before, -1],
    [after, 1],
  ] as const)
    writing.tally('delivery_counts', { campaign_id: letter.campaign_id, representative_id, state }, by);
}
