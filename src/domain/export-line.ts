import { csvRow, formulaSafe } from './csv.ts';

export type ExportedValue = string | number | boolean | readonly string[] | null;

/**
 * A line of CSV for spreadsheets: what one could take for a formula has an apostrophe in front, true and false are words, a list is
 * joined by semicolons, null is empty.
 */
export const csvLine = <Column extends string>(
  columns: readonly Column[],
  row: Readonly<Record<Column, ExportedValue>>,
): string => csvRow(columns.map((column) => cellOf(row[column])));

/** A line of JSON Lines: every value exactly as it is. Half a surrogate pair stands as its escape. */
export function jsonLine<Column extends string>(
  columns: readonly Column[],
  row: Readonly<Record<Column, ExportedValue>>,
): string {
  const line: Partial<Record<Column, ExportedValue>> = {};
  for (const column of columns) line[column] = row[column];
  return `${JSON.stringify(line)}\n`;
}

/** How a value stands in a table's cell. */
export const textOf = (value: ExportedValue): string => (Array.isArray(value) ? value.join('; ') : String(value ?? ''));

const cellOf = (value: ExportedValue): string => formulaSafe(textOf(value));
