import { describe, expect, test } from 'vitest';
import { aMembership, aPerson, aPopolo, imported, importedPerson, messages } from '../support/a-popolo.ts';

describe('Names', () => {
  test.each([
    '山田　太郎',
    'Zoë',
    'Zoe\u0308',
    'محمد\u200Cرضا',
    'Li ANDERSSON',
    "O'Hara",
    'Null',
    'None',
    '김성태',
    '👩‍⚖️',
  ])('%s stays as it is, byte for byte', (name) => {
    expect(importedPerson({ name }).ada?.name).toBe(name);
  });

  test.each([
    ['Ada\u0000 Exam\u0007ple', 'Ada Example'],
    ['Ada\r\nBcc: sam@example.org', 'Ada Bcc: sam@example.org'],
    ['Ada\tExample', 'Ada Example'],
    ['Ada\u2028Example', 'Ada Example'],
    ['\u001B[31mAda', '[31mAda'],
    ['  Ada Example\n', 'Ada Example'],
    ['Ada\uD800', 'Ada\uFFFD'],
  ])('%j is cleaned to %j', (name, cleaned) => {
    expect(importedPerson({ name }).ada?.name).toBe(cleaned);
  });

  test('A member without a name goes by given and family name', () => {
    const nameless = { name: undefined, given_name: 'Ada', family_name: 'Example' };
    expect(importedPerson(nameless)).toEqual({
      ada: expect.objectContaining({ name: 'Ada Example' }),
      warnings: [],
    });
  });

  test('A person without any name is left out with a warning, and so is only that person', () => {
    const read = imported(
      aPopolo({ persons: [aPerson({ name: ' ' }), aPerson({ id: 'sam', name: 'Sam', email: '' })] }),
    );
    expect(read.representatives.map(({ name }) => name)).toEqual(['Sam']);
    expect(read.warnings).toEqual([{ key: 'ada', message: 'The person “ada” has no name; left out.' }]);
  });

  test('Two members of one name are both kept, with a warning', () => {
    const persons = [aPerson(), aPerson({ id: 'ada-2', email: 'ada.2@example.org' })];
    const read = imported(aPopolo({ persons, memberships: [] }));
    expect(read.representatives.map(({ key }) => key)).toEqual(['ada', 'ada-2']);
    expect(messages(read)).toEqual(['2 persons are called Ada Example.']);
  });
});

describe('Ids', () => {
  test('Of two persons with one id the last is kept, with a warning', () => {
    const persons = [aPerson(), aPerson({ name: 'Ada Newname' })];
    const read = imported(aPopolo({ persons, memberships: [aMembership()] }));
    expect(read.representatives).toHaveLength(1);
    expect(read.representatives[0]).toMatchObject({ key: 'ada', name: 'Ada Newname', role: 'MP' });
    expect(messages(read)).toEqual(['The id “ada” stands for several persons; the last one, Ada Newname, is kept.']);
  });

  test('A person without an id is known by name, import after import', () => {
    const { ada, warnings } = importedPerson({ id: undefined });
    expect(ada?.key).toBe('Ada Example');
    expect(warnings).toContain('Ada Example has no id and is known by name only.');
  });
});

test('A person without a membership is kept without a role', () => {
  const read = imported(aPopolo({ memberships: [aMembership({ person_id: 'sam' })] }));
  expect(read.representatives[0]).toMatchObject({
    key: 'ada',
    role: '',
    party: '',
    email: 'ada.example@example.org',
  });
  expect(read.warnings).toEqual([]);
});

describe('Other ways to reach a member', () => {
  test('Phone, form and address are read from contact_details', () => {
    const contact_details = [
      { type: 'twitter', value: '@ada' },
      { type: 'phone', value: 'n/a' },
      { type: 'voice', value: '+44 20 7946 0000' },
      { type: 'contact form', value: 'https://x.example/ada?a=1' },
      { type: 'Address', value: '1 Example Street\nExampleton' },
    ];
    expect(importedPerson({ contact_details })).toMatchObject({
      ada: {
        phone: '+44 20 7946 0000',
        contactForm: 'https://x.example/ada?a=1',
        address: '1 Example Street Exampleton',
      },
      warnings: [],
    });
  });

  test('Those of the post step in for the person’s own', () => {
    const memberships = [aMembership({ contact_details: [{ type: 'phone', value: '+44 1' }] })];
    expect(imported(aPopolo({ memberships })).representatives[0]?.phone).toBe('+44 1');
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'x.example/ada',
    'hhttps://x.example',
    '//x.example',
  ])('A form at %s never becomes a link', (value) => {
    const { ada, warnings } = importedPerson({ contact_details: [{ type: 'contact_form', value }] });
    expect(ada?.contactForm).toBe('');
    expect(warnings).toEqual([expect.stringContaining('not a web address')]);
  });
});
