import { describe, expect, test } from 'vitest';
import { aMembership, aPerson, aPopolo, imported, messages } from '../support/a-popolo.ts';

/** Ada with these memberships, and what else the file holds. */
function adaIn(memberships: object[], changes: Record<string, unknown> = {}, today = '2026-11-23') {
  const read = imported(aPopolo({ persons: [aPerson()], memberships, ...changes }), '', today);
  return { ada: read.representatives[0], count: read.representatives.length, warnings: messages(read) };
}

describe('Of several posts a member is listed with the one to write to', () => {
  const chambers = [
    { id: 'parliament', name: 'Example Parliament', classification: 'legislature' },
    { id: 'senate', name: 'Example Senate', classification: 'upper chamber' },
    { id: 'committee', name: 'Committee on Examples', classification: 'committee' },
    { id: 'government', name: 'Government of Examples', classification: 'executive' },
    { id: 'party', name: 'Example Party', classification: 'party' },
  ];
  const past = aMembership({ role: 'past', start_date: '2018-01-01', end_date: '2022-01-01' });
  const present = aMembership({
    role: 'present',
    organization_id: 'senate',
    start_date: '2017-01-01',
    end_date: '2031-01-01',
  });
  const open = aMembership({ role: 'open', start_date: '2016-01-01' });
  const newest = aMembership({ role: 'newest', start_date: '2025-01-01' });
  const committee = aMembership({
    role: 'committee',
    organization_id: 'committee',
    start_date: '2026-01-01',
  });
  const minister = aMembership({ role: 'minister', organization_id: 'government', start_date: '2026-01-01' });

  test.each([
    ['present', [past, present]],
    ['present', [present, past]],
    ['open', [past, open]],
    ['present', [open, present]],
    ['newest', [newest, open, present]],
    ['newest', [newest, committee]],
    ['newest', [newest, minister]],
    ['minister', [past, minister]],
    ['past', [past, committee]],
    ['committee', [committee]],
  ])('the %s one', (role, memberships) => {
    const { ada, count } = adaIn(memberships, { organizations: chambers });
    expect(ada?.role).toBe(role);
    expect(count).toBe(1);
  });

  test('a later entry wins over an equal earlier one', () => {
    expect(adaIn([aMembership({ role: 'first' }), aMembership({ role: 'second' })]).ada?.role).toBe('second');
  });

  test('without any date of today an open end wins over an end', () => {
    const bare = { organizations: chambers, meta: {} };
    expect(adaIn([past, open], bare, '').ada?.role).toBe('open');
  });

  test('belonging to a party is no post but tells the party', () => {
    const party = { person_id: 'ada', organization_id: 'party', role: 'member', start_date: '2026-01-01' };
    const { ada } = adaIn([aMembership({ on_behalf_of_id: undefined }), party]);
    expect(ada).toMatchObject({ role: 'MP', party: 'Example Party' });
  });
});

test('EveryPolitician’s terms date the memberships in them', () => {
  const events = [
    { id: 'term/50', start_date: '2011-12-20', end_date: '2014-08-14' },
    { id: 'term/51', start_date: '2014-10-20' },
  ];
  const memberships = [
    aMembership({ legislative_period_id: 'term/51', role: 'now' }),
    aMembership({ legislative_period_id: 'term/50', role: 'then' }),
  ];
  expect(adaIn(memberships, { events }).ada).toMatchObject({
    role: 'now',
    startsOn: '2014-10-20',
    endsOn: '',
  });
});

test('A post of its own names role, area and organization', () => {
  const posts = [{ id: 'seat', label: 'Member for Example North', organization_id: 'parliament', area_id: 'north' }];
  expect(adaIn([{ person_id: 'ada', post_id: 'seat' }], { posts })).toMatchObject({
    ada: { role: 'Member for Example North', areaName: 'Example North' },
    warnings: [],
  });
});

const iso = (identifier: string, scheme = 'ISO 3166-1') => ({ identifiers: [{ scheme, identifier }] });

