import { array, assert, constantFrom, jsonValue, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLookup } from '../../src/forms/lookup-file.ts';
import { readSignatureFile } from '../../src/forms/signature-file.ts';
import { read as readDirectory, reading } from '../support/a-directory-file.ts';
import { cpuSeconds } from '../support/cpu-seconds.ts';
import { fuzzRuns, hostileText } from '../support/hostile-text.ts';

const directory = (text: string) => reading(text);
const signatures = (text: string) =>
  readSignatureFile(text, { emailMayBeMissing: true, country: 'DE', map: {}, today: '2026-11-23' });
const lookup = (text: string) => readLookup(text, 'GB');

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');

describe('A file that somebody made to keep us busy is read, or refused in one sentence, within seconds', () => {
  test.each<[string, (text: string) => { outcome: string }, string]>([
    ['a header of brackets', directory, `name,${'('.repeat(300_000)}\nAda,1`],
    ['a header that grows when it is compared', directory, `name,${'\uFDFA'.repeat(100_000)}\nAda,1`],
    ['a million columns', directory, `name${','.repeat(1_000_000)}\nAda`],
    ['a row of a million cells', directory, `name\nAda${','.repeat(1_000_000)}`],
    ['quotes that open on each line', directory, `name\n${'"a\n'.repeat(100_000)}"`],
    ['spaces before nothing', directory, `name\n${`${' '.repeat(1000)}x\n`.repeat(1000)}`],
    ['comments without end', directory, `${'#\n'.repeat(500_000)}name\nAda`],
    ['a comment of old line ends', directory, `#${'\r'.repeat(200_000)}\0`],
    ['50,000 namesakes', directory, `name,area\n${rows(50_000, (at) => `Ada,a${at}`)}`],
    ['50,000 namesakes by address', directory, `name,email\n${rows(50_000, (at) => `Ada,a${at}@example.org`)}`],
    ['a list in a list in a list', directory, `- ${'['.repeat(100_000)}`],
    ['a map in a map in a map', directory, `- ${'{a: '.repeat(100_000)}`],
    ['a list deeper and deeper', directory, rows(2000, (at) => `${' '.repeat(at)}- `)],
    ['a map of many keys', directory, `- terms:\n  - k: 1\n${rows(40_000, (at) => `    k${at}: 1`)}`],
    ['a billion laughs', directory, `- &a0 [lol]\n${rows(30, (at) => `- &a${at + 1} [*a${at}, *a${at}, *a${at}]`)}`],
    ['JSON in JSON in JSON', directory, `{"persons":[${'['.repeat(500_000)}${']'.repeat(500_000)}]}`],
    ['JSON that never closes', directory, '['.repeat(1_000_000)],
    ['100,000 persons of one id', directory, `{"persons":[${'{"id":"a","name":"Ada"},'.repeat(100_000)}{}]}`],
    ['a date of many times', signatures, `name,signed on\nAda,"${'T1:00'.repeat(100_000)}\nx"`],
    ['an address of a megabyte', signatures, `name,email\nAda,${'a.'.repeat(500_000)}@a.example`],
    ['a header of brackets there, too', signatures, `name,${'('.repeat(300_000)}\nAda,1`],
    ['a postcode of spaces', lookup, `postcode,area\nN${' '.repeat(500_000)}1 x,a`],
    ['a postcode that grows when it is compared', lookup, `postcode,area\n${'\uFDFA'.repeat(300_000)},a`],
  ])('%s', async (_, read, text) => {
    expect(await cpuSeconds(() => expect(['read', 'unreadable']).toContain(read(text).outcome))).toBeLessThan(5);
  });
});

test('a file that is nested without end, or wider than any spreadsheet, says so', () => {
  expect(reading(`- ${'['.repeat(100_000)}`)).toEqual({
    outcome: 'unreadable',
    reason: 'This file is nested too deeply for a directory.',
  });
  expect(reading(`name${','.repeat(20_000)}`)).toEqual({
    outcome: 'unreadable',
    reason: 'The row that begins in line 1 has more columns than any spreadsheet: is this CSV?',
  });
  expect(reading(`name${',x'.repeat(16_383)}\nAda`)).toMatchObject({ outcome: 'read' });
});

const names = [
  'name',
  'email',
  'country',
  'area',
  'start',
  'end',
  'time zone',
  'contact form',
  'id',
  'postcode',
  'signed on',
  'public',
];
const cell = oneof(hostileText, constantFrom('Ada Example', 'a@example.org', 'GB', '2026-01-01', '""', '"a"'));
const table = array(array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }).map((some) =>
  [names.join(','), ...some.map((cells) => cells.join(','))].join('\n'),
);
const parts = [
  'persons',
  'memberships',
  'organizations',
  'areas',
  'posts',
  'events',
  'meta',
  'roles',
  'terms',
  'id',
  'name',
  '__proto__',
];
const json = oneof(jsonValue({ stringUnit: 'binary', maxDepth: 5 }), array(jsonValue({ maxDepth: 4 }))).map((value) =>
  JSON.stringify(value),
);
const popolo = array(array(oneof(constantFrom(...parts), json), { minLength: 2, maxLength: 2 }), { maxLength: 6 }).map(
  (pairs) =>
    `{"persons":[{"name":"Ada","id":"a"}]${pairs.map(([name, value]) => `,${JSON.stringify(name)}:${isJson(value!) ? value : '[{"id":"a"}]'}`).join('')}}`,
);
const yaml = array(
  oneof(
    constantFrom(
      '- ',
      '  ',
      'name: ',
      'roles:\n',
      'terms:\n',
      ': ',
      '\n',
      '? ',
      '&a ',
      '*a',
      '|',
      '>',
      '!!x ',
      '---\n',
    ),
    string({ maxLength: 6 }),
  ),
).map((some) => `- ${some.join('')}`);

test('whatever stands in a file of CSV, JSON or YAML, it is read or refused in a sentence, and nothing of it breaks out', () => {
  assert(
    property(oneof(table, popolo, yaml, hostileText, json), (text) => {
      for (const read of [directory, signatures, lookup]) {
        const found = read(text);
        if (found.outcome === 'unreadable') {
          // It is shown on a terminal.
          expect('reason' in found && found.reason).toMatch(/^[^\p{Cc}]{5,2000}$/u);
          continue;
        }
        if (!('representatives' in found)) continue;
        for (const { key, name, email, contactForm } of found.representatives) {
          expect(`${key}${name}${email}`).not.toMatch(/[\p{Cc}\p{Cs}]/u);
          expect(contactForm).toMatch(/^(?:https?:|$)/i);
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: fuzzRuns(600) },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('two people of one name, told apart by an address over two lines, have names of one line', () => {
  const { representatives } = readDirectory(
    'name,email\nAda,"a@example.org;\nb@example.org"\nAda,"c@example.org;\nd@example.org"',
  );
  expect(representatives.map(({ key }) => key)).toEqual([
    'Ada (a@example.org; b@example.org)',
    'Ada (c@example.org; d@example.org)',
  ]);
});
