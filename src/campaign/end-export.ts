import { factsOfEnd } from '../domain/export-purpose.ts';
import type { LeftOut } from '../domain/left-out.ts';
import type { Context, RunningCampaign } from './context.ts';
import { noteAct } from './note-act.ts';
import type { FoundExport } from './running-export.ts';

/** How an export in a browser ended. Only the browser knows, and the log says that it told so. */
export interface ToldEnd {
  act: 'export-done' | 'export-stopped';
  written: number;
  leftOut: LeftOut;
}

export async function endExport(
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  campaign: RunningCampaign,
  organizer: string,
  { id }: Extract<FoundExport, { outcome: 'running' }>,
  { act, written, leftOut }: ToldEnd,
): Promise<void> {
  const facts = { ...factsOfEnd(id, written, leftOut), told_by: 'browser' };
  const entry = { at: now(), organizer, act, campaign: campaign.settings.slug, facts };
  await store.write((writing) => noteAct(writing, vault, entry));
}
