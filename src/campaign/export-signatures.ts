import { exportedSignature, type ExportedSignature } from '../domain/exported-signature.ts';
import { placeOf } from '../domain/place.ts';
import type { SignatureRecord, SignatureState } from '../domain/signature.ts';
import type { Reading } from '../store/schema.ts';
import { countSignatures, signaturesAfter, type SealedSignature } from '../store/sealed-signatures.ts';
import type { Exportable, OpenSealed } from './export-pages.ts';

export interface ExportOptions {
  /** A row that was moved here from another campaign does not open. */
  campaign: { id: number; slug: string };
  /** Those who have not confirmed yet too; their `confirmed_at` or `verified_at` is empty. */
  all: boolean;
  open: OpenSealed;
}

/** A campaign's signatures. */
export async function exportedSignatures(
  db: Reading,
  { campaign, all, open }: ExportOptions,
): Promise<Exportable<SealedSignature, ExportedSignature>> {
  const states: SignatureState[] = all ? ['pending', 'confirmed'] : ['confirmed'];
  return {
    total: await countSignatures(db, campaign.id, states),
    rowsAfter: (id, most) => signaturesAfter(db, campaign.id, id, states, most),
    open: async (row) => {
      const record = await open(row, placeOf.signature(campaign.slug, row.id, row.form));
      return typeof record === 'string' ? record : exportedSignature(row, record as SignatureRecord);
    },
  };
}
