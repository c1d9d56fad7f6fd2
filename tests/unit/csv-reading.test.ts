import { assert, property, string, array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow } from '../../src/domain/csv.ts';
import { readCsv } from '../../src/forms/csv.ts';

const cellsOf = (text: string): string[][] => {
  const table = readCsv(text);
  if ('reason' in table) throw new Error(table.reason);
  return [table.header, ...table.rows.map(({ cells }) => cells)];
};

describe('A spreadsheet of members', () => {
  test.each([
    ['commas', 'name,email\nAda,a@example.org'],
    ['semicolons, as where the comma is in numbers', 'name;email\nAda;a@example.org'],
    ['tabs', 'name\temail\nAda\ta@example.org'],
    ['the ends of lines of Windows', 'name,email\r\nAda,a@example.org\r\n'],
    ['those of an old Mac', 'name,email\rAda,a@example.org\r'],
    ['a byte order mark', '\uFEFFname,email\nAda,a@example.org'],
    ['Excel’s line about the delimiter', 'sep=;\nname;email\nAda;a@example.org'],
    ['quotes round everything', '"name","email"\n"Ada","a@example.org"'],
    ['a space before the quotes', 'name, "email"\nAda, "a@example.org"'],
    ['comments and blank lines', '# made up, by nobody\n\n  \nname,email\n\n# North\nAda,a@example.org\n# the end'],
    ['rows without anything in them', 'name,email\n,\n" ",\nAda,a@example.org\n,,,'],
  ])('may have %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['name', 'email'],
      ['Ada', 'a@example.org'],
    ]);
  });

  test('may have delimiters, quotes and line ends in quotes', () => {
    expect(cellsOf('name,"address; post"\n"Ada ""Addie"" Example, Dr","1 Street\r\nTown"\nSam,"a" b')).toEqual([
      ['name', 'address; post'],
      ['Ada "Addie" Example, Dr', '1 Street\r\nTown'],
      ['Sam', 'a b'],
    ]);
  });

  test('may have a quote inside a word, and rows of any length', () => {
    expect(cellsOf('name,size\nAda "Addie" Example\nSam,5",more')).toEqual([
      ['name', 'size'],
      ['Ada "Addie" Example'],
      ['Sam', '5"', 'more'],
    ]);
  });

  test('may number its rows under a #', () => {
    expect(cellsOf('#,name\n1,Ada')).toEqual([
      ['#', 'name'],
      ['1', 'Ada'],
    ]);
  });

  test('tells where each row begins, as an editor counts', () => {
    const table = readCsv('# made up\n\nname,address\r\n"Ada","1 Street\r\nTown"\r\nSam,\r\n');
    expect(table).toMatchObject({ rows: [{ line: 4 }, { line: 6 }] });
  });

  test('with a quote that never closes is refused rather than cut off', () => {
    expect(readCsv('name,email\nAda,"a@example.org\nSam,s@example.org')).toEqual({
      reason: expect.stringContaining('line 2'),
    });
  });

  test('that is empty is refused', () => {
    for (const text of ['', '\uFEFF', '\n\n', '# nothing']) expect(readCsv(text)).toHaveProperty('reason');
  });
});

test('What our own exports write comes back as it was', () => {
  assert(
    property(array(array(string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const written = rows.map((row) => ['x', ...row.map((cell) => cell.replaceAll('\0', ''))]);
      expect(cellsOf(written.map((row) => csvRow(row)).join(''))).toEqual(written);
    }),
  );
});
