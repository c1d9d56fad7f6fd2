import { isoTime, toHour } from '../domain/clock.ts';
import { campaignRow, updateCampaign, type CampaignRow } from '../store/campaigns.ts';
import { forgetCodeTriesOf } from '../store/code-tries.ts';
import type { Writing } from '../store/writer.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

export type CloseOutcome = 'closed' | 'closed-before' | 'unknown';

/**
 * Closes a campaign for good and destroys the key of its blind index: from now on nobody, with whatever key, can ask
 * this database whether an address is in it. What was not confirmed never will be; retention deletes it.
 */
export const closeCampaign = (
  { store, vault, ledger, now }: Pick<Context, 'store' | 'vault' | 'ledger' | 'now'>,
  slug: string,
): Promise<CloseOutcome> =>
  store.write(async (writing) => {
    const row = await campaignRow(writing.db, slug);
    if (row === undefined) return 'unknown';
    if (row.index_key === null) return 'closed-before';
    // A backup that is restored must not open it again.
    await ledger.append([{ at: isoTime(toHour(now())), kind: 'campaign', act: 'close', campaign: slug }]);
    await endCampaign(writing, row, toHour(now()));
    const act = { at: now(), organizer: 'command', act: 'campaign-closed', campaign: slug, facts: {} };
    await noteAct(writing, vault, act);
    return 'closed';
  });

/** @param closedAt seconds */
export async function endCampaign(writing: Writing, row: CampaignRow, closedAt: number): Promise<void> {
  if (row.index_key !== null) {
    // Overwritten where it stands: SQLite leaves what it only deletes in the corners of a page.
    await updateCampaign(writing, row.id, { index_key: Buffer.alloc(row.index_key.length) });
  }
  await updateCampaign(writing, row.id, { index_key: null, closed_at: row.closed_at ?? closedAt });
  await forgetCodeTriesOf(writing, row.id);
  writing.touch('shredded');
}
