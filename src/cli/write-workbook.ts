import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportedValue } from '../domain/export-line.ts';
import { mostSheetRows, sheetFoot, sheetHead, sheetRow } from '../domain/sheet.ts';
import { sheetPath, workbookParts } from '../domain/workbook.ts';

/** Twice as quick as zlib's default, and hardly larger for rows that look alike. */
const compressionLevel = 2;
/** The same rows make the same file, whenever. A zip's time begins in 1980. */
const mtime = new Date(Date.UTC(1980, 0, 1, 12));

/**
 * An XLSX file, as it grows: whatever its size, no more than a page of rows is in memory. Where a sheet is full another one goes on.
 * @param title of the sheets
 * @param pages rows of cells, some at a time
 */
export async function* workbook(
  title: string,
  columns: readonly string[],
  pages: AsyncIterable<readonly (readonly ExportedValue[])[]>,
  mostRows = mostSheetRows,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const zipped = zip.outputStream as Readable;
  const writing = writeSheets(zip, { title, columns, pages, mostRows }).catch((error: unknown) => {
    zipped.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  // Each read asks for more rows: the archive never runs ahead of whoever writes it down.
  for await (const chunk of zipped) yield chunk as Buffer;
  await writing;
}

interface Sheets {
  title: string;
  columns: readonly string[];
  pages: AsyncIterable<readonly (readonly ExportedValue[])[]>;
  mostRows: number;
}

async function writeSheets(zip: ZipFile, { title, columns, pages, mostRows }: Sheets): Promise<void> {
  const rows = pages[Symbol.asyncIterator]();
  let left: readonly (readonly ExportedValue[])[] = [];
  let sheets = 0;

  async function* sheet(): AsyncGenerator<string> {
    yield sheetHead + sheetRow(1, columns, true);
    let number = 1;
    for (;;) {
      let ended = false;
      while (left.length === 0 && !ended) {
        const next = await rows.next();
        ended = next.done === true;
        left = next.done === true ? [] : next.value;
      }
      const some = left.slice(0, mostRows - number);
      if (some.length === 0) break;
      left = left.slice(some.length);
      yield some.map((cells) => sheetRow((number += 1), cells)).join('');
    }
    yield sheetFoot;
  }

  do {
    sheets += 1;
    const stream = Readable.from(sheet());
    const ended = new Promise<void>((resolve, reject) => {
      stream.once('end', resolve);
      stream.once('error', reject);
    });
    zip.addReadStream(stream, sheetPath(sheets), { mtime, compressionLevel });
    await ended;
  } while (left.length > 0);
  for (const [path, xml] of Object.entries(workbookParts(sheets, title)))
    zip.addBuffer(Buffer.from(xml), path, { mtime });
  zip.end();
}
