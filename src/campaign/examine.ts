import { countEpochsWrappedOtherwise } from '../store/epochs.ts';
import type { DriftedTally } from '../store/drift.ts';
import { driftedLetters } from '../store/drifted-letters.ts';
import { driftedSignatures } from '../store/drifted-signatures.ts';
import { driftedCounts } from '../store/signatures.ts';
import { organizerKeys } from '../store/organizer-keys.ts';
import type { Context } from './context.ts';
import { examineAudit } from './examine-audit.ts';
import { activeRecipients, ForeignKey, NoKey } from './active-recipients.ts';

/** One thing that was looked at. */
export interface Finding {
  ok: boolean;
  /** Nothing is wrong, and yet somebody should know. */
  note?: true;
  /** What was found and, if it is not well, what to do; one or two sentences. */
  text: string;
}

/**
 * What is or is not well with a campaign's keys and counts.
 * @param identityOnServer whether an organizer's identity lies in the data folder
 */
export async function examine(
  { store, vault }: Pick<Context, 'store' | 'vault'>,
  identityOnServer: boolean,
): Promise<Finding[]> {
  return [
    identityFinding(identityOnServer),
    await checkedFinding({ store }),
    await wrapFinding({ store, vault }),
    await countFinding({ store }),
    await examineAudit({ store, vault }),
  ];
}

const identityFinding = (onServer: boolean): Finding =>
  onServer
    ? {
        ok: false,
        text: 'An organizer’s identity lies on this server: a thief of the server could open every signature. Move it out with npx campaign keys protect --out FILE.',
      }
    : { ok: true, text: 'No organizer’s identity lies on this server.' };

async function checkedFinding({ store }: Pick<Context, 'store'>): Promise<Finding> {
  const active = (await organizerKeys(store.read)).filter((key) => key.retired_at === null);
  const unchecked = active.filter((key) => key.checked_at === null).map(({ name }) => `“${name}”`);
  if (active.length > 0 && unchecked.length === active.length)
    return {
      ok: false,
      text: 'No organizer has shown yet that their key opens what comes in, and a lost key is a lost petition: npx campaign keys check --identity FILE.',
    };
  const rest = unchecked.length === 0 ? '' : ` Not checked yet: ${unchecked.join(', ')}.`;
  const text = `${active.length - unchecked.length} of ${active.length} organizers’ keys were checked.${rest}`;
  if (active.length !== 1) return { ok: true, text };
  return { ok: true, note: true, text: `${text} There is no second one: if this key is lost, so is the petition.` };
}

async function wrapFinding({ store, vault }: Pick<Context, 'store' | 'vault'>): Promise<Finding> {
  try {
    const { wrappedFor } = await activeRecipients(store.read, vault);
    const stale = await countEpochsWrappedOtherwise(store.read, wrappedFor);
    return stale === 0
      ? { ok: true, text: 'Everything is sealed to the organizers of today, and to nobody else.' }
      : {
          ok: false,
          text: `Not sealed to exactly the organizers of today: ${stale} epochs. Who was added since cannot open them, who was retired still can. Mend it with npx campaign keys rewrap --identity FILE.`,
        };
  } catch (error) {
    if (error instanceof ForeignKey || error instanceof NoKey) return { ok: false, text: error.message };
    throw error;
  }
}

async function countFinding({ store }: Pick<Context, 'store'>): Promise<Finding> {
  const [signatures, figures, letters] = await store.snapshot(async (db) => [
    await driftedCounts(db),
    await driftedSignatures(db),
    await driftedLetters(db),
  ]);
  return (
    countedWrong('signatures', [
      ...signatures.map(({ state, ...drifted }) => ({ ...drifted, what: state })),
      ...figures,
    ]) ??
    countedWrong('letters or the mail', letters) ?? {
      ok: true,
      text: 'The counts agree with the signatures, the letters and the mail.',
    }
  );
}

/** More would hide what else was found. */
const mostNamed = 5;

function countedWrong(whose: string, drifted: readonly DriftedTally[]): Finding | undefined {
  if (drifted.length === 0) return undefined;
  const which = drifted
    .slice(0, mostNamed)
    .map(({ slug, what, counted, found }) => `${slug}: ${counted} ${what} counted, ${found} found`);
  const more = drifted.length > mostNamed ? `; and ${drifted.length - mostNamed} more` : '';
  const text = `The counts do not agree with the ${whose} (${which.join('; ')}${more}). Please report this as a bug.`;
  return { ok: false, text };
}
