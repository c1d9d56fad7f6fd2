import { toHour } from '../domain/clock.ts';
import { campaignById, campaignRow, updateCampaign, type CampaignRow } from '../store/campaigns.ts';
import type { Writing } from '../store/writer.ts';
import type { Context, RunningCampaign } from './context.ts';
import { noteAct } from './note-act.ts';

/**
 * Holds back all letters of a campaign that have not left yet, or lets them go on. Letters can still be written; none is lost.
 * @returns `as-before` where nothing had to change
 */
export const pauseLetters = (
  { store, now }: Pick<Context, 'store' | 'now'>,
  slug: string,
  paused: boolean,
): Promise<'done' | 'as-before' | 'unknown'> =>
  store.write(async (writing) => {
    const row = await campaignRow(writing.db, slug);
    return row === undefined ? 'unknown' : hold(writing, row, paused, now());
  });

/** The same by an organizer, with a note of it. */
export const pauseLettersAs = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  { id, folder: { slug } }: RunningCampaign,
  organizer: string,
  paused: boolean,
): Promise<'done' | 'as-before'> =>
  store.write(async (writing) => {
    const row = await campaignById(writing.db, id);
    if (row === undefined) throw new Error(`campaign ${id} has no row`);
    const outcome = await hold(writing, row, paused, now());
    if (outcome === 'as-before') return outcome;
    const [from, to] = paused ? ['open', 'paused'] : ['paused', 'open'];
    const facts = { setting: 'letters', from, to };
    await noteAct(writing, vault, { at: now(), organizer, act: 'setting-changed', campaign: slug, facts });
    return outcome;
  });

async function hold(writing: Writing, row: CampaignRow, paused: boolean, now: number): Promise<'done' | 'as-before'> {
  if ((row.letters_paused_at !== null) === paused) return 'as-before';
  await updateCampaign(writing, row.id, { letters_paused_at: paused ? toHour(now) : null });
  writing.touch('letters');
  return 'done';
}
