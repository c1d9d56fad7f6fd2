import { toHour } from '../domain/clock.ts';
import { campaignRow, updateCampaign } from '../store/campaigns.ts';
import { forgetCodeTriesOf } from '../store/code-tries.ts';
import type { Context } from './context.ts';

export type CloseOutcome = 'closed' | 'closed-before' | 'unknown';

/**
 * Closes a campaign for good and destroys the key of its blind index: from now on nobody, with whatever key, can ask
 * this database whether an address is in it. What was not confirmed never will be; retention deletes it.
 */
export const closeCampaign = ({ store, now }: Pick<Context, 'store' | 'now'>, slug: string): Promise<CloseOutcome> =>
  store.write(async (writing) => {
    const row = await campaignRow(writing.db, slug);
    if (row === undefined) return 'unknown';
    if (row.index_key === null) return 'closed-before';
    await updateCampaign(writing, row.id, { index_key: null, closed_at: row.closed_at ?? toHour(now()) });
    await forgetCodeTriesOf(writing, row.id);
    writing.touch('shredded');
    return 'closed';
  });
