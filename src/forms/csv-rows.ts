/**
 * The rows of a table as spreadsheets write it (RFC 4180), the heading included. Parted by comma, semicolon or tab,
 * whichever stands most in the first line; a byte order mark and any line ends are taken; lines without a word are left out.
 */
export function csvRows(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const cell = source[at] === '"' ? quoted(source, at) : { value: '', end: at };
    const end = endOfCell(source, cell.end, delimiter);
    row.push(cell.value + source.slice(cell.end, end));
    at = end + 1;
    if (source[end] === delimiter) {
      if (at === source.length) row.push('');
      continue;
    }
    if (source[end] === '\r' && source[at] === '\n') at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((value) => value.trim() !== ''));
}

/** The value of a cell in quotes that opens at `start`, and where it ends; two quotes in it are one. */
function quoted(source: string, start: number): { value: string; end: number } {
  let end = source.indexOf('"', start + 1);
  while (end !== -1 && source[end + 1] === '"') end = source.indexOf('"', end + 2);
  // A quote that nobody closes takes all the rest.
  if (end === -1) end = source.length;
  return { value: source.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}

function endOfCell(source: string, from: number, delimiter: string): number {
  let end = from;
  while (end < source.length && source[end] !== delimiter && source[end] !== '\n' && source[end] !== '\r') end++;
  return end;
}

function delimiterOf(source: string): string {
  const [heading = ''] = /^[^\r\n]*/.exec(source) ?? [];
  const count = (delimiter: string): number => heading.split(delimiter).length;
  // Where two stand equally often, the comma is part of a name.
  return [';', '\t'].reduce((best, other) => (count(other) > 1 && count(other) >= count(best) ? other : best), ',');
}
