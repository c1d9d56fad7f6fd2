import { readFileSync } from 'node:fs';
import { anything, assert, dictionary, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importCounts } from '../../src/forms/directory-file.ts';
import { readPopolo } from '../../src/forms/popolo.ts';
import { aMembership, aPerson, aPopolo, imported, messages } from '../support/a-popolo.ts';

test('A sound file becomes a directory without a warning', () => {
  const read = imported(aPopolo());
  expect(read.directory).toEqual({
    id: 'example-parliament',
    title: 'Example Parliament',
    source: '',
    licence: '',
    asOf: '2026-11-01',
    usableForSending: true,
    demonstration: false,
    timeZone: '',
  });
  expect(read.representatives).toHaveLength(2);
  expect(read.representatives[0]).toEqual({
    key: 'ada',
    name: 'Ada Example',
    role: 'MP',
    party: 'Example Party',
    areaId: 'north',
    areaName: 'Example North',
    country: 'GB',
    email: 'ada.example@example.org',
    phone: '',
    contactForm: '',
    address: '',
    startsOn: '',
    endsOn: '',
    timeZone: '',
  });
  expect(importCounts(read)).toEqual({
    directory: 'example-parliament',
    persons: 2,
    withEmail: 2,
    warnings: [],
  });
});

test('The Example Parliament that the project ships answers for every country, by mail, without a warning', () => {
  const file = new URL('../../src/content/directories/example-parliament.json', import.meta.url);
  const read = imported(readFileSync(file, 'utf8'), 'example-parliament.json', '2026-11-23');
  expect(importCounts(read)).toEqual({
    directory: 'example-parliament',
    persons: 6,
    withEmail: 6,
    warnings: [],
  });
  expect(read.directory.usableForSending).toBe(true);
  for (const member of read.representatives) {
    const email = `${member.name.toLowerCase().replace(' ', '.')}@example.org`;
    expect(member).toMatchObject({ email, country: '*', areaId: '', endsOn: '2099-12-31' });
  }
});

describe('What the file says about itself', () => {
  test.each([
    [{ id: 'My Parliament/2', title: 'Other' }, 'my-parliament-2'],
    [{ title: 'Assemblée nationale (XVIIe)' }, 'assemblee-nationale-xviie'],
    [{ title: '국회' }, 'ep-popolo-v1-0'],
    [{}, 'ep-popolo-v1-0'],
    [{ title: 'a'.repeat(59) + ' b' }, 'a'.repeat(59)],
  ])('%j is known as %s', (meta, id) => {
    expect(imported(aPopolo({ meta }), '/tmp/ep-popolo-v1.0.json').directory.id).toBe(id);
  });

  test('A bare Popolo file is named after its file', () => {
    const { meta: _, ...bare } = aPopolo();
    expect(imported(bare, 'members.json').directory).toMatchObject({
      id: 'members',
      title: 'members',
      asOf: '',
    });
    expect(imported(bare).directory).toMatchObject({ id: 'directory', title: 'Representatives' });
  });

  test.each([
    [{}, true],
    [{ usable_for_sending: true }, true],
    [{ usable_for_sending: false }, false],
    [{ usable_for_sending: 'false' }, false],
    [{ usable_for_sending: 0 }, false],
    [{ usable_for_sending: null }, false],
  ])('%j: usable for sending is %s', (meta, usable) => {
    expect(imported(aPopolo({ meta })).directory.usableForSending).toBe(usable);
  });

  test('Source and licence are taken as our files and EveryPolitician’s word them', () => {
    const meta = { source_repo: 'https://x.example/repo', license: 'CC0-1.0' };
    expect(imported(aPopolo({ meta })).directory).toMatchObject({
      source: 'https://x.example/repo',
      licence: 'CC0-1.0',
    });
    const sources = ['https://x.example/a', 'https://x.example/b'];
    expect(imported(aPopolo({ meta: { sources } })).directory.source).toBe('https://x.example/a, https://x.example/b');
  });
});

