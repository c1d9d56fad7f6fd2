import { toHour } from '../domain/clock.ts';
import { deletePublicName, insertPublicName } from '../store/public-names.ts';
import { updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { Context } from './context.ts';
import { erasePerson } from './erase-person.ts';
import { findHeld, type Held, type HeldSignature } from './find-held.ts';

/** What a signer can do on their own page. */
export const heldActs = ['show', 'hide', 'withdraw', 'erase'] as const;
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
    if (act === 'show') return show(writing, held.signature, context.now());
    await hide(writing, held.signature, act === 'withdraw' ? 'withdrawn' : 'confirmed');
    return 'done';
  });
}

async function erase(context: Context, token: string): Promise<ChangeOutcome> {
  const held = await findHeld(context.store.read, context, token);
  if (held === 'unknown' || held === 'gone') return held;
  await erasePerson(context, campaignOf(held), held.addressIndex);
  return 'done';
}

const campaignOf = ({ campaign }: Held) => ({ id: campaign.id, slug: campaign.settings.slug });

async function show(writing: Writing, { row, record }: HeldSignature, now: number): Promise<ChangeOutcome> {
  if (record === undefined) return 'refused';
  const { name, comment } = record;
  const { id: signature_id, campaign_id, country } = row;
  await updateSignature(writing, row, { public: 1 });
  await insertPublicName(writing, { signature_id, campaign_id, name, country, comment, shown_at: toHour(now) });
  return 'done';
}

/** Whoever withdraws is shown no longer. */
async function hide(writing: Writing, { row }: HeldSignature, state: 'confirmed' | 'withdrawn'): Promise<void> {
  await updateSignature(writing, row, { public: 0, state });
  await deletePublicName(writing, row.campaign_id, row.id);
}
