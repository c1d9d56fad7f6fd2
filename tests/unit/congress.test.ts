import { describe, expect, test } from 'vitest';
import { read, refusal } from '../support/a-directory-file.ts';
import { messages } from '../support/a-popolo.ts';

const aTerm = (changes = ''): string => `
  - type: rep
    start: '2025-01-03'
    end: '2027-01-03'
    state: WA
    district: 9
    party: Example
    phone: 202-555-0100
    address: 1 Example Building Washington DC 20515
${changes.replace(/^/gm, '    ')}`;

const aMember = (
  terms: string[],
  name = 'first: Ada\n    last: Example\n    official_full: Ada B. Example',
): string => `
- id:
    bioguide: E000001
    govtrack: 400001
  name:
    ${name}
  terms:${terms.join('').trimEnd()}
`;

const senator = "\n  - type: sen\n    start: '2023-01-03'\n    end: '2029-01-03'\n    state: AK\n    party: Example\n";

test('The Congress of the United States is read from congress-legislators, and reached by form', () => {
  const found = read(aMember([aTerm('contact_form: https://example.org/ada')]));
  expect(found.directory).toEqual({
    id: 'us-congress',
    title: 'United States Congress',
    source: 'https://github.com/unitedstates/congress-legislators',
    licence: 'CC0-1.0',
    asOf: '',
    usableForSending: true,
    demonstration: false,
    timeZone: 'America/New_York',
  });
  expect(found.representatives).toEqual([
    {
      key: 'E000001',
      name: 'Ada B. Example',
      role: 'Representative',
      party: 'Example',
      areaId: 'ocd-division/country:us/state:wa/cd:9',
      areaName: 'WA-9',
      country: 'US',
      email: '',
      phone: '202-555-0100',
      contactForm: 'https://example.org/ada',
      address: '1 Example Building Washington DC 20515',
      startsOn: '2025-01-03',
      endsOn: '2027-01-03',
      timeZone: '',
    },
  ]);
  expect(found.warnings).toEqual([]);
});

test('An e-mail address that slipped into the file is never kept', () => {
  const found = read(
    aMember([aTerm('email: ada@example.org\noc_email: ada@example.org')]).replace(
      '  name:',
      '  email: ada@example.org\n  name:',
    ),
  );
  expect(JSON.stringify(found)).not.toContain('ada@example.org');
});

describe('The area is that of the seat', () => {
  test.each([
    ['state: WA', 'district: 9', 'state:wa/cd:9', 'WA-9'],
    ['state: AK', 'district: 0', 'state:ak', 'AK-AL'],
    ['state: DC', 'district: 0', 'district:dc', 'DC-AL'],
    ['state: PR', 'district: 0', 'territory:pr', 'PR-AL'],
    ['state: GU', 'district: 0', 'territory:gu', 'GU-AL'],
  ])('%s, %s', (state, district, division, areaName) => {
    const text = aMember([aTerm().replace('state: WA', state).replace('district: 9', district)]);
    expect(read(text).representatives[0]).toMatchObject({ areaId: `ocd-division/country:us/${division}`, areaName });
  });

  test('a senator’s is the state', () => {
    expect(read(aMember([senator])).representatives[0]).toMatchObject({
      role: 'Senator',
      areaId: 'ocd-division/country:us/state:ak',
      areaName: 'AK',
    });
  });

  test.each(['state: ZZ', 'state: ../x'])('%s is none', (state) => {
    expect(read(aMember([aTerm().replace('state: WA', state)])).representatives[0]?.areaId).not.toContain('state');
  });

  test('a seat without a number is none, rather than the whole state', () => {
    const text = aMember([aTerm().replace('    district: 9\n', '')]);
    expect(read(text).representatives[0]?.areaId).toBe('');
  });
});

test('The last term counts, and a member whose last term has ended is left out', () => {
  const earlier = aTerm().replaceAll('2025', '2023').replace("'2027", "'2025").replace('district: 9', 'district: 8');
  expect(read(aMember([earlier, senator])).representatives[0]).toMatchObject({ role: 'Senator', endsOn: '2029-01-03' });
  const found = read(aMember([earlier]) + aMember([senator]).replace('E000001', 'E000002'));
  expect(found.representatives.map(({ key }) => key)).toEqual(['E000002']);
  expect(messages(found)).toEqual(['The term ended before 2026-11-23, left out: 1 person.']);
  expect(refusal(aMember([earlier]))).toContain('has ended');
});

test('A member without the full name goes by first and last name', () => {
  expect(read(aMember([senator], 'first: Ada\n    last: Example')).representatives[0]?.name).toBe('Ada Example');
});

test('The organizer may say otherwise', () => {
  const said = { id: 'house', title: 'The House', timeZone: 'America/Chicago', asOf: '2026-06-15' };
  expect(read(aMember([senator]), { said }).directory).toMatchObject(said);
});

test('District offices are no members, and say so', () => {
  expect(refusal('- id:\n    bioguide: E000001\n  offices:\n  - phone: 202-555-0100')).toContain(
    'legislators-current.yaml',
  );
});

test('The same list as JSON is read alike', () => {
  const terms = [{ type: 'rep', end: '2027-01-03', state: 'WA', district: 9 }];
  const found = read(JSON.stringify([{ id: { bioguide: 'E1' }, name: { first: 'Ada', last: 'Example' }, terms }]));
  expect(found.representatives[0]).toMatchObject({ key: 'E1', areaName: 'WA-9' });
});
