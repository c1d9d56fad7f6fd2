import { toHour, type Clock } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import { countBounced } from '../store/bounced.ts';
import { requeueDelivery } from '../store/letter-queue.ts';
import { settleDelivery } from '../store/letters.ts';
import { settleMessage, settleSent } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { StoreBusy, type Writing } from '../store/writer.ts';
import { backoffSeconds } from './backoff.ts';
import type { Hold } from './hold.ts';
import { deliveryOf, type Tried } from './try-sending.ts';

/** A mail that went out and is not settled goes out again, so settling is worth some patience. */
const settleTries = 5;
const longestPauseMilliseconds = 2000;

/**
 * Gives a letter that is given up back to its writer. What it needs is taken before the transaction that settles the
 * letter, so that no letter is settled and forgotten.
 */
export type GiveBack = () => Promise<
  (writing: Writing, deliveryId: number, refusedBy: string | undefined) => Promise<void>
>;

interface Settling {
  store: Store;
  now: Clock;
  giveBack: GiveBack;
  hold: Hold;
  /** Whether the server stops: then one more try is all. */
  stopping: () => boolean;
}

/**
 * Writes down how a try went. While the database takes nothing, no other mail goes out, and this goes on until it does, or the server stops.
 * @returns whether the claim still held
 * @throws Error if it cannot be written down, also after some tries
 */
export async function settle(settling: Settling, message: ClaimedMessage, tried: Tried): Promise<boolean> {
  const { hold, stopping } = settling;
  for (let tries = 1; ; tries++) {
    try {
      const held = await settleOnce(settling, message, tried);
      hold.end();
      return held;
    } catch (error) {
      const busy = error instanceof StoreBusy;
      if (busy && !stopping()) hold.begin(error);
      if (stopping() || (!busy && tries >= settleTries)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(200 * tries, longestPauseMilliseconds)));
    }
  }
}

/** A letter that is put off goes back into its queue: when it is tried again, the pace holds for it as for the others. */
async function settleOnce(
  { store, now, giveBack }: Settling,
  message: ClaimedMessage,
  { settlement, opened, addressRefused, undelivered }: Tried,
): Promise<boolean> {
  const at = now();
  const deliveryId = deliveryOf(opened);
  if (settlement.state === 'untried') return store.write((writing) => settleMessage(writing, message, settlement, at));
  if (deliveryId === undefined) {
    // After a power cut the mail goes out again.
    if (settlement.state === 'sent') return store.writeTogether(settleSent, { message, at }, 'soon');
    return store.write(async (writing) => {
      const held = await settleMessage(writing, message, settlement, at);
      if (held && undelivered && message.kind === 'confirm-signature') countBounced(writing, message.campaignId, at);
      return held;
    });
  }
  const back = settlement.state === 'failed' ? await giveBack() : undefined;
  return store.write(async (writing) => {
    const { state } = settlement;
    const over =
      state === 'due' ? { state: 'failed' as const, failure: settlement.failure, again: true as const } : settlement;
    if (!(await settleMessage(writing, message, over, at))) return false;
    if (state === 'due') await requeueDelivery(writing, deliveryId, (attempts) => at + backoffSeconds(attempts));
    else await settleDelivery(writing, deliveryId, state, toHour(at));
    await back?.(writing, deliveryId, addressRefused ? opened?.to : undefined);
    return true;
  });
}
