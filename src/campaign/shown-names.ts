import { placeOf } from '../domain/place.ts';
import type { ShownName } from '../domain/signature.ts';
import { insertPublicName, newestPublicNames, type PublicNameRow } from '../store/public-names.ts';
import type { Reading } from '../store/schema.ts';
import type { Writing } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';

interface Shown extends ShownName {
  signature: { id: number; campaign_id: number };
  country: string;
  shownAt: number;
}

/** Puts a signer who chose it on the page. */
export const showName = (
  writing: Writing,
  vault: Vault,
  slug: string,
  { signature, name, comment, country, shownAt }: Shown,
): Promise<void> => {
  const record: ShownName = { name, comment };
  return insertPublicName(writing, {
    signature_id: signature.id,
    campaign_id: signature.campaign_id,
    shown: vault.sealForServer(placeOf.shown(slug, signature.id), record),
    country,
    shown_at: shownAt,
  });
};

export const openShown = (vault: Vault, slug: string, row: Pick<PublicNameRow, 'signature_id' | 'shown'>): ShownName =>
  vault.openForServer(placeOf.shown(slug, row.signature_id), row.shown) as ShownName;

/** The latest signers who chose to be shown. */
export async function newestNames(
  db: Reading,
  vault: Vault,
  campaign: { id: number; slug: string },
  most: number,
): Promise<(ShownName & { country: string })[]> {
  const rows = await newestPublicNames(db, campaign.id, most);
  return rows.map((row) => ({ ...openShown(vault, campaign.slug, row), country: row.country }));
}
