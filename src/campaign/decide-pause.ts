import { toHour } from '../domain/clock.ts';
import { decidePauseRequests, pauseRequestById, setPaused } from '../store/pauses.ts';
import type { Context } from './context.ts';

export type DecideOutcome =
  { outcome: 'granted' | 'declined'; representativeId: number } | { outcome: 'decided-before' | 'unknown' };

/**
 * An organizer grants or declines a request. A pause holds in every campaign of the site, so granting it settles whatever
 * else the representative has asked for.
 */
export const decidePause = (
  { store, now }: Pick<Context, 'store' | 'now'>,
  requestId: number,
  decision: 'grant' | 'decline',
): Promise<DecideOutcome> =>
  store.write(async (writing) => {
    const request = await pauseRequestById(writing.db, requestId);
    if (request === undefined) return { outcome: 'unknown' };
    if (request.decided_at !== null) return { outcome: 'decided-before' };
    const at = toHour(now());
    const { representative_id: representativeId } = request;
    if (decision === 'decline') {
      await decidePauseRequests(writing, { id: requestId }, 0, at);
      return { outcome: 'declined', representativeId };
    }
    await decidePauseRequests(writing, { representativeId }, 1, at);
    await setPaused(writing, representativeId, at);
    return { outcome: 'granted', representativeId };
  });

/** Letters may go to the representative again. @returns whether there is one with this number */
export const resumeRepresentative = ({ store }: Pick<Context, 'store'>, representativeId: number): Promise<boolean> =>
  store.write((writing) => setPaused(writing, representativeId, null));
