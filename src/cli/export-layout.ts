import type { ExportedLetter, LetterField } from '../campaign/export-letters.ts';
import { csvRow } from '../domain/csv.ts';
import { leftOutOf, textFormat, type TextFormatName } from '../domain/export-format.ts';
import { csvLine, jsonLine, type ExportedValue } from '../domain/export-line.ts';
import type { ExportedSignature, SignatureField } from '../domain/exported-signature.ts';
import type { ExportPurpose } from '../domain/export-purpose.ts';
import type { LeftOutReason } from '../domain/left-out.ts';

/** How opened rows become a file. */
export type ExportLayout<Opened> = {
  /** What one row is called. */
  what: 'signature' | 'letter';
  leftOut: (row: Opened) => LeftOutReason | undefined;
} & (
  | { head: string; line: (row: Opened) => string }
  | { title: string; columns: readonly string[]; cells: (row: Opened) => ExportedValue[] }
);

export function layoutOfSignatures(
  slug: string,
  format: TextFormatName | 'xlsx',
  fields: readonly SignatureField[],
  purpose: ExportPurpose | '',
): ExportLayout<ExportedSignature> {
  const what = 'signature';
  // A workbook holds whom a CSV file would.
  const leftOut = leftOutOf(textFormat[format === 'xlsx' ? 'csv' : format], purpose);
  if (format === 'xlsx') return { what, leftOut, ...table('Signatures', fields) };
  const { head, line } = textFormat[format];
  return { what, leftOut, head: head(fields), line: (row) => line(row, fields, slug) };
}

export function layoutOfLetters(
  format: 'csv' | 'jsonl' | 'xlsx',
  fields: readonly LetterField[],
): ExportLayout<ExportedLetter> {
  const all = { what: 'letter', leftOut: () => undefined } as const;
  if (format === 'xlsx') return { ...all, ...table('Letters', fields) };
  return format === 'csv'
    ? { ...all, head: csvRow(fields), line: (row) => csvLine(fields, row) }
    : { ...all, head: '', line: (row) => jsonLine(fields, row) };
}

const table = <Field extends string>(title: string, columns: readonly Field[]) => ({
  title,
  columns,
  cells: (row: Readonly<Record<Field, ExportedValue>>): ExportedValue[] => columns.map((column) => row[column]),
});
