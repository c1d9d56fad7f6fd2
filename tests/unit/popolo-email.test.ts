import { describe, expect, test } from 'vitest';
import { aPerson, aPopolo, imported, importedPerson, messages } from '../support/a-popolo.ts';

describe('A member without an address', () => {
  test.each([
    'No email found',
    'no e-mail address available',
    'n/a',
    'N/A',
    'NA',
    '-',
    '—',
    'none',
    'NULL',
    'unknown',
    '?',
  ])('A member listed with “%s” is imported without an address', (email) => {
    const { ada, warnings } = importedPerson({ email });
    expect(ada).toMatchObject({ name: 'Ada Example', email: '' });
    expect(warnings).toEqual(['A placeholder instead of an e-mail address, imported without one: 1 person.']);
  });

  test.each([[''], ['  '], [null], [undefined], [[]]])(
    'A member listed with %j is imported without a word',
    (email) => {
      expect(importedPerson({ email })).toMatchObject({ ada: { email: '' }, warnings: [] });
    },
  );

  test('Four hundred placeholders are counted, not listed', () => {
    const persons = Array.from({ length: 400 }, (_, at) => aPerson({ id: at, name: `Member ${at}`, email: 'n/a' }));
    expect(messages(imported(aPopolo({ persons, memberships: [] })))).toEqual([
      'A placeholder instead of an e-mail address, imported without one: 400 persons.',
    ]);
  });
});

describe('A member whose address can be used', () => {
  test.each([
    'mailto:ada@example.org',
    'MAILTO: ada@example.org?subject=Hello',
    ' ada@example.org\n',
    'ada@EXAMPLE.org',
    'ada@example.org; n/a',
    'ada@example.org;',
    'ada@example.org, ada@example.org',
  ])('%j is read as one address without a warning', (email) => {
    expect(importedPerson({ email })).toEqual({
      ada: expect.objectContaining({ email: 'ada@example.org' }),
      warnings: [],
    });
  });

  test.each([
    'ada@example.org; sam@example.org',
    'ada@example.org,sam@example.org',
    'ada@example.org / sam@example.org',
    'ada@example.org/sam@example.org',
    'ada@example.org sam@example.org',
    'ada@example.org\nsam@example.org',
    'mailto:ada@example.org | mailto:sam@example.org',
    'ada@; ada@example.org',
    'ada@x.examplesam@x.example; ada@example.org',
  ])('%j: the first valid address is used, with a warning', (email) => {
    const { ada, warnings } = importedPerson({ email });
    expect(ada?.email).toBe('ada@example.org');
    expect(warnings).toEqual([expect.stringContaining('several e-mail addresses')]);
  });

  test('A list of addresses is read like a cell with several', () => {
    const { ada, warnings } = importedPerson({ email: ['ada@example.org', 'sam@example.org'] });
    expect(ada?.email).toBe('ada@example.org');
    expect(warnings).toHaveLength(1);
  });

  test('An address under contact_details steps in for a missing one', () => {
    const contact_details = [{ type: 'E-mail', value: 'ada@example.org' }];
    expect(importedPerson({ email: 'n/a', contact_details })).toEqual({
      ada: expect.objectContaining({ email: 'ada@example.org' }),
      warnings: [],
    });
  });
});

describe('A member whose address nobody can be sure of gets no mail', () => {
  test.each([
    ['ada@x.examplesam@x.example', 'run together'],
    ['ada@@example.org', 'run together'],
    ['ada [at] example.org', 'machines cannot read'],
    ['ada(at)example(dot)org', 'machines cannot read'],
    ['ada AT example DOT org', 'machines cannot read'],
    ['ada@example [dot] org', 'machines cannot read'],
    ['ada', 'not an e-mail address'],
    ['ada@localhost', 'not an e-mail address'],
    ['ada.@example.org', 'not an e-mail address'],
    ['ada example@example.org', 'not an e-mail address'],
    ['ada, example@example.org', 'not an e-mail address'],
    ['Ada Example <ada@example.org>', 'not an e-mail address'],
    ['https://x.example/contact', 'not an e-mail address'],
    ['gro.elpmaxe@ada]ta[', 'not an e-mail address'],
  ])('%j', (email, words) => {
    const { ada, warnings } = importedPerson({ email });
    expect(ada?.email).toBe('');
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  test('A warning names the member and shows what the source holds, cut to a line', () => {
    const read = imported(aPopolo({ persons: [aPerson({ email: `ada${' x'.repeat(300)}` })], memberships: [] }));
    expect(read.warnings).toHaveLength(1);
    expect(read.warnings[0]?.key).toBe('ada');
    expect(read.warnings[0]?.message).toMatch(/^Ada Example: “ada[ x]+…” is not an e-mail address/);
  });

  test('A hundred broken addresses are five warnings and a count', () => {
    const persons = Array.from({ length: 100 }, (_, at) => aPerson({ id: at, name: `Member ${at}`, email: 'broken' }));
    const read = imported(aPopolo({ persons, memberships: [] }));
    expect(read.representatives).toHaveLength(100);
    expect(messages(read).slice(5)).toEqual(['And 95 more of this kind: broken e-mail address.']);
  });
});

test('Members who share an address are all kept, with one warning that counts them', () => {
  const persons = [
    anOffice('Ada', 'office@example.org'),
    anOffice('Sam', 'Office@example.org'),
    anOffice('Dora', 'two@example.org'),
    anOffice('Milo', 'two@example.org'),
    anOffice('Finn', 'two@example.org'),
    anOffice('Paula', ''),
    anOffice('Nora', ''),
  ];
  const read = imported(aPopolo({ persons, memberships: [] }));
  expect(read.representatives.filter(({ email }) => email !== '')).toHaveLength(5);
  expect(messages(read)).toEqual(['2 e-mail addresses are shared by several persons, 5 in all; each of them is kept.']);
});

const anOffice = (name: string, email: string) => aPerson({ id: name, name, email });
