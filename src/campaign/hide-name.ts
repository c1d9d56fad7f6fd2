import { deletePublicName } from '../store/public-names.ts';
import type { SignatureRow } from '../store/schema.ts';
import { updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';

/** Takes a signer's name off the page. Whoever withdraws is shown no longer either, and no undoing of an organizer's brings them back. */
export async function hideName(
  writing: Writing,
  row: SignatureRow,
  state: SignatureRow['state'],
  at: number,
): Promise<void> {
  const ended = state === 'invalidated' ? {} : { invalidation_id: null };
  await updateSignature(writing, row, { public: 0, to_show: null, state, ...ended }, at);
  await deletePublicName(writing, row.campaign_id, row.id);
}
