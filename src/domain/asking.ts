import { daySeconds } from './clock.ts';
import { daysUntilAsked } from './limits.ts';
import type { DeliveryState } from './letter.ts';

/** One delivery of a letter, as far as asking for answers goes. Times are in seconds. */
export interface AskedDelivery {
  id: number;
  state: DeliveryState;
  settledAt: number | null;
  askedAt: number | null;
  /** Null where it waits for the writer, who takes it there or does not. */
  queuedAt: number | null;
}

/** A letter waits for its slowest delivery no longer than until its text has so few days left. */
const lastDays = 2;

/** When the newest letter was sent whose writer is asked now. */
export const askedIfSentBy = (now: number): number => now - daysUntilAsked * daySeconds;

/**
 * The deliveries of one letter that its writer is to be asked about now, all in one mail and only once: those that were
 * sent, once two weeks have passed for each and none is still on its way, or once the text, with the address to ask at, is
 * about to go.
 * @param createdAt of the letter
 * @param letterTextDays how long its text is kept
 */
export function toAskAbout(
  deliveries: readonly AskedDelivery[],
  { createdAt, letterTextDays, now }: { createdAt: number; letterTextDays: number; now: number },
): number[] {
  const sent = deliveries.filter(({ state }) => state === 'sent' || state === 'handed-over');
  const isDue = ({ settledAt }: AskedDelivery): boolean => settledAt !== null && settledAt <= askedIfSentBy(now);
  if (deliveries.some(({ askedAt }) => askedAt !== null) || !sent.some(isDue)) return [];
  const waits = !sent.every(isDue) || deliveries.some(({ state, queuedAt }) => state === 'queued' && queuedAt !== null);
  const lastCall = createdAt <= now - (letterTextDays - lastDays) * daySeconds;
  return waits && !lastCall ? [] : sent.map(({ id }) => id);
}
