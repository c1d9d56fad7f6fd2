import { tallyEvent } from './recount.ts';
import type { Writing } from './writer.ts';

/** Counts a mail that asked somebody to confirm and will not arrive. It says how good the addresses are that people type, and nothing of whom. */
export function countBounced(writing: Writing, campaignId: number, at: number): void {
  tallyEvent(writing, campaignId, 'bounced', at);
  writing.touch(`figures:${campaignId}`);
}

/**
 * The same for one that was sent and came back; once, however often it does.
 * @returns whether it was such a mail
 */
export async function settleReturnedMessage(writing: Writing, id: number, at: number): Promise<boolean> {
  const row = await writing.db
    .updateTable('messages')
    .set({ state: 'failed', failure: 'came back' })
    .where('id', '=', id)
    .where('kind', '=', 'confirm-signature')
    .where('state', '=', 'sent')
    .returning('campaign_id')
    .executeTakeFirst();
  if (row !== undefined) countBounced(writing, row.campaign_id, at);
  return row !== undefined;
}
