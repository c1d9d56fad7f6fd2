import { csvRow, formulaSafe } from '../domain/csv.ts';

export type ExportFormat = 'csv' | 'jsonl';

/** One row's values by column. */
export type ExportedLine = Record<string, string | number | boolean | readonly string[] | null>;

/** Opens what is sealed in a row: its record, or a sentence that says why it cannot be opened. */
export type OpenSealed = (row: { sealed: Buffer; epoch_id: number }, place: string) => Promise<object | string>;

/** What an export is made of. */
export interface Exportable<Row extends { id: number } = { id: number }> {
  /** What one row is called. */
  what: 'signature' | 'letter';
  columns: readonly string[];
  /** How many rows there will be, about. */
  total: number;
  /** Rows by rising number, at most so many of them. */
  rowsAfter: (id: number, most: number) => Promise<Row[]>;
  /** A line of `columns`, or a sentence that says why the row cannot be opened. */
  open: (row: Row) => Promise<ExportedLine | string>;
}

export interface ExportedPage {
  text: string;
  rows: number;
  /** Rows that are left out, each with the reason. */
  unopened: { id: number; reason: string }[];
}

/** Enough rows a read to keep the disk busy, few enough to hold in memory. */
const pageSize = 250;

/**
 * A page of lines at a time. CSV cells that a spreadsheet would run are prefixed with an apostrophe; JSON Lines hold
 * every value as it is.
 */
export async function* exportPages<Row extends { id: number }>(
  { columns, rowsAfter, open }: Exportable<Row>,
  format: ExportFormat,
): AsyncGenerator<ExportedPage> {
  if (format === 'csv') yield { text: csvRow(columns), rows: 0, unopened: [] };
  let after = 0;
  for (;;) {
    const page = await rowsAfter(after, pageSize);
    if (page.length === 0) return;
    after = page.at(-1)?.id ?? after;
    const lines: string[] = [];
    const unopened: ExportedPage['unopened'] = [];
    for (const row of page) {
      const line = await open(row);
      if (typeof line === 'string') unopened.push({ id: row.id, reason: line });
      else
        lines.push(format === 'jsonl' ? `${JSON.stringify(line)}\n` : csvRow(columns.map((name) => cell(line[name]))));
    }
    yield { text: lines.join(''), rows: page.length, unopened };
  }
}

const cell = (value: ExportedLine[string] | undefined): string =>
  formulaSafe(Array.isArray(value) ? value.join('; ') : String(value ?? ''));
