import type { Answered } from '../domain/letter.ts';
import { storeAnswer } from '../store/answers.ts';
import type { Context } from './context.ts';
import { findDelivery, type FindDeliveryOutcome } from './find-delivery.ts';

/** A writer says whether a representative has answered; what they say last counts, and twice is the same as once. */
export const tellAnswer = (context: Context, token: string, answered: Answered): Promise<FindDeliveryOutcome> =>
  context.store.write(async (writing) => {
    const found = await findDelivery(writing.db, context, 'answer', token);
    if (typeof found === 'object' && found.delivery.answered !== answered)
      await storeAnswer(writing, found.delivery.id, answered);
    return found;
  });
