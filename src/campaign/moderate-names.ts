import type { Moderation } from '../domain/moderation.ts';
import { namesOf, setModeration, versionOfName } from '../store/moderation.ts';
import type { Context, RunningCampaign } from './context.ts';
import { noteAct } from './note-act.ts';

export interface NameDecision {
  /** The handle of who decides. */
  organizer: string;
  choice: Exclude<Moderation, 'waiting'>;
  /** The queue in which the names were looked at. */
  seenIn: Moderation;
  names: readonly { signatureId: number; version: string }[];
}

/**
 * Approves or hides names as they were looked at. Left alone are those that their signers have changed or taken back since, and,
 * where they would be approved, those on which somebody else has decided meanwhile. Deciding twice is the same as once.
 * @returns how many stand as they should now, and how many were left alone
 */
export const moderateNames = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  { id: campaignId, settings }: RunningCampaign,
  { organizer, choice, seenIn, names }: NameDecision,
): Promise<{ decided: number; left: number }> =>
  store.write(async (writing) => {
    const seen = new Map(names.map(({ signatureId, version }) => [signatureId, version]));
    const rows = seen.size === 0 ? [] : await namesOf(writing.db, campaignId, [...seen.keys()]);
    const unchanged = rows.filter((row) => seen.get(row.signature_id) === versionOfName(row));
    const done = unchanged.filter(({ moderation }) => moderation === choice);
    const open = unchanged.filter(
      ({ moderation }) => moderation !== choice && (choice === 'hidden' || moderation === seenIn),
    );
    const ids = open.map((row) => row.signature_id).toSorted((a, b) => a - b);
    if (ids.length > 0) {
      await setModeration(writing, campaignId, ids, choice);
      const facts = { count: ids.length, signatures: ids.map(String) };
      await noteAct(writing, vault, {
        at: now(),
        organizer,
        act: `names-${choice}`,
        campaign: settings.slug,
        facts,
      });
    }
    const decided = ids.length + done.length;
    return { decided, left: seen.size - decided };
  });
