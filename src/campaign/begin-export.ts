import { factsOfBegun, type ExportPlan } from '../domain/export-purpose.ts';
import { countSignatures } from '../store/sealed-signatures.ts';
import { lastSignatureId } from '../store/signatures.ts';
import type { Context, RunningCampaign } from './context.ts';
import { noteAct } from './note-act.ts';
import { exportedStates } from './running-export.ts';

/** An export that an organizer's browser may now ask for, page by page. */
export interface BegunExport {
  /** Its number, which is that of its entry in the log. */
  id: number;
  /** How many signatures it will be, about: people go on signing and withdrawing. */
  total: number;
}

/** Writes down who takes out what and what for, before a single row is handed out. @param organizer their handle */
export async function beginExport(
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  campaign: RunningCampaign,
  organizer: string,
  plan: ExportPlan,
): Promise<BegunExport> {
  const through = await lastSignatureId(store.read);
  const facts = { ...factsOfBegun(plan), where: 'browser', through };
  const entry = { at: now(), organizer, act: 'export-begun', campaign: campaign.settings.slug, facts };
  return {
    id: await store.write((writing) => noteAct(writing, vault, entry)),
    total: await countSignatures(store.read, campaign.id, exportedStates(plan.all)),
  };
}
