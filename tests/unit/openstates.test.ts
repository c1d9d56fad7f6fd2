import { describe, expect, test } from 'vitest';
import { read, refusal } from '../support/a-directory-file.ts';
import { messages } from '../support/a-popolo.ts';

interface Parts {
  id?: string;
  name?: string;
  email?: string;
  roles?: string[];
}

const aRole = (state = 'al', type = 'upper', district = '14', days = 'start_date: 2021-07-14'): string =>
  `- ${days}\n  type: ${type}\n  jurisdiction: ocd-jurisdiction/country:us/state:${state}/government\n  district: '${district}'`;

const aPerson = ({ id = 'p1', name = 'Ada Example', email = 'ada@example.org', roles = [aRole()] }: Parts = {}) => `\
id: ocd-person/${id}
name: ${name}
given_name: Ada
email: ${email}
party:
- name: Former Party
  end_date: 2020-01-01
- name: Example Party
roles:
${roles.join('\n')}
offices:
- classification: district
  address: 1 Home Street, Exampleton
  voice: 205-555-0100
- classification: capitol
  address: Room 1, Example Street, Exampleton
  voice: 334-555-0100
links:
- url: https://example.org/ada
  note: homepage
other_names:
- name: A. Example
`;

const file = (name: string, text: string) => ({ name, text });

test('A legislator of Open States is read with the capitol office, not with what may be a home', () => {
  const found = read(aPerson());
  expect(found.directory).toMatchObject({ id: 'us-al-legislature', licence: 'CC0-1.0', timeZone: '' });
  expect(found.representatives).toEqual([
    {
      key: 'ocd-person/p1',
      name: 'Ada Example',
      role: 'Senator',
      party: 'Example Party',
      areaId: 'ocd-division/country:us/state:al/sldu:14',
      areaName: 'AL 14',
      country: 'US',
      email: 'ada@example.org',
      phone: '334-555-0100',
      contactForm: '',
      address: 'Room 1, Example Street, Exampleton',
      startsOn: '2021-07-14',
      endsOn: '',
      timeZone: 'America/Chicago',
    },
  ]);
  expect(found.warnings).toEqual([]);
});

describe('Of several roles', () => {
  const past = aRole('al', 'lower', '49', 'end_date: 2020-05-12');
  const older = aRole('al', 'upper', '3', 'start_date: 2010-11-03\n  end_date: 2020-05-12');
  const next = aRole('al', 'upper', '7', 'start_date: 2027-01-03');

  test.each([
    ['the current one counts', [aRole(), older, past], '14'],
    ['wherever it stands', [past, older, aRole()], '14'],
    ['before one that is to come', [next, aRole()], '14'],
    ['which counts if there is no other', [past, next], '7'],
  ])('%s', (_, roles, district) => {
    const found = read(aPerson({ roles }));
    expect(found.representatives.map(({ areaName }) => areaName)).toEqual([`AL ${district}`]);
    expect(found.warnings).toEqual([]);
  });

  test('all may have ended: then the person is left out', () => {
    expect(refusal(aPerson({ roles: [past, older] }))).toContain('has ended');
  });
});

describe('A folder of persons', () => {
  test('of one state is that state’s directory, of several one for all', () => {
    const ada = file('al/legislature/ada.yml', aPerson());
    const sam = file(
      'il/legislature/sam.yml',
      aPerson({ id: 'p2', name: 'Sam Sample', email: '', roles: [aRole('il')] }),
    );
    expect(read([ada, file('b.yml', aPerson({ id: 'p3', name: 'Milo Mockup' }))]).directory.id).toBe(
      'us-al-legislature',
    );
    const both = read([ada, sam]);
    expect(both.directory.id).toBe('us-state-legislatures');
    expect(both.representatives.map(({ email, timeZone }) => [email, timeZone])).toEqual([
      ['ada@example.org', 'America/Chicago'],
      ['', 'America/Chicago'],
    ]);
  });

  test('loses only the file that is broken or about nobody, and names it', () => {
    const found = read([
      file('ada.yml', aPerson()),
      file('broken.yml', 'roles: [\n'),
      file('states.yml', 'name: Alabama\n'),
      file('nobody.yml', aPerson({ id: 'p4', roles: [] })),
    ]);
    expect(found.representatives).toHaveLength(1);
    expect(messages(found)).toEqual([
      expect.stringMatching(/^broken\.yml: /),
      expect.stringMatching(/^states\.yml /),
      expect.stringMatching(/^nobody\.yml: .*no role/),
    ]);
    expect(refusal([file('a.yml', 'name: x'), file('b.yml', 'name: y')])).toContain('a.yml');
    expect(refusal([])).toContain('no file');
  });
});

describe('The seat', () => {
  test.each([
    ['lower', '97', 'state:al/sldl:97', 'Representative'],
    ['legislature', '5', 'state:al/sldu:5', 'Legislator'],
    ['lower', '1A', 'state:al/sldl:1a', 'Representative'],
    ['upper', 'First Example and Sample', '', 'Senator'],
  ])('%s %s', (type, district, division, role) => {
    const areaId = division === '' ? '' : `ocd-division/country:us/${division}`;
    expect(read(aPerson({ roles: [aRole('al', type, district)] })).representatives[0]).toMatchObject({ areaId, role });
  });
});

test('The Congress of the United States stands there too, and gets no mail', () => {
  const role = aRole().replace('country:us/state:al', 'country:us');
  expect(read(aPerson({ roles: [role] })).representatives[0]).toMatchObject({ email: '', timeZone: '' });
});

test('A time zone that the organizer names holds for all', () => {
  const found = read(aPerson(), { said: { timeZone: 'America/Denver' } });
  expect([found.directory.timeZone, found.representatives[0]?.timeZone]).toEqual(['America/Denver', '']);
});