describe('The country that a member is found by', () => {
  test.each([
    ['the area’s own code', 'EU', iso('FI'), 'north', 'FI'],
    ['in small letters', 'EU', iso('fi', 'iso_3166_1_alpha2'), 'north', 'FI'],
    ['before the file’s', 'GB', iso('FI'), 'north', 'FI'],
    ['not a subdivision’s', 'GB', iso('US-WA', 'ISO 3166-2'), 'north', 'GB'],
    ['not another scheme’s', 'GB', iso('FI', 'ISO 3166-10'), 'north', 'GB'],
    ['the file’s', 'gb', {}, 'north', 'GB'],
    ['every country', '*', {}, 'north', '*'],
    ['a union is none', 'EU', {}, 'north', ''],
    ['the United Kingdom’s other code', 'UK', {}, 'north', 'GB'],
    ['an Open Civic Data area', '', {}, 'ocd-division/country:us/state:wa', 'US'],
    ['a whole country in Open Civic Data', '', {}, 'ocd-division/country:ca', 'CA'],
    ['no such country', '', {}, 'ocd-division/country:zz/x', ''],
    ['Namibia is not “n/a”', 'NA', {}, 'north', 'NA'],
    ['a word', 'Britain', {}, 'north', ''],
  ])('%s', (_, country, more, id, found) => {
    const areas = [{ id, name: 'Example North', ...more }];
    const { ada, warnings } = adaIn([aMembership({ area_id: id })], { areas, meta: { country } });
    expect(ada?.country).toBe(found);
    expect(warnings).toHaveLength(found === '' ? 1 : 0);
  });

  test('is the file’s for a member without a seat', () => {
    expect(adaIn([]).ada).toMatchObject({ role: '', country: 'GB' });
  });
});

describe('The dates of a term', () => {
  test.each([
    ['2026-02-03', '2026-02-03', '2026-02-03'],
    ['2026-02-03T10:00:00Z', '2026-02-03', '2026-02-03'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['', '', ''],
  ])('%j is understood', (date, startsOn, endsOn) => {
    const membership = aMembership({ start_date: date, end_date: date });
    expect(adaIn([membership], {}, '2024-01-01').ada).toMatchObject({ startsOn, endsOn });
  });

  test.each(['3.2.2026', '2026-02-30', '2026-13-01', '2026-13', '02/03/2026', 'soon', '0000-00-00', '2026-02-03x'])(
    '%j is left out with a warning',
    (date) => {
      const { ada, warnings } = adaIn([aMembership({ end_date: date })]);
      expect(ada?.endsOn).toBe('');
      expect(warnings).toEqual([`The end of a membership of “ada”, “${date}”, is not a date; left out.`]);
    },
  );

  test('members whose term has ended are imported and counted', () => {
    const memberships = [
      aMembership({ end_date: '2026-11-10' }),
      aMembership({ person_id: 'sam', end_date: '2026-11-23' }),
    ];
    const read = imported(aPopolo({ memberships }), '', '2026-11-23');
    expect(read.representatives).toHaveLength(2);
    expect(messages(read)).toEqual(['The term ended before 2026-11-23; look for a newer file: 1 person.']);
  });

  test('a term that had ended when the list was made counts as well', () => {
    const memberships = [aMembership({ end_date: '2026-10-31' })];
    expect(messages(imported(aPopolo({ memberships })))).toEqual([
      'The term ended before 2026-11-01; look for a newer file: 1 person.',
    ]);
  });
});

describe('A membership that points nowhere', () => {
  test('of an unknown person is left out with a warning', () => {
    const { count, warnings } = adaIn([aMembership(), aMembership({ person_id: 'nobody' })]);
    expect(count).toBe(1);
    expect(warnings).toEqual(['A membership names the person “nobody”, who is not in the file; left out.']);
  });

  test('in an unknown area keeps the member, and the area’s id', () => {
    const { ada, warnings } = adaIn([aMembership({ area_id: 'atlantis' })]);
    expect(ada).toMatchObject({ role: 'MP', areaId: 'atlantis', areaName: '', country: 'GB' });
    expect(warnings).toEqual(['A membership of “ada” names the area “atlantis”, which is not in the file.']);
  });

  test('in an unknown organization or party keeps the member', () => {
    const { ada, warnings } = adaIn([aMembership({ organization_id: 'lost', on_behalf_of_id: 'gone' })]);
    expect(ada).toMatchObject({ role: 'MP', party: '', areaName: 'Example North' });
    expect(warnings).toHaveLength(2);
  });
});
