import { isoTime, toHour } from '../domain/clock.ts';
import type { Erasure } from '../domain/erasure.ts';
import { markOfForm } from '../store/erasure-ledger.ts';
import type { SignatureRow } from '../store/schema.ts';
import { updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';
import type { Context } from './context.ts';
import { erasePerson } from './erase-person.ts';
import { findHeld, type FindHeldOutcome, type Held, type HeldSignature } from './find-held.ts';
import { hideName } from './hide-name.ts';
import { showName } from './shown-names.ts';

/** What a signer can do on their own page. */
export const heldActs = ['show', 'hide', 'no-news', 'withdraw', 'erase'] as const;
export type HeldAct = (typeof heldActs)[number];

/** `refused`: not in this state, or the link's key does not open what would be shown. */
export type ChangeOutcome = 'done' | 'refused' | Exclude<FindHeldOutcome, Held>;

/** Does what the holder of a link asks for. Doing it twice is the same as once. */
export async function changeHeld(context: Context, token: string, act: HeldAct): Promise<ChangeOutcome> {
  if (act === 'erase') return erase(context, token);
  return context.store.write(async (writing) => {
    const held = await findHeld(writing.db, context, token);
    if (typeof held === 'string') return held;
    // Whoever was taken out of the count can still say that they want out, and stays out whatever organizers undo.
    const mayWithdraw = held.signature !== undefined && wasConfirmed(held.signature.row);
    if (held.signature?.row.state !== 'confirmed' && !(act === 'withdraw' && mayWithdraw))
      return act === 'withdraw' && held.signature?.row.state === 'withdrawn' ? 'done' : 'refused';
    if (held.signature === undefined || (act === 'show' && held.signature.record === undefined)) return 'refused';
    if (isSo(held.signature, act)) return 'done';
    await context.ledger.append([wishOf(held.signature.row, held.campaign.settings.slug, act, context.now())]);
    if (act === 'show') await show(writing, context.vault, held, held.signature, context.now());
    else if (act === 'no-news') await updateSignature(writing, held.signature.row, { no_news: 1 }, context.now());
    else await hideName(writing, held.signature.row, act === 'withdraw' ? 'withdrawn' : 'confirmed', context.now());
    return 'done';
  });
}

const wasConfirmed = ({ state, confirmed_at }: SignatureRow): boolean =>
  state === 'invalidated' && confirmed_at !== null;

/** Whoever presses a button again must not make the ledger longer. */
const isSo = ({ row, shown }: HeldSignature, act: HeldAct): boolean =>
  (act === 'show' && shown !== undefined) ||
  (act === 'hide' && row.public === 0 && shown === undefined) ||
  (act === 'no-news' && row.no_news === 1);

/** Written down before it is done, like an erasure: a backup must not count or show anybody again who has left. */
const wishOf = (row: SignatureRow, campaign: string, act: Exclude<HeldAct, 'erase'>, now: number): Erasure => ({
  at: isoTime(toHour(now)),
  campaign,
  kind: 'signature',
  id: row.id,
  act,
  mark: markOfForm(row),
});

async function erase(context: Context, token: string): Promise<ChangeOutcome> {
  const held = await findHeld(context.store.read, context, token);
  if (typeof held === 'string') return held;
  await erasePerson(context, campaignOf(held), held.addressIndex);
  return 'done';
}

const campaignOf = ({ campaign }: Held) => ({ id: campaign.id, slug: campaign.settings.slug });

async function show(writing: Writing, vault: Vault, { campaign }: Held, { row, record }: HeldSignature, now: number) {
  const { name = '', comment = '' } = record ?? {};
  await updateSignature(writing, row, { public: 1 }, now);
  const shown = { name, comment, country: row.country, signature: row, shownAt: toHour(now) };
  await showName(writing, vault, campaign.settings.slug, shown);
}
