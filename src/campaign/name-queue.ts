import type { Moderation } from '../domain/moderation.ts';
import { namesAPage } from '../domain/moderation.ts';
import type { ShownName } from '../domain/signature.ts';
import { namesInQueue, versionOfName, type NameKey } from '../store/moderation.ts';
import type { Reading } from '../store/schema.ts';
import type { Vault } from '../vault/vault.ts';
import type { RunningCampaign } from './context.ts';
import { openShown, type BrokenName } from './shown-names.ts';

/** A public name as an organizer looks at it. */
export interface QueuedName extends ShownName {
  signatureId: number;
  version: string;
  country: string;
}

export interface QueuePage {
  names: QueuedName[];
  /** Where the next page begins; undefined on the last one. */
  next: NameKey | undefined;
}

/** A page of the names and comments of which organizers have said this. */
export async function nameQueue(
  db: Reading,
  vault: Vault,
  { id, settings: { slug } }: RunningCampaign,
  queue: Moderation,
  after: NameKey | undefined,
  broken?: BrokenName,
): Promise<QueuePage> {
  const found = await namesInQueue(db, id, queue, after, namesAPage + 1);
  const rows = found.slice(0, namesAPage);
  const last = rows.at(-1);
  return {
    names: rows.flatMap((row) => {
      const shown = openShown(vault, slug, row, broken);
      const { signature_id: signatureId, country } = row;
      return shown === undefined ? [] : [{ ...shown, signatureId, version: versionOfName(row), country }];
    }),
    next:
      last === undefined || found.length === rows.length
        ? undefined
        : { shownAt: last.shown_at, signatureId: last.signature_id },
  };
}
