import { exportPages, type Exportable, type ExportedPage } from '../campaign/export-pages.ts';
import type { ExportedValue } from '../domain/export-line.ts';
import { leaveOut } from '../domain/left-out.ts';
import { isTooLong } from '../domain/sheet.ts';
import { drain, type Destination } from './drain.ts';
import type { ExportLayout } from './export-layout.ts';
import type { ExportCount } from './export-log.ts';
import type { Progress } from './progress.ts';
import { workbook } from './write-workbook.ts';

/** Rows with the layout of their file. @returns whether somebody read it to its end */
export async function pourExport<Row extends { id: number }, Opened>(
  exportable: Exportable<Row, Opened>,
  layout: ExportLayout<Opened>,
  { to, count }: { to: Destination; count: ExportCount },
): Promise<{ whole: boolean }> {
  return drain(to, exportable.total, (bar) => {
    const pages = kept(exportPages(exportable), layout, count, bar);
    return 'line' in layout ? lines(pages, layout) : sheets(pages, layout, bar);
  });
}

/** Of each page the rows that belong into the file; the others are counted by why they do not. */
export async function* kept<Opened>(
  pages: AsyncIterable<ExportedPage<Opened>>,
  { what, leftOut }: Pick<ExportLayout<Opened>, 'what' | 'leftOut'>,
  count: ExportCount,
  bar: Progress,
): AsyncGenerator<Opened[]> {
  for await (const { opened, unopened } of pages) {
    const rows = opened.filter((row) => {
      const reason = leftOut(row);
      if (reason !== undefined) leaveOut(count.leftOut, reason);
      return reason === undefined;
    });
    for (const { id, reason } of unopened) {
      leaveOut(count.leftOut, 'unopened');
      bar.say(`${what} ${id} left out: ${reason}`);
    }
    yield rows;
    count.written += rows.length;
    bar.advance(opened.length + unopened.length);
  }
}

async function* lines<Opened>(
  pages: AsyncIterable<Opened[]>,
  { head, line }: { head: string; line: (row: Opened) => string },
): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const rows of pages) {
    let text = '';
    for (const row of rows) text += line(row);
    yield text;
  }
}

async function* sheets<Opened>(
  pages: AsyncIterable<Opened[]>,
  { title, columns, cells }: { title: string; columns: readonly string[]; cells: (row: Opened) => ExportedValue[] },
  bar: Progress,
): AsyncGenerator<Buffer> {
  let cut = 0;
  yield* workbook(title, columns, tables());
  if (cut > 0) bar.say(`${cut} values were too long for a cell and are cut: JSON Lines hold all of them.`);

  async function* tables(): AsyncGenerator<ExportedValue[][]> {
    for await (const rows of pages) {
      const table = rows.map(cells);
      for (const row of table) cut += row.filter(isTooLong).length;
      yield table;
    }
  }
}
