import { campaignById } from '../store/campaigns.ts';
import { invalidationById, updateInvalidation } from '../store/invalidations.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

/** `over`: the campaign's signatures were deleted at its end, and there is nothing to put back. */
export type UndoOutcome = 'undoing' | 'undone-before' | 'over' | 'unknown';

/** Begins to put back what an invalidation took out, also while it still takes out; `workInvalidations` does it. */
export const undoInvalidation = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  { campaign, organizer, id }: { campaign: { id: number; slug: string }; organizer: string; id: number },
): Promise<UndoOutcome> =>
  store.write(async (writing) => {
    const row = await invalidationById(writing.db, id);
    if (row === undefined || row.campaign_id !== campaign.id) return 'unknown';
    if (row.state === 'undoing' || row.state === 'undone') return 'undone-before';
    const { emptied_at } = (await campaignById(writing.db, campaign.id)) ?? { emptied_at: 0 };
    if (emptied_at !== null) return 'over';
    await updateInvalidation(writing, row, { state: 'undoing', undone_at: now(), undone_by: organizer });
    await noteAct(writing, vault, {
      at: now(),
      organizer,
      act: 'invalidation-undone',
      campaign: campaign.slug,
      facts: { id, was: row.state, count: row.count, confirmed: row.confirmed },
    });
    return 'undoing';
  });
