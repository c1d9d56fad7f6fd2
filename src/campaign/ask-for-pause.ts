import { toHour } from '../domain/clock.ts';
import { insertPauseRequest, newestPauseRequest } from '../store/pauses.ts';
import type { Reading } from '../store/schema.ts';
import type { Context } from './context.ts';
import { findDelivery, type FindDeliveryOutcome, type FoundDelivery } from './find-delivery.ts';

/** How a representative's wish for a pause stands; `at` in seconds, to the hour. */
export type PauseStanding = { state: 'none' } | { state: 'open' | 'declined' | 'paused'; at: number };

export async function pauseStanding(db: Reading, { campaign, delivery }: FoundDelivery): Promise<PauseStanding> {
  const { id, paused_at: pausedAt } = delivery.representative;
  if (pausedAt !== null) return { state: 'paused', at: pausedAt };
  const request = await newestPauseRequest(db, id, campaign.id);
  if (request === undefined || request.granted === 1) return { state: 'none' };
  return request.decided_at === null
    ? { state: 'open', at: request.asked_at }
    : { state: 'declined', at: request.decided_at };
}

/** Whoever reads a letter asks the organizers for a pause. One request is open at a time, however often it is asked. */
export const askForPause = (context: Context, token: string): Promise<FindDeliveryOutcome> =>
  context.store.write(async (writing) => {
    const found = await findDelivery(writing.db, context, 'recipient', token);
    if (typeof found === 'string') return found;
    const { state } = await pauseStanding(writing.db, found);
    if (state === 'none' || state === 'declined')
      await insertPauseRequest(writing, found.delivery.representative.id, found.campaign.id, toHour(context.now()));
    return found;
  });
