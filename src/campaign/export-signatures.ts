import { isoTime } from '../domain/clock.ts';
import { placeOf } from '../domain/place.ts';
import type { SignatureRecord, SignatureState } from '../domain/signature.ts';
import type { Reading } from '../store/schema.ts';
import { signatureCounts, signaturesAfter, type ExportedSignature } from '../store/signatures.ts';
import type { Exportable, ExportedLine, OpenSealed } from './export-pages.ts';

const columns = [
  'id',
  'name',
  'email',
  'country',
  'postcode',
  'comment',
  'public',
  'updates',
  'source',
  'locale',
  'confirmed_at',
] as const;

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
): Promise<Exportable<ExportedSignature>> {
  const states: SignatureState[] = all ? ['pending', 'confirmed'] : ['confirmed'];
  const counts = await signatureCounts(db, campaign.id);
  return {
    what: 'signature',
    columns,
    total: states.reduce((sum, state) => sum + counts[state], 0),
    rowsAfter: (id, most) => signaturesAfter(db, campaign.id, id, states, most),
    open: async (row) => {
      const record = await open(row, placeOf.signature(campaign.slug, row.id, row.form));
      return typeof record === 'string' ? record : lineOf(row, record as SignatureRecord);
    },
  };
}

const lineOf = (
  row: ExportedSignature,
  record: SignatureRecord,
): Record<(typeof columns)[number], ExportedLine[string]> => ({
  id: row.id,
  name: record.name,
  email: record.email,
  country: row.country,
  postcode: record.postcode,
  comment: record.comment,
  public: row.public === 1,
  updates: record.updates && row.no_news === 0,
  source: row.source,
  locale: row.locale,
  confirmed_at: row.confirmed_at === null ? null : isoTime(row.confirmed_at),
});
