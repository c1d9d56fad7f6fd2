import { describe, expect, test } from 'vitest';
import { importCounts } from '../../src/forms/directory-file.ts';
import { read, refusal } from '../support/a-directory-file.ts';
import { messages } from '../support/a-popolo.ts';

const gb = { said: { country: 'GB' } };
const file = (...rows: string[]): string => rows.join('\n');

test('A spreadsheet becomes a directory, with what the organizer says of it', () => {
  const text = file(
    'Member ID,Name,E-mail address,Phone number,Party,Constituency,Role,Contact form,Address,Start date,End date,Time zone',
    'm1,Ada Example,ada@example.org,+44 1,Example Party,Example North,MP,https://example.org/ada,1 Street,2024-07-04,2029-07-04,europe/london',
  );
  const said = {
    id: 'house',
    title: 'House of Examples',
    source: 'https://example.org',
    licence: 'CC0-1.0',
    asOf: '2026-11-01',
    country: 'GB',
    timeZone: 'Europe/London',
    usableForSending: false,
  };
  const found = read(text, { said });
  expect(found.warnings).toEqual([]);
  expect(found.directory).toEqual({
    id: 'house',
    title: 'House of Examples',
    source: 'https://example.org',
    licence: 'CC0-1.0',
    asOf: '2026-11-01',
    usableForSending: false,
    demonstration: false,
    timeZone: 'Europe/London',
  });
  expect(found.representatives).toEqual([
    {
      key: 'm1',
      name: 'Ada Example',
      role: 'MP',
      party: 'Example Party',
      areaId: 'Example North',
      areaName: 'Example North',
      country: 'GB',
      email: 'ada@example.org',
      phone: '+44 1',
      contactForm: 'https://example.org/ada',
      address: '1 Street',
      startsOn: '2024-07-04',
      endsOn: '2029-07-04',
      timeZone: 'Europe/London',
    },
  ]);
  expect(importCounts(found)).toEqual({ directory: 'house', persons: 1, withEmail: 1, warnings: [] });
});

test('One that says nothing of itself is named after its file, and fit for sending', () => {
  expect(read('name\nAda Example').directory).toMatchObject({
    id: 'members',
    title: 'members',
    asOf: '',
    timeZone: '',
    usableForSending: true,
  });
});

describe('Columns are found by what people call them', () => {
  test.each([
    ['Full Name;Email;Riding', { name: 'Ada', email: 'a@example.org', areaName: 'North' }],
    ['MEMBER,member_email (official),Electoral District', { name: 'Ada', email: 'a@example.org', areaName: 'North' }],
    ['display_as,memberEmail,pcon_name', { name: 'Ada', email: 'a@example.org', areaName: 'North' }],
    ['議員氏名,E-Mail,選挙区', { name: 'Ada', email: 'a@example.org', areaName: 'North' }],
    ['Vorname;E-Mail-Adresse;Wahlkreis;Nachname', { name: 'Ada Example', email: 'a@example.org', areaName: 'North' }],
    ['Prénom;Courriel;Circonscription;Nom', { name: 'Ada Example', email: 'a@example.org', areaName: 'North' }],
    ['First name\tEmail\tDistrict\tLast name', { name: 'Ada Example', email: 'a@example.org', areaName: 'North' }],
  ])('%s', (header, expected) => {
    const delimiter = /[;\t]/.exec(header)?.[0] ?? ',';
    const row = ['Ada', 'a@example.org', 'North', 'Example'].slice(0, header.split(delimiter).length);
    expect(read(file(header, row.join(delimiter))).representatives[0]).toMatchObject(expected);
  });

  test('or by what the organizer says', () => {
    const columns = { name: 'Who', email: 'where to' };
    const found = read(file('name,Who,Where To', 'North,Ada,a@example.org'), { columns });
    expect(found.representatives[0]).toMatchObject({ name: 'Ada', email: 'a@example.org' });
  });

  test('A column that is not there is named, with those that are', () => {
    expect(refusal(file('name,mail', 'Ada,x'), { columns: { email: 'E-Post' } })).toMatch(/“E-Post”.*“name”, “mail”/);
    expect(refusal(file('zip,cd', '1,2'))).toMatch(/--map name=.*“zip”, “cd”/);
  });
});

