import { csvRow, formulaSafe } from '../domain/csv.ts';
import { isoTime } from '../domain/clock.ts';
import type { SignatureState } from '../domain/signature.ts';
import type { SignatureRow } from '../store/schema.ts';
import { signaturesAfter } from '../store/signatures.ts';
import type { Store } from '../store/open-store.ts';

export type ExportFormat = 'csv' | 'jsonl';

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

/** Enough rows a read to keep the disk busy, few enough to hold in memory. */
const pageSize = 1000;

export interface ExportOptions {
  campaignId: number;
  format: ExportFormat;
  /** Those who have not confirmed yet too; their `confirmed_at` is empty. */
  all: boolean;
}

/**
 * The campaign's signatures, a page of lines at a time. CSV cells that a spreadsheet would run are
 * prefixed with an apostrophe; JSON Lines hold every value as it is.
 */
export async function* exportSignatures(
  store: Store,
  { campaignId, format, all }: ExportOptions,
): AsyncGenerator<{ text: string; rows: number }> {
  const states: SignatureState[] = all ? ['pending', 'confirmed'] : ['confirmed'];
  if (format === 'csv') yield { text: csvRow(columns), rows: 0 };
  let after = 0;
  for (;;) {
    const page = await signaturesAfter(store.read, campaignId, after, states, pageSize);
    if (page.length === 0) return;
    after = page.at(-1)?.id ?? after;
    yield { text: page.map((row) => lineOf(row, format)).join(''), rows: page.length };
  }
}

function lineOf(row: SignatureRow, format: ExportFormat): string {
  const record = {
    id: row.id,
    name: row.name,
    email: row.email,
    country: row.country,
    postcode: row.postcode,
    comment: row.comment,
    public: row.public === 1,
    updates: row.updates === 1,
    source: row.source,
    locale: row.locale,
    confirmed_at: row.confirmed_at === null ? null : isoTime(row.confirmed_at),
  };
  if (format === 'jsonl') return `${JSON.stringify(record)}\n`;
  return csvRow(Object.values(record).map((value) => formulaSafe(String(value ?? ''))));
}
