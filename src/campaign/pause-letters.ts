import { toHour } from '../domain/clock.ts';
import { campaignRow, updateCampaign } from '../store/campaigns.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

/**
 * Holds back all letters of a campaign that have not left yet, or lets them go on. Letters can still be written; none is lost.
 * @param organizer the handle of whose word it is, or `command`
 * @returns `as-before` where nothing had to change
 */
export const pauseLetters = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  slug: string,
  paused: boolean,
  organizer: string,
): Promise<'done' | 'as-before' | 'unknown'> =>
  store.write(async (writing) => {
    const row = await campaignRow(writing.db, slug);
    if (row === undefined) return 'unknown';
    if ((row.letters_paused_at !== null) === paused) return 'as-before';
    await updateCampaign(writing, row.id, { letters_paused_at: paused ? toHour(now()) : null });
    writing.touch('letters');
    const [from, to] = paused ? ['open', 'paused'] : ['paused', 'open'];
    const facts = { setting: 'letters', from, to };
    await noteAct(writing, vault, { at: now(), organizer, act: 'setting-changed', campaign: slug, facts });
    return 'done';
  });
