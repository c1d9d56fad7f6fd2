/**
 * One row of CSV (RFC 4180), with its CRLF. Cells come back from any reader as they were given; pass
 * what people typed through `formulaSafe` first if the file may be opened in a spreadsheet.
 */
export function csvRow(cells: readonly string[]): string {
  // A row that is one empty cell would be an empty line, which readers skip.
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map(quoted).join(',')}\r\n`;
}

/** Semicolons and tabs need no quotes by RFC 4180, but some spreadsheets guess them to be separators. */
const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * The cell with an apostrophe in front if a spreadsheet could take it for a formula: it starts, after
 * spaces or invisible characters, with `= + - @`, their full-width forms, a tab or a line end.
 * Source: OWASP, CSV Injection.
 */
export function formulaSafe(cell: string): string {
  return /^[\s\p{Cf}]*[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
}
