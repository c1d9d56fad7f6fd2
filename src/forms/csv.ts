/** A file of rows under a header. */
export interface CsvTable {
  header: string[];
  rows: CsvRow[];
}

export interface CsvRow {
  /** Where the row begins in the file, from 1. */
  line: number;
  /** As many as there are, be it more or fewer than columns. */
  cells: string[];
}

/**
 * Reads CSV (RFC 4180) as spreadsheets and scripts write it: with a comma, semicolon or tab, whichever the header
 * has most of, or as Excel's `sep=` says; with any line ends, or a byte order mark. Blank lines are left out,
 * and so are lines that begin with `#`. Takes time in proportion to the text, whatever stands in it.
 * @returns a sentence where a quote that never closes would swallow the rest of the file, or a row is wider than any spreadsheet
 */
export function readCsv(text: string): CsvTable | { reason: string } {
  const named = /^\uFEFF?sep=([,;\t])(?:\r\n?|\n)/.exec(text);
  const start = named?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const rows = readRows(text, start, named?.[1] ?? delimiterOf(text, start), named === null ? 1 : 2);
  if ('reason' in rows) return rows;
  const [header, ...rest] = rows;
  return header === undefined ? { reason: 'This file is empty.' } : { header: header.cells, rows: rest };
}

/** Spreadsheets number rows under a column called "#": that one is no comment. */
const comment = /#(?![,;\t])[^\r\n]*/y;
const blank = /[ \t]*(?=[\r\n]|$)/y;
const lineEnd = /\r\n?|\n/y;

function delimiterOf(text: string, start: number): string {
  let at = start;
  for (;;) {
    const skipped = lengthAt(comment, text, at) || lengthAt(blank, text, at);
    const end = lengthAt(lineEnd, text, at + skipped);
    if (end === 0) break;
    at += skipped + end;
  }
  const [header = ''] = /(?:"[^"]*"|[^"\r\n])*/.exec(text.slice(at, at + longestHeader)) ?? [];
  const outside = header.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: outside.split(delimiter).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

const longestHeader = 100_000;
/** Excel's own limit. A column costs more than a cell does: each is looked up by every name that it could have. */
const mostColumns = 16_384;

function readRows(text: string, start: number, delimiter: string, firstLine: number): CsvRow[] | { reason: string } {
  const rows: CsvRow[] = [];
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
  let at = start;
  let line = firstLine;
  while (at < text.length) {
    const skipped = lengthAt(comment, text, at) || lengthAt(blank, text, at);
    if (skipped > 0 || lengthAt(lineEnd, text, at) > 0) {
      at += skipped;
      at += lengthAt(lineEnd, text, at);
      line += 1;
      continue;
    }
    const row: CsvRow = { line, cells: [] };
    for (;;) {
      const cell = readCell(text, at, plain);
      if (cell === undefined)
        return { reason: `A quote (") in the row that begins in line ${row.line} is never closed: is one missing?` };
      row.cells.push(cell.value);
      line += cell.lineEnds;
      at = cell.end;
      if (text[at] !== delimiter) break;
      if (row.cells.length === mostColumns)
        return {
          reason: `The row that begins in line ${row.line} has more columns than any spreadsheet: is this CSV?`,
        };
      at += 1;
    }
    at += lengthAt(lineEnd, text, at);
    line += 1;
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return rows;
}

/** Undefined if a quote is open at the file's end. Some writers put a space before the quote. */
function readCell(
  text: string,
  start: number,
  plain: RegExp,
): { value: string; end: number; lineEnds: number } | undefined {
  const quote = start + lengthAt(/ *(?=")/y, text, start);
  if (text[quote] !== '"') {
    const end = start + lengthAt(plain, text, start);
    return { value: text.slice(start, end), end, lineEnds: 0 };
  }
  let closing = text.indexOf('"', quote + 1);
  while (closing !== -1 && text[closing + 1] === '"') closing = text.indexOf('"', closing + 2);
  if (closing === -1) return undefined;
  const quoted = text.slice(quote + 1, closing).replaceAll('""', '"');
  const end = closing + 1 + lengthAt(plain, text, closing + 1);
  return { value: quoted + text.slice(closing + 1, end), end, lineEnds: quoted.match(/\r\n?|\n/g)?.length ?? 0 };
}

/** How many characters a sticky pattern takes at a place. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
