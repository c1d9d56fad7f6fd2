import { isForWriter, takenBack } from '../domain/channel.ts';
import { toHour } from '../domain/clock.ts';
import { moveDelivery, type LetterDelivery } from '../store/letters.ts';
import type { Context } from './context.ts';
import { findHeld, type FindHeldOutcome, type Held, type HeldLetter } from './find-held.ts';

/** What a writer can say of a letter that they send themselves. */
export const handOverActs = ['sent', 'not-sent'] as const;
export type HandOverAct = (typeof handOverActs)[number];

export type HandOverOutcome = 'done' | 'unknown-delivery' | Exclude<FindHeldOutcome, Held>;

/**
 * Notes that the writer took a letter to its representative, or that they did not after all. Nothing counts as sent
 * before they say so. Saying it twice is the same as once.
 */
export const handOver = (
  context: Context,
  token: string,
  deliveryId: number,
  act: HandOverAct,
): Promise<HandOverOutcome> =>
  context.store.write(async (writing) => {
    const held = await findHeld(writing.db, context, token);
    if (typeof held === 'string') return held;
    const delivery = lettersToSend(held)
      .flatMap((letter) => forWriter(letter))
      .find((found) => found.deliveryId === deliveryId);
    if (delivery === undefined) return 'unknown-delivery';
    const to = act === 'sent' ? 'handed-over' : takenBack(delivery.representative);
    if ((act === 'sent') !== (delivery.state === 'handed-over'))
      await moveDelivery(writing, delivery, to, to === 'queued' ? null : toHour(context.now()));
    return 'done';
  });

/** A letter's own link is about that letter; any other link to what we hold is about all of them. */
export function lettersToSend({ letters }: Held): HeldLetter[] {
  const verified = letters.filter(({ row }) => row.state === 'verified');
  const own = letters.filter((letter) => letter.own !== undefined);
  return own.length > 0 ? verified.filter((letter) => own.includes(letter)) : verified;
}

/** What the writer takes there, or took. */
export const forWriter = ({ deliveries }: Pick<HeldLetter, 'deliveries'>): LetterDelivery[] =>
  deliveries.filter(({ state, representative }) => isForWriter(state, representative));