describe('Whose cells are not what they should be', () => {
  test.each([
    ['No email found', '', 'placeholder'],
    ['not applicable', '', 'placeholder'],
    ['"a@example.org, b@example.org"', 'a@example.org', 'several'],
    ['"a@example.org\nb@example.org"', 'a@example.org', 'several'],
    ['gro[dot]elpmaxe[at]ada', '', 'machines cannot read'],
    ['ada [at] example [dot] org', '', 'machines cannot read'],
    ['ada.example.org', '', 'not an e-mail address'],
    ['ada.example@gmail.com', 'ada.example@gmail.com', 'private mailboxes'],
    ['ada@yahoo.co.uk', 'ada@yahoo.co.uk', 'private mailboxes'],
  ])('%s', (cell, email, words) => {
    const found = read(file('name,email', `Ada,${cell}`), gb);
    expect(found.representatives[0]?.email).toBe(email);
    expect(messages(found)).toEqual([expect.stringContaining(words)]);
  });

  test('A member without an address stays, without a word', () => {
    expect(read(file('name,email', 'Ada,', 'Sam'), gb)).toMatchObject({
      representatives: [
        { name: 'Ada', email: '' },
        { name: 'Sam', email: '' },
      ],
      warnings: [],
    });
  });

  test('Names keep every letter and ideographic spaces; only the ends are trimmed', () => {
    const names = ['山田　太郎', 'Zoë Ångström-Łęcki', '김성태', 'محمد', "O'Hara"];
    const found = read(file('name', ...names, '　Milo Mockup　'), gb);
    expect(found.representatives.map(({ name }) => name)).toEqual([...names, 'Milo Mockup']);
  });

  test.each([
    ['3.7.2099', '2099-07-03', 0],
    ['03.07.2099', '2099-07-03', 0],
    ['2099/7/3', '2099-07-03', 0],
    ['2099-07', '2099-07-31', 0],
    ['23/7/2099', '2099-07-23', 0],
    ['7/23/2099', '2099-07-23', 0],
    ['n/a', '', 0],
    ['3/7/2099', '', 1],
    ['31.2.2099', '', 1],
    ['still_in_office', '', 1],
  ])('A term that ends on %s', (cell, endsOn, warned) => {
    const found = read(file('name,end', `Ada,${cell}`), gb);
    expect(found.representatives[0]?.endsOn).toBe(endsOn);
    expect(found.warnings).toHaveLength(warned);
  });

  test('Countries are taken by code or name, and others are named', () => {
    const found = read(file('name,country', 'Ada,fr', 'Sam,Germany', 'Milo,UK', 'Dora,Atlantis', 'Finn,'));
    expect(found.representatives.map(({ country }) => country)).toEqual(['FR', 'DE', 'GB', '', '']);
    expect(messages(found)).toEqual([
      expect.stringContaining('No country is known'),
      expect.stringContaining('“Atlantis”'),
    ]);
  });

  test('A form that is no web address, a zone that is none, and a row that is too long are named by line', () => {
    const found = read(
      file('name,form,time zone,country', 'Ada,javascript:alert(1),Mars/Base,GB', 'Sam,,,GB,Example, Dr'),
    );
    expect(found.representatives[0]).toMatchObject({ contactForm: '', timeZone: '' });
    expect(messages(found)).toEqual([
      expect.stringContaining('Line 3 has more cells'),
      expect.stringContaining('“Mars/Base”'),
      expect.stringContaining('not a web address'),
    ]);
  });
});