describe('A file that is no directory is refused in one sentence', () => {
  test.each([
    ['', 'not JSON'],
    ['{"persons": [', 'not JSON'],
    ['id,name,email', 'not JSON'],
    ['\u001B[2Jx', 'not JSON'],
    ['[]', 'not a Popolo object'],
    ['null', 'not a Popolo object'],
    ['"persons"', 'not a Popolo object'],
    ['7', 'not a Popolo object'],
    ['{}', 'no persons'],
    ['{"persons": {}}', 'no persons'],
    ['{"persons": []}', 'no persons'],
    ['{"persons": [{"id": 1}, null, 7]}', 'None of the persons'],
  ])('%j', (text, words) => {
    const read = readPopolo(text);
    expect(read).toMatchObject({ outcome: 'unreadable' });
    expect(read).toHaveProperty('reason', expect.stringContaining(words));
    expect(read).toHaveProperty('reason', expect.not.stringMatching(/\p{Cc}/u));
  });

  test('51 MB are refused without being parsed', () => {
    expect(readPopolo(' '.repeat(51_000_000))).toHaveProperty('reason', expect.stringContaining('50 MB'));
  });
});

describe('A file from elsewhere', () => {
  test('may start with a byte order mark', () => {
    expect(imported(`\uFEFF${JSON.stringify(aPopolo())}`).representatives).toHaveLength(2);
  });

  test('may number its ids', () => {
    const persons = [aPerson({ id: 7 })];
    const organizations = [{ id: 1, name: 'Example Party', classification: 'party' }];
    const memberships = [aMembership({ person_id: 7, on_behalf_of_id: 1, organization_id: undefined })];
    const read = imported(aPopolo({ persons, organizations, memberships }));
    expect(read.representatives[0]).toMatchObject({ key: '7', party: 'Example Party' });
    expect(read.warnings).toEqual([]);
  });

  test('cannot reach into objects by the names of their prototypes', () => {
    const text = JSON.stringify(
      aPopolo({
        persons: [aPerson({ id: '@', name: 'constructor' }), aPerson({ id: 'toString', email: '' })],
        memberships: [aMembership({ person_id: '@', area_id: 'constructor' })],
      }),
    ).replaceAll('"@"', '"__proto__"');
    const read = imported(text.replace('{', '{"__proto__": {"polluted": true},'));
    expect(read.representatives.map(({ key }) => key)).toEqual(['__proto__', 'toString']);
    expect(read.representatives[0]).toMatchObject({ role: 'MP', areaName: '' });
    expect({}).not.toHaveProperty('polluted');
  });

  test('may hold anything anywhere: what is no entry is left out, and the rest is imported', () => {
    const persons = [aPerson(), null, 7, 'Sam', ['Sam'], aPerson({ id: 'sam', name: 'Sam', email: { a: 1 } })];
    const read = imported(aPopolo({ persons, memberships: 'none', areas: null, organizations: {}, meta: [] }));
    expect(read.representatives.map(({ name }) => name)).toEqual(['Ada Example', 'Sam']);
    expect(messages(read)).toContain('4 of the entries under persons are no persons; left out.');
  });

  test('never breaks the import, whatever it holds', () => {
    const keys = [
      'id',
      'name',
      'email',
      'contact_details',
      'person_id',
      'area_id',
      'start_date',
      'type',
      'value',
      'country',
    ];
    const entry = dictionary(constantFrom(...keys, 'identifiers', 'end_date', 'organization_id'), anything());
    assert(
      property(entry, entry, anything(), (one, other, wild) => {
        const lists = { areas: [one, other], organizations: [other, wild], events: wild, posts: [wild] };
        const file = {
          meta: one,
          persons: [one, other, aPerson()],
          memberships: [one, aMembership(other)],
          ...lists,
        };
        const text = JSON.stringify(file, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
        expect(readPopolo(text).outcome).toBe('read');
      }),
      { numRuns: 500 },
    );
  });

  test('may nest deeper than any stack', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const text = JSON.stringify(aPopolo()).replace('{', `{"unknown": ${deep},`);
    expect(imported(text).representatives).toHaveLength(2);
  });
});
