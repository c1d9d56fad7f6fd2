import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workbook } from '../../src/cli/write-workbook.ts';
import { csvRow } from '../../src/domain/csv.ts';
import type { ExportedValue } from '../../src/domain/export-line.ts';
import { cellText, columnName, isTooLong, mostCellCharacters } from '../../src/domain/sheet.ts';
import { readXlsx } from '../support/read-xlsx.ts';

/** What people type, and what breaks files. */
const values = {
  phone: '+44 20 7946 0000',
  formula: '=1+1',
  command: '@SUM(A1:A9)',
  chinese: '中文，四個字',
  newline: 'one\ntwo',
  emoji: '👩‍👩‍👧 ✊🏽',
  lines: 'one\ntwo\r\nthree\rfour',
  long: 'Ä'.repeat(10_000),
  controls: 'a\u0000b\u0007c\u001Bd\u007Fe\u0085f',
  escapes: '_x000D_ _x0041_x0042_ _X0041_ _x12',
  markup: '<b>&amp;</b> "quoted" ]]>',
  spaces: '  \tboth ends\t  ',
  zeros: '00123',
  bigNumber: '1234567890123456789',
  date: '1-2',
  arabic: 'مرحبا \u200Fabc',
  noncharacters: 'x\uFFFE\uFFFFy',
};

const fileOf = async (pages: ExportedValue[][][], columns: string[], mostRows?: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  const some = (async function* () {
    yield* pages;
  })();
  for await (const chunk of workbook('Signatures', columns, some, mostRows)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

describe('A spreadsheet file', () => {
  test('has every value exactly as it was typed, and no formula', async () => {
    const columns = Object.keys(values);
    const { sheets, parts } = readXlsx(await fileOf([[Object.values(values)]], columns));
    expect(sheets).toEqual([{ name: 'Signatures', frozen: true, rows: [columns, Object.values(values)] }]);
    for (const xml of parts.values()) {
      expect(xml).not.toMatch(/<f[ >]/);
      // oxlint-disable-next-line no-control-regex -- what XML 1.0 forbids
      expect(xml).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/);
    }
  });

  test('has numbers, true and false as such, and nothing where there is nothing', async () => {
    const { sheets } = readXlsx(
      await fileOf([[[7, true, '', false, null, ['a', 'b']]]], ['a', 'b', 'c', 'd', 'e', 'f']),
    );
    expect(sheets[0]?.rows[1]).toEqual([7, true, '', false, '', 'a; b']);
  });

  test('holds whatever text there is', async () => {
    const text = oneof(
      string({ unit: 'grapheme' }),
      string({ unit: constantFrom(...'_x0041D&<>\r\n\t \u0000\u001F'.split('')) }),
    );
    await assert(
      asyncProperty(array(text, { minLength: 1, maxLength: 5 }), async (row) => {
        const [sheet] = readXlsx(await fileOf([[row]], ['h'])).sheets;
        const read = [...(sheet?.rows[1] ?? [])];
        while (read.length < row.length) read.push('');
        expect(read).toEqual(row);
      }),
      { numRuns: 150 },
    );
  });

  test('has a mark for half a character, which no file can hold', () => {
    expect(cellText('a\uD83Db')).toBe('a\uFFFDb');
    expect(cellText('a👍b')).toBe('a👍b');
  });

  test('goes on in another sheet where one is full, with headings on each', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => [`row ${at}`]);
    const { sheets } = readXlsx(await fileOf([rows.slice(0, 3), [], rows.slice(3)], ['h'], 4));
    expect(sheets.map(({ name, rows: found }) => [name, found.flat()])).toEqual([
      ['Signatures', ['h', 'row 0', 'row 1', 'row 2']],
      ['Signatures 2', ['h', 'row 3', 'row 4', 'row 5']],
      ['Signatures 3', ['h', 'row 6']],
    ]);
    expect(readXlsx(await fileOf([rows.slice(0, 3)], ['h'], 4)).sheets).toHaveLength(1);
    expect(readXlsx(await fileOf([], ['h'])).sheets).toEqual([{ name: 'Signatures', frozen: true, rows: [['h']] }]);
  });

  test('is the same byte for byte, whenever it is made', async () => {
    expect(await fileOf([[['a']]], ['h'])).toEqual(await fileOf([[['a']]], ['h']));
  });

  test('cuts what no cell can hold, and only that', () => {
    expect(isTooLong('x'.repeat(mostCellCharacters))).toBe(false);
    expect(isTooLong('x'.repeat(mostCellCharacters + 1))).toBe(true);
    expect(cellText('x'.repeat(mostCellCharacters + 1))).toHaveLength(mostCellCharacters);
  });

  test('breaks with the rows that it is made of, and does not end as if it were whole', async () => {
    const broken = (async function* (): AsyncGenerator<string[][]> {
      yield [['a']];
      await Promise.reject(new Error('the disk is gone'));
    })();
    await expect(Array.fromAsync(workbook('Signatures', ['h'], broken))).rejects.toThrow('the disk is gone');
  });

  test('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

/** LibreOffice, where it is installed. It is no part of the project. */
const office = await promisify(execFile)('soffice', ['--version']).then(
  () => true,
  () => false,
);
if (!office)
  process.stderr.write(
    'LibreOffice is not installed: that it opens XLSX and CSV files was NOT tested, only what stands in them.\n',
  );

describe.runIf(office)('LibreOffice', () => {
  test.each(['xlsx', 'csv'] as const)(
    'opens %s and shows every value as it was typed',
    { timeout: 180_000 },
    async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-office-'));
      try {
        // What the CSV filter itself cannot write or read stays out: controls, and carriage returns, which it takes for line ends.
        const { controls: _controls, noncharacters: _noncharacters, lines: _lines, ...shown } = values;
        const columns = Object.keys(shown);
        const file = join(folder, `in.${kind}`);
        const row = Object.values(shown);
        writeFileSync(file, kind === 'xlsx' ? await fileOf([[row]], columns) : csvRow(columns) + csvRow(row));
        // UTF-8, comma; every column as text on the way in, quoted text as shown on the way out.
        const columnsAsText = columns.map((_, at) => `${at + 1}/2`).join('/');
        await promisify(execFile)('soffice', [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          ...(kind === 'csv' ? [`--infilter=CSV:44,34,76,1,${columnsAsText}`] : []),
          '--convert-to',
          'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false',
          '--outdir',
          join(folder, 'out'),
          file,
        ]);
        const [head, read] = readCsv(readFileSync(join(folder, 'out/in.csv'), 'utf8'));
        expect(head).toEqual(columns);
        expect(read).toEqual(row);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows;
};
