import type { SignatureState } from '../domain/signature.ts';
import { actById, actsSince, type AuditRow } from '../store/audit.ts';
import type { Context, RunningCampaign } from './context.ts';

/** As long as a session: whoever comes back later begins another one, which the log then shows. */
const exportSeconds = 12 * 60 * 60;

export type FoundExport =
  | { outcome: 'running'; id: number; all: boolean; through: number }
  /** Never begun, or not by them, or for another campaign. */
  | { outcome: 'unknown' }
  /** Done, stopped, or begun too long ago. */
  | { outcome: 'over' };

/** The export in a browser that this organizer began. @param organizer their handle */
export async function findExport(
  { store, now }: Pick<Context, 'store' | 'now'>,
  campaign: RunningCampaign,
  organizer: string,
  id: number,
): Promise<FoundExport> {
  const { slug } = campaign.settings;
  const begun = await actById(store.read, id);
  if (begun?.act !== 'export-begun' || begun.organizer !== organizer || begun.campaign !== slug)
    return { outcome: 'unknown' };
  const { where, all, through } = factsOf(begun);
  if (where !== 'browser' || typeof through !== 'number') return { outcome: 'unknown' };
  if (now() >= begun.at + exportSeconds) return { outcome: 'over' };
  const ends = await actsSince(store.read, { after: id, campaign: slug, acts: ['export-done', 'export-stopped'] });
  if (ends.some((end) => factsOf(end).begun === id)) return { outcome: 'over' };
  return { outcome: 'running', id, all: all === true, through };
}

/** What an export holds: those who confirmed, or those who have not yet, too. */
export const exportedStates = (all: boolean): SignatureState[] => (all ? ['pending', 'confirmed'] : ['confirmed']);

const factsOf = ({ facts }: AuditRow): Record<string, unknown> => JSON.parse(facts) as Record<string, unknown>;
