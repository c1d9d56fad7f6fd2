import { csvRow, formulaSafe } from '../domain/csv.ts';
import { isoTime } from '../domain/clock.ts';
import type { SignatureRecord, SignatureState } from '../domain/signature.ts';
import type { Store } from '../store/store.ts';
import { signaturesAfter, type ExportedSignature } from '../store/signatures.ts';

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
const pageSize = 250;

export interface ExportOptions {
  campaignId: number;
  format: ExportFormat;
  /** Those who have not confirmed yet too; their `confirmed_at` is empty. */
  all: boolean;
  /** Opens a row with an organizer's identity: the record, or a sentence that says why it cannot be opened. */
  open: (row: ExportedSignature) => Promise<SignatureRecord | string>;
}

export interface ExportedPage {
  text: string;
  rows: number;
  /** Rows that are left out, each with the reason. */
  unopened: { id: number; reason: string }[];
}

/**
 * The campaign's signatures, a page of lines at a time. CSV cells that a spreadsheet would run are
 * prefixed with an apostrophe; JSON Lines hold every value as it is.
 */
export async function* exportSignatures(
  store: Store,
  { campaignId, format, all, open }: ExportOptions,
): AsyncGenerator<ExportedPage> {
  const states: SignatureState[] = all ? ['pending', 'confirmed'] : ['confirmed'];
  if (format === 'csv') yield { text: csvRow(columns), rows: 0, unopened: [] };
  let after = 0;
  for (;;) {
    const page = await signaturesAfter(store.read, campaignId, after, states, pageSize);
    if (page.length === 0) return;
    after = page.at(-1)?.id ?? after;
    const lines: string[] = [];
    const unopened: ExportedPage['unopened'] = [];
    for (const row of page) {
      const record = await open(row);
      if (typeof record === 'string') unopened.push({ id: row.id, reason: record });
      else lines.push(lineOf(row, record, format));
    }
    yield { text: lines.join(''), rows: page.length, unopened };
  }
}

function lineOf(row: ExportedSignature, record: SignatureRecord, format: ExportFormat): string {
  const line = {
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
  };
  if (format === 'jsonl') return `${JSON.stringify(line)}\n`;
  return csvRow(Object.values(line).map((value) => formulaSafe(String(value ?? ''))));
}
