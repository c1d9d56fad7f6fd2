import { sameAddress, type BounceKind, type RecipientStatus } from '../domain/bounce.ts';
import { toHour } from '../domain/clock.ts';
import { deliveryById, settleReturned } from '../store/letters.ts';
import type { Context } from './context.ts';
import { giveBack } from './give-back.ts';

/**
 * `hard` and `soft` gave the letter back to its writer; `unclear` is nothing to act on. `not-sent-yet` is a report that was
 * quicker than our own note of having sent the letter: bring it again.
 */
export type BounceOutcome = BounceKind | 'unclear' | 'repeated' | 'gone' | 'not-sent-yet';

/**
 * A letter came back. It counts if the report names the address that the letter went to: where that address hands mail
 * on to several people, one of them may be gone and the others read it.
 */
export async function bounceDelivery(
  context: Pick<Context, 'store' | 'vault' | 'keyring' | 'now'>,
  deliveryId: number,
  recipients: readonly RecipientStatus[],
): Promise<BounceOutcome> {
  const { store, now } = context;
  const back = await giveBack(context);
  return store.write(async (writing) => {
    const delivery = await deliveryById(writing.db, deliveryId);
    if (delivery === undefined) return 'gone';
    const { email } = delivery.representative;
    const named = recipients.find(({ addresses }) => addresses.some((address) => sameAddress(address, email)));
    if (named === undefined) return 'unclear';
    if (named.kind === 'under-way') return 'under-way';
    if (delivery.state === 'queued') return 'not-sent-yet';
    if (!(await settleReturned(writing, deliveryId, toHour(now())))) return 'repeated';
    await back(writing, deliveryId, named.kind === 'hard' ? email : undefined);
    return named.kind;
  });
}
