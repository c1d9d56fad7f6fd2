import { moderationOfNew, type ModerationMode } from '../domain/moderation.ts';
import { placeOf } from '../domain/place.ts';
import type { ShownName } from '../domain/signature.ts';
import { insertPublicName, newestPublicNames, publicName, type PublicNameRow } from '../store/public-names.ts';
import type { Reading } from '../store/schema.ts';
import type { Writing } from '../store/writer.ts';
import { SealBroken } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';

interface Shown extends ShownName {
  signature: { id: number; campaign_id: number };
  country: string;
  shownAt: number;
}

/** Puts a signer who chose it on the page; not before the organizers if they hid the name, or look at each before. */
export async function showName(
  writing: Writing,
  vault: Vault,
  slug: string,
  { signature, name, comment, country, shownAt }: Shown,
): Promise<void> {
  const record: ShownName = { name, comment };
  const before = await publicName(writing.db, signature.id);
  const same =
    before?.moderation === 'approved' && before.country === country && isSame(openShown(vault, slug, before), record);
  await insertPublicName(writing, {
    signature_id: signature.id,
    campaign_id: signature.campaign_id,
    shown: vault.sealForServer(placeOf.shown(slug, signature.id), record),
    country,
    shown_at: shownAt,
    moderation: moderationOfNew(before?.moderation, same),
    // What is left of a hidden name may be of when its signature was invalidated, which it is no longer.
    withheld: 0,
  });
}

const isSame = (before: ShownName | undefined, { name, comment }: ShownName): boolean =>
  before?.name === name && before.comment === comment;

/** @param signature by its number */
export type BrokenName = (signature: number) => void;

type ShownRow = Pick<PublicNameRow, 'signature_id' | 'shown'>;

/**
 * Undefined where the signer took it back, or where the row was changed: one damaged name must not take the page of all away.
 * @param broken told of the latter
 */
export function openShown(
  vault: Vault,
  slug: string,
  row: ShownRow,
  broken: BrokenName = () => undefined,
): ShownName | undefined {
  if (row.shown.length === 0) return undefined;
  try {
    return vault.openForServer(placeOf.shown(slug, row.signature_id), row.shown) as ShownName;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    broken(row.signature_id);
    return undefined;
  }
}

/** The latest signers who chose to be shown, and may be. */
export async function newestNames(
  db: Reading,
  vault: Vault,
  campaign: { id: number; slug: string; moderation: ModerationMode },
  most: number,
  broken?: BrokenName,
): Promise<(ShownName & { country: string })[]> {
  const rows = await newestPublicNames(db, campaign.id, campaign.moderation, most);
  return rows.flatMap(({ country, ...row }) => {
    const shown = openShown(vault, campaign.slug, row, broken);
    return shown === undefined ? [] : [{ ...shown, country }];
  });
}
