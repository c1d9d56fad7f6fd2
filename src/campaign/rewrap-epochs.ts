import { Refusal } from '../domain/refusal.ts';
import { countEpochsWrappedOtherwise, epochsWrappedOtherwise, rewrapEpoch } from '../store/epochs.ts';
import { wrapEpochKey } from '../vault/epoch-key.ts';
import { unwrapEpochKey } from '../vault/open-epoch-key.ts';
import type { Context } from './context.ts';
import { activeRecipients } from './active-recipients.ts';
import { noteAct, type Act } from './note-act.ts';

/** About a tenth of a second of work, so that an interruption loses no more. */
const atOnce = 50;

export interface Rewrapping {
  /** How many epochs are to be rewrapped. */
  total: number;
  /** `rewrapped` and `unopened` of each step; the latter are epochs that none of the identities opens. */
  steps: AsyncGenerator<{ rewrapped: number; unopened: number[] }>;
}

/**
 * Wraps the keys of all epochs for the organizers of today, and for nobody else; the records stay as they are. Stops
 * and starts again at any point: what is done says so. The log has its beginning and its end; one without an end was cut off.
 * @param identities secrets that open the epochs as they are wrapped now
 * @throws Refusal, from a step, once the organizers are others than when it began: a retired one must not get it back
 */
export async function rewrapEpochs(
  context: Pick<Context, 'store' | 'vault' | 'now'>,
  identities: readonly string[],
): Promise<Rewrapping> {
  const { store, vault } = context;
  const { recipients, wrappedFor } = await activeRecipients(store.read, vault);
  const total = await countEpochsWrappedOtherwise(store.read, wrappedFor);
  async function* steps(): Rewrapping['steps'] {
    if (total === 0) return;
    const done = { rewrapped: 0, unopened: 0 };
    await note(context, 'rewrap-begun', { epochs: total });
    try {
      for await (const step of unlogged()) {
        done.rewrapped += step.rewrapped;
        done.unopened += step.unopened.length;
        yield step;
      }
    } finally {
      await note(context, 'rewrap-ended', done);
    }
  }
  async function* unlogged(): Rewrapping['steps'] {
    let after = 0;
    for (;;) {
      const epochs = await epochsWrappedOtherwise(store.read, wrappedFor, after, atOnce);
      if (epochs.length === 0) return;
      after = epochs.at(-1)?.id ?? after;
      const unopened: number[] = [];
      const wraps = await Promise.all(
        epochs.map(async ({ id, wrapped }) => {
          const key = await unwrapEpochKey(wrapped, identities);
          if (key === undefined) unopened.push(id);
          return key === undefined ? [] : [{ id, wrapped: await wrapEpochKey(key, recipients) }];
        }),
      );
      const rewrapped = wraps.flat();
      await store.write(async (writing) => {
        const today = await activeRecipients(writing.db, vault);
        if (today.wrappedFor !== wrappedFor)
          throw new Refusal('The list of organizers has changed meanwhile: run npx campaign keys rewrap again.');
        for (const { id, wrapped } of rewrapped) await rewrapEpoch(writing, id, wrapped, wrappedFor);
        writing.touch('shredded');
      });
      yield { rewrapped: rewrapped.length, unopened };
    }
  }
  return { total, steps: steps() };
}

const note = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  act: string,
  facts: Act['facts'],
): Promise<number> =>
  store.write((writing) => noteAct(writing, vault, { at: now(), organizer: 'command', act, campaign: '', facts }));
