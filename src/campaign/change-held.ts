import { isoTime, toHour } from '../domain/clock.ts';
import type { Erasure } from '../domain/erasure.ts';
import { markOfForm } from '../store/erasure-ledger.ts';
import { insertPublicName } from '../store/public-names.ts';
import type { SignatureRow } from '../store/schema.ts';
import { updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { Context } from './context.ts';
import { erasePerson } from './erase-person.ts';
import { findHeld, type Held, type HeldSignature } from './find-held.ts';
import { hideName } from './hide-name.ts';

/** What a signer can do on their own page. */
export const heldActs = ['show', 'hide', 'no-news', 'withdraw', 'erase'] as const;
export type HeldAct = (typeof heldActs)[number];

/** `refused`: not in this state, or the link's key does not open what would be shown. */
export type ChangeOutcome = 'done' | 'refused' | 'unknown' | 'gone';

/** Does what the holder of a link asks for. Doing it twice is the same as once. */
export async function changeHeld(context: Context, token: string, act: HeldAct): Promise<ChangeOutcome> {
  if (act === 'erase') return erase(context, token);
  return context.store.write(async (writing) => {
    const held = await findHeld(writing.db, context, token);
    if (held === 'unknown' || held === 'gone') return held;
    if (held.signature?.row.state !== 'confirmed')
      return act === 'withdraw' && held.signature?.row.state === 'withdrawn' ? 'done' : 'refused';
    if (act === 'show' && held.signature.record === undefined) return 'refused';
    await context.ledger.append([wishOf(held.signature.row, held.campaign.settings.slug, act, context.now())]);
    if (act === 'show') await show(writing, held.signature, context.now());
    else if (act === 'no-news') await updateSignature(writing, held.signature.row, { no_news: 1 });
    else await hideName(writing, held.signature.row, act === 'withdraw' ? 'withdrawn' : 'confirmed');
    return 'done';
  });
}

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
  if (held === 'unknown' || held === 'gone') return held;
  await erasePerson(context, campaignOf(held), held.addressIndex);
  return 'done';
}

const campaignOf = ({ campaign }: Held) => ({ id: campaign.id, slug: campaign.settings.slug });

async function show(writing: Writing, { row, record }: HeldSignature, now: number): Promise<void> {
  const { id: signature_id, campaign_id, country } = row;
  await updateSignature(writing, row, { public: 1 });
  const { name = '', comment = '' } = record ?? {};
  await insertPublicName(writing, { signature_id, campaign_id, name, country, comment, shown_at: toHour(now) });
}
