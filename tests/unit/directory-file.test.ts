import { assert, constantFrom, property, string, array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeZoneOf } from '../../src/domain/time-zone.ts';
import { read, reading, refusal } from '../support/a-directory-file.ts';
import { aPopolo, messages } from '../support/a-popolo.ts';

const congress =
  "- id: {bioguide: E1}\n  name: {official_full: Ada}\n  terms:\n  - {type: sen, end: '2029-01-03', state: WA}\n";
const state =
  'id: p1\nname: Ada\nroles:\n- type: upper\n  jurisdiction: ocd-jurisdiction/country:us/state:al/government\n  district: "1"\n';

describe('A format is told by what stands in the file, whatever it is called', () => {
  test.each([
    ['Popolo', JSON.stringify(aPopolo()), 'example-parliament'],
    ['Popolo after a mark and blank lines', `\uFEFF\n\n${JSON.stringify(aPopolo())}`, 'example-parliament'],
    ['congress-legislators', congress, 'us-congress'],
    ['with a comment and the mark of a document', `# made up\n---\n${congress}`, 'us-congress'],
    ['Open States', state, 'us-al-legislature'],
    ['CSV', 'name,email\nAda,a@example.org', 'members'],
    ['CSV with a comment', '# made up: by nobody\nname,email\nAda,a@example.org', 'members'],
  ])('%s', (_, text, id) => {
    expect(read(text).directory.id).toBe(id);
  });

  test.each([
    ['<!doctype html><title>404</title>', 'web page'],
    ['PK\u0003\u0004…', 'spreadsheet'],
    ['a\0b\0', 'spreadsheet'],
    ['[1, 2', 'not JSON'],
    ['[]', 'terms of office'],
    ['- a\n- b', 'terms of office'],
    ['name: Alabama', 'no person'],
    ['', 'empty'],
  ])('%j is none of them', (text, words) => {
    expect(refusal(text)).toContain(words);
  });
});

describe('YAML that is made to do harm', () => {
  test('A billion laughs are refused at the first', () => {
    const bomb = Array.from({ length: 30 }, (_, at) => `  a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n');
    expect(refusal(`- terms: &a0 [x]\n${bomb}\n`)).toMatch(/not YAML/);
  });

  test('Brackets without end are refused', () => {
    expect(refusal(`- terms: ${'['.repeat(10_000)}`)).toMatch(/nested too deeply/);
  });

  test('A prototype is a key like others', () => {
    expect(read(`${state}__proto__:\n  polluted: "yes"\n`).representatives).toHaveLength(1);
    expect({}).not.toHaveProperty('polluted');
  });

  test('Norway stays a word, and a district keeps its zeros', () => {
    const found = read(state.replace('name: Ada', 'name: No').replace('"1"', '007'));
    expect(found.representatives[0]).toMatchObject({ name: 'No', areaName: 'AL 007' });
  });
});

test('Whatever a file holds, it is read or refused', () => {
  const piece = constantFrom(
    '\n',
    '- ',
    'name: ',
    'name,email',
    ',',
    '"',
    '{',
    '[',
    '&a ',
    '*a',
    '#',
    ': ',
    '\t',
    '---',
    'roles:',
  );
  assert(
    property(array(constantFrom(0, 1)), array(piece), string(), (_, pieces, rest) => {
      for (const text of [rest, pieces.join(''), pieces.join(rest)])
        expect(['read', 'unreadable']).toContain(reading(text).outcome);
    }),
    { numRuns: 500 },
  );
});

describe('The time zone in which a Popolo file’s members have their offices', () => {
  const zoned = (time_zone: string) => read(JSON.stringify(aPopolo({ meta: { country: 'DE', time_zone } })));

  test('is taken as Intl spells it', () => {
    expect(zoned('europe/berlin').directory.timeZone).toBe('Europe/Berlin');
    expect(timeZoneOf('UTC')).toBe('UTC');
  });

  test.each(['Mars/Base', '+01:00', 'Europe/Berlin; drop'])('is left out with a warning if it is %s', (zone) => {
    const found = zoned(zone);
    expect(found.directory.timeZone).toBe('');
    expect(messages(found)).toEqual([expect.stringContaining('time zone')]);
  });
});

test('What the organizer says goes before what a Popolo file says', () => {
  const said = {
    id: 'x',
    title: 'X',
    source: 's',
    licence: 'l',
    asOf: '2026-10-01',
    country: 'FR',
    usableForSending: false,
  };
  const found = read(JSON.stringify(aPopolo()), { said });
  const { country, ...directory } = said;
  expect(found.directory).toMatchObject(directory);
  expect(found.representatives.map((member) => member.country)).toEqual([country, country]);
});
