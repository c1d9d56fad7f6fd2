import type { InvalidationConditions } from '../domain/invalidation.ts';
import { countMatching } from '../store/invalidated.ts';
import { lastSignatureId } from '../store/signatures.ts';
import type { Reading } from '../store/schema.ts';
import { breathe } from './breathe.ts';

export interface InvalidationPreview {
  /** How many signatures would be taken out, and how many of these the public count has now. */
  matching: number;
  confirmed: number;
  /** False where time ran out: then there may be more among the older ones. */
  whole: boolean;
}

/** Few enough that nobody else waits for the read: some milliseconds. */
const numbersAtOnce = 2000;
/** Longer than this nobody waits for a page. */
const patienceMilliseconds = 2000;

/**
 * Counts what an invalidation would take out, the newest signatures first, and stops when it takes too long. Reads only, and lets others
 * go first all the time.
 */
export async function previewInvalidation(
  db: Reading,
  campaignId: number,
  conditions: InvalidationConditions,
  patience = patienceMilliseconds,
): Promise<InvalidationPreview> {
  const until = performance.now() + patience;
  const preview: InvalidationPreview = { matching: 0, confirmed: 0, whole: true };
  for (let through = await lastSignatureId(db); through > 0; through -= numbersAtOnce) {
    if (performance.now() > until) return { ...preview, whole: false };
    const found = await countMatching(db, campaignId, conditions, { after: through - numbersAtOnce, through });
    preview.matching += found.matching;
    preview.confirmed += found.confirmed;
    await breathe();
  }
  return preview;
}