describe('Who stands in it more than once', () => {
  const keys = (...rows: string[]) => {
    const found = read(file('name,email,area,start,end', ...rows), gb);
    return { keys: found.representatives.map(({ key }) => key), found, warnings: messages(found) };
  };

  test('with terms that ended is who she is now', () => {
    const { found, warnings } = keys(
      'Ada,,North,1.1.2010,1.1.2020',
      'Ada,,East,8.12.2025,',
      'Ada,,East,1.1.2020,8.12.2025',
    );
    expect(found.representatives).toMatchObject([{ key: 'Ada', areaName: 'East', startsOn: '2025-12-08' }]);
    expect(warnings).toEqual([]);
  });

  test('with a term that is to come is who she is until then', () => {
    const { found } = keys('Ada,,North,2027-01-03,2029-01-03', 'Ada,,North,2025-01-03,2027-01-03');
    expect(found.representatives).toMatchObject([{ endsOn: '2027-01-03' }]);
  });

  test('with the same seat or address is one person, with a warning', () => {
    expect(keys('Ada,,North,,', 'Ada,a@example.org,North,,')).toMatchObject({
      keys: ['Ada'],
      warnings: ['Line 3: Ada stands in the file more than once; the last one is kept.'],
    });
    expect(keys('Ada,a@example.org,North,,', 'Ada,A@example.org,East,,').keys).toEqual(['Ada']);
  });

  test('with another seat, or with none and another address, is another person', () => {
    expect(keys('Ada,,North,,', 'Ada,,East,,')).toMatchObject({
      keys: ['Ada (North)', 'Ada (East)'],
      warnings: ['2 persons are called Ada.'],
    });
    expect(keys('Ada,a@example.org,,,', 'Ada,b@example.org,,,').keys).toHaveLength(2);
  });

  test('under one id is one person', () => {
    const found = read(file('id,name,area', '7,Ada,North', '7,Ada,East'), gb);
    expect(found.representatives).toMatchObject([{ key: '7', areaName: 'East' }]);
    expect(found.warnings).toHaveLength(1);
  });

  test('by address only stays, and the address is counted', () => {
    const { keys: all, warnings } = keys('Ada,office@example.org,North,,', 'Sam,Office@example.org,East,,');
    expect(all).toEqual(['Ada', 'Sam']);
    expect(warnings).toEqual([expect.stringContaining('shared by several persons, 2 in all')]);
  });
});

test('Whoever left office is left out and counted; a file in which everybody has is refused', () => {
  const rows = ['Ada,2020-05-29', 'Sam,2026-11-23', 'Milo,'];
  const found = read(file('name,end', ...rows), gb);
  expect(found.representatives.map(({ name }) => name)).toEqual(['Sam', 'Milo']);
  expect(messages(found)).toEqual(['The term ended before 2026-11-23, left out: 1 person.']);
  expect(refusal(file('name,end', 'Ada,2020-05-29'))).toContain('has ended');
});

test('Rows without a name are left out, and a file of nothing else is refused', () => {
  const found = read(file('name,email', ',a@example.org', 'Sam,s@example.org'), gb);
  expect(found.representatives).toHaveLength(1);
  expect(messages(found)).toEqual(['Line 2: a person without a name; left out.']);
  expect(refusal(file('name,email', ',a@example.org'))).toBe('This file lists no persons.');
});

test('EveryPolitician’s file of a term names its legislature, parties and areas', () => {
  const found = read(
    file(
      'id,name,sort_name,email,twitter,facebook,group,group_id,area_id,area,chamber,term,start_date,end_date,image,gender',
      'p1,Ada Example,"Example, Ada",ada@example.org,,,Example Party,example,area/north,North,House of Examples,51,,,,female',
      'p2,Sam Sample,"Sample, Sam",,,,Example Party,example,area/list,List,House of Examples,51,2026-01-01,,,male',
    ),
    gb,
  );
  expect(found.directory).toMatchObject({ id: 'house-of-examples', title: 'House of Examples' });
  expect(found.representatives).toMatchObject([
    { key: 'p1', name: 'Ada Example', party: 'Example Party', areaId: 'area/north', areaName: 'North' },
    { key: 'p2', email: '', startsOn: '2026-01-01' },
  ]);
  expect(found.warnings).toEqual([]);
});

/** The tests' own bound of five seconds is what an organizer would wait. */
test('7,500 members in more than 5 MB are read while somebody waits', () => {
  const rows = Array.from({ length: 7500 }, (_, at) => `${at},Member ${at},m${at}@example.org,"${'x, '.repeat(240)}"`);
  const text = file('id,name,email,notes', ...rows);
  expect(text.length).toBeGreaterThan(5_000_000);
  expect(importCounts(read(text, gb))).toMatchObject({ persons: 7500, withEmail: 7500, warnings: [] });
});
