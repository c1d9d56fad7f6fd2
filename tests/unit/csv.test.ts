import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow, formulaSafe } from '../../src/domain/csv.ts';
import { parseCsv } from '../support/parse-csv.ts';

describe('A row that an organizer exports', () => {
  test.each([
    [['id', 'name'], 'id,name\r\n'],
    [['1', 'Ada, Example'], '1,"Ada, Example"\r\n'],
    [['Sam "Sample"'], '"Sam ""Sample"""\r\n'],
    [['two\nlines', 'two\r\nlines'], '"two\nlines","two\r\nlines"\r\n'],
    [['a;b', 'a\tb', ' a', 'a '], '"a;b","a\tb"," a","a "\r\n'],
    [['', ''], ',\r\n'],
    [[''], '""\r\n'],
    [['山田　太郎', 'Zoë'], '山田　太郎,Zoë\r\n'],
  ])('%j becomes %j', (cells, row) => {
    expect(csvRow(cells)).toBe(row);
  });

  test('whatever people typed is read back as they typed it', () => {
    const cell = oneof(string({ unit: 'binary' }), string({ unit: constantFrom(...'a",;\r\n\t \uFEFF'.split('')) }));
    assert(
      property(array(array(cell, { minLength: 1 })), (rows) => {
        expect(parseCsv(rows.map(csvRow).join(''))).toEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('A cell that a spreadsheet could run', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\nx',
    '\tx',
    ' =1',
    '\u3000=1',
    '\u00A0=1',
    '\uFEFF=1',
    '\u200B=1',
    ' \n =1',
    '＝1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '=HYPERLINK("https://x.example","x")',
  ])('%j gets an apostrophe in front', (cell) => {
    expect(formulaSafe(cell)).toBe(`'${cell}`);
  });

  test.each(['', 'Ada', ' Ada', 'a=1', "'=1", '1-2', 'ada@example.org', '山田　太郎', '(=1)'])(
    '%j stays as it is',
    (cell) => {
      expect(formulaSafe(cell)).toBe(cell);
    },
  );

  test('no text starts with a sign once it is safe, and nothing else about it changes', () => {
    assert(
      property(string({ unit: constantFrom(..."=+-@＝＋－＠\t\r\n \u3000\uFEFFab'".split('')) }), (cell) => {
        const safe = formulaSafe(cell);
        expect(safe.trim()).not.toMatch(/^[=+\-@＝＋－＠]/);
        expect(safe).not.toMatch(/^[\t\r\n]/);
        expect([cell, `'${cell}`]).toContain(safe);
        expect(formulaSafe(safe)).toBe(safe);
      }),
    );
  });
});
