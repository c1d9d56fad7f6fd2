import { daySeconds, toHour } from '../domain/clock.ts';
import { daysToGiveBack } from '../domain/limits.ts';
import { settleDelivery } from '../store/letters.ts';
import { overdueDeliveries } from '../store/overdue-letters.ts';
import type { Context, RunningCampaign } from './context.ts';
import { giveBack } from './give-back.ts';

/** Small enough that whoever comes in between hardly waits. */
const atOnce = 50;

/**
 * Gives letters that still wait back to their writers, a little before their text is deleted: too many wrote to one
 * representative, or an organizer held them back too long.
 * @returns how many
 */
export async function giveUpLetters(
  context: Pick<Context, 'store' | 'vault' | 'keyring' | 'now'>,
  { id, settings }: Pick<RunningCampaign, 'id' | 'settings'>,
): Promise<number> {
  const { store, now } = context;
  const writtenBefore = now() - (settings.retention.letterTextDays - daysToGiveBack) * daySeconds;
  let count = 0;
  for (;;) {
    const back = await giveBack(context);
    const done = await store.write(async (writing) => {
      const deliveries = await overdueDeliveries(writing.db, id, writtenBefore, atOnce);
      for (const delivery of deliveries) {
        await settleDelivery(writing, delivery, 'failed', toHour(now()));
        await back(writing, delivery, undefined);
      }
      return deliveries.length;
    });
    count += done;
    if (done < atOnce) return count;
  }
}
