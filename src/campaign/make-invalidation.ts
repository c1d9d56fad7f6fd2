import { conditionsText, type InvalidationConditions } from '../domain/invalidation.ts';
import { campaignById } from '../store/campaigns.ts';
import { lastSignatureId } from '../store/signatures.ts';
import { insertInvalidation } from '../store/invalidations.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';
import { previewInvalidation } from './preview-invalidation.ts';

/** `nothing`: no signature fits. `over`: the campaign's signatures were deleted at its end. */
export type MakeInvalidationOutcome = { outcome: 'made'; id: number } | { outcome: 'nothing' | 'over' };

interface Made {
  campaign: { id: number; slug: string };
  /** Whose act it is, by their handle. */
  organizer: string;
  conditions: InvalidationConditions;
  /** For everybody to read. */
  reason: string;
}

/**
 * Begins to take signatures out of the count that fit, of those that are there now; `workInvalidations` does it. Signatures that come in
 * later are not affected.
 */
export async function makeInvalidation(
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  { campaign, organizer, conditions, reason }: Made,
): Promise<MakeInvalidationOutcome> {
  const preview = await previewInvalidation(store.read, campaign.id, conditions);
  if (preview.whole && preview.matching === 0) return { outcome: 'nothing' };
  return store.write(async (writing) => {
    const row = await campaignById(writing.db, campaign.id);
    if (row === undefined || row.emptied_at !== null) return { outcome: 'over' };
    const text = conditionsText(conditions);
    const id = await insertInvalidation(writing, {
      campaign_id: campaign.id,
      conditions: text,
      reason,
      made_at: now(),
      made_by: organizer,
      last_id: await lastSignatureId(writing.db),
    });
    await noteAct(writing, vault, {
      at: now(),
      organizer,
      act: 'invalidation-made',
      campaign: campaign.slug,
      facts: { id, conditions: text, reason, ...preview },
    });
    return { outcome: 'made', id };
  });
}
