import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMembership, aPerson, aPopolo } from '../support/a-popolo.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

const areas = ['north', 'south', 'east'].map((id) => ({ id, name: `Example ${id}` }));
const named = (id: string, name: string, area: string) => ({
  person: aPerson({ id, name, email: `${id}@example.org` }),
  membership: aMembership({ person_id: id, area_id: area }),
});
const parliament = (title: string, country: string, members: ReturnType<typeof named>[]) =>
  aPopolo({
    meta: { title, country, data_as_of: '2026-11-01' },
    areas,
    persons: members.map(({ person }) => person),
    memberships: members.map(({ membership }) => membership),
  });

let server: TestServer;
let imported: { code: number; stdout: string; stderr: string };
beforeAll(async () => {
  server = await aServer();
  const folder = join(server.dataDir, 'files');
  await mkdir(folder);
  const british = [
    named('nora', 'Nora North-Example', 'north'),
    named('zoe', 'Zoë Éxample', 'south'),
    named('saul', 'Saul Sample', 'south'),
    named('ed', 'Ed Eastexample', 'east'),
  ];
  const many = Array.from({ length: 70 }, (_, at) => named(`m${at}`, `Mo Member${at}`, `a${at}`));
  await writeFile(join(folder, 'gb.json'), JSON.stringify(parliament('Example House', 'GB', british)));
  await writeFile(join(folder, 'ca.json'), JSON.stringify(parliament('Example Commons', 'CA', many)));
  await writeFile(join(folder, 'gb.csv'), 'sector,area_id\nAB1 0,north\nAB1 0,south\nAB10 1,east\nAB10 2,nowhere\n');
  await writeFile(join(folder, 'gb.meta.json'), JSON.stringify({ source: 'Example Post', licence: 'CC0-1.0' }));
  for (const file of ['gb.json', 'ca.json']) await runCommand(server, 'recipients', 'import', join(folder, file));
  imported = await runCommand(server, 'lookup', 'import', join(folder, 'gb.csv'), '--country', 'gb');
});
afterAll(() => server.stop());

const find = (postcode: string, country = 'GB') =>
  server.post('/social-credit/letter', { country, postcode, find: '1' });
const show = async (query: string): Promise<string> => (await server.get(`/social-credit/letter?${query}`)).text();
const boxes = (page: string): string[] => [...page.matchAll(/<input[^>]*name="representative"[^>]*>/g)].map(String);
const ticked = (page: string): string[] => boxes(page).filter((box) => box.includes('checked'));

test('an organizer who imports postcodes is told what is in them, and calls that are wrong what to say', async () => {
  expect(imported).toEqual({
    code: 0,
    stdout: 'GB: 4 rows, 3 codes, 1 of them in several areas; 1 areas are known to no directory.\n',
    stderr: '',
  });
  const list = await runCommand(server, 'lookup', 'list');
  expect(list.stdout).toBe('GB  4 rows, 3 codes, as of an unknown day  Example Post\n');
  const file = join(server.dataDir, 'files', 'gb.csv');
  const cut = join(server.dataDir, 'files', 'cut.csv');
  await writeFile(cut, 'sector,area_id\nAB1 0,north\n');
  const wrong = [
    [2, ['import', file]],
    [2, ['import', file, '--country', 'GB', '--map', 'plz=sector']],
    [1, ['import', file, '--country', 'GB', '--map', 'area=nowhere']],
    [1, ['import', cut, '--country', 'GB']],
    [1, ['remove', 'CA']],
  ] as const;
  const answers = await Promise.all(wrong.map(([, args]) => runCommand(server, 'lookup', ...args)));
  for (const [at, [code]] of wrong.entries()) {
    expect(answers[at]).toMatchObject({ code, stdout: '' });
    expect(answers[at]?.stderr.trim().split('\n')).toHaveLength(1);
  }
  expect(answers[3]?.stderr).toContain('under half of the rows that are there for GB, 1 against 4.');
  expect((await runCommand(server, 'lookup', 'list')).stdout).toBe(list.stdout);
});

describe('By postcode, somebody', () => {
  test('in two areas chooses among the representatives of both, and nobody else', async () => {
    const answer = await find(' ab1  0zz ');
    expect(answer.status).toBe(303);
    const address = answer.headers.get('location') ?? '';
    expect(address).toBe('/social-credit/letter?country=GB&area=north&area=south');
    const page = await (await server.get(address)).text();
    for (const name of ['Nora North-Example', 'Zoë Éxample', 'Saul Sample']) expect(page).toContain(name);
    expect(page).not.toContain('Ed Eastexample');
    expect(page).toContain('Several areas fit: Example north; Example south.');
    expect(ticked(page)).toEqual([]);
  });

  test('whom one person represents finds them ticked, and their area chosen', async () => {
    const address = (await find('AB10 1AA')).headers.get('location') ?? '';
    expect(address).toBe('/social-credit/letter?country=GB&area=east');
    const page = await (await server.get(address)).text();
    expect(boxes(page)).toHaveLength(1);
    expect(ticked(page)).toHaveLength(1);
    expect(page).toMatch(/<option value="east" selected/);
  });

  test('whose postcode is unknown is told so beside the field, keeps it, and sees the list', async () => {
    const answer = await find('ZZ99 9ZZ');
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#find-postcode"');
    expect(page).toMatch(/id="find-postcode-error"[^>]*>\s*We do not know this postcode/);
    expect(page).toMatch(/<input[^>]*id="find-postcode"[^>]*value="ZZ99 9ZZ"/);
    expect(boxes(page)).toHaveLength(4);
    expect(ticked(page)).toEqual([]);
  });

  test('whose area nobody stands for is told so', async () => {
    expect(await (await find('AB10 2AA')).text()).toContain('We know nobody to write to for this postcode alone');
  });

  test('is asked for one only where the country’s postcodes are known, and told where those are from', async () => {
    expect(await show('country=GB')).toContain('Postcodes: Example Post, CC0-1.0.');
    for (const query of ['country=CA', '']) expect(await show(query)).not.toContain('find-postcode');
  });

  test.each(['', '\u0000', "' or 1=1 --", '%', '_', '💌'.repeat(9), 'x'.repeat(60_000), '"><script>alert(1)</script>'])(
    'who types nonsense breaks nothing',
    async (postcode) => {
      for (const country of ['GB', 'CA', '', 'QQ']) {
        const answer = await find(postcode, country);
        expect(answer.status).toBe(422);
        expect(await answer.text()).not.toContain('"><script>alert');
      }
    },
  );

  test('leaves their postcode in no address and no line of the log, and nobody else’s page can ask', async () => {
    const pages: string[] = [];
    for (const postcode of ['AB1 0QQ', 'ZZ98 8QQ', 'AB10 1QQ']) {
      const answer = await find(postcode);
      pages.push(answer.headers.get('location') ?? (await answer.text()));
    }
    const addresses = pages.flatMap((page) => [
      page.split('<')[0],
      ...(page.match(/(?:href|action|src)="[^"]*"/g) ?? []),
    ]);
    expect(addresses.join('\n') + server.logged.join('\n')).not.toMatch(/QQ/i);
    expect(addresses.length).toBeGreaterThan(10);
    const fields = { country: 'GB', postcode: 'AB1 0AA', find: '1' };
    expect((await server.post('/social-credit/letter', fields, { Origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('By name, area or party, somebody', () => {
  test.each([
    ['zoe', 'Zoë Éxample'],
    ['ÉXAMPLE Zoe', 'Zoë Éxample'],
    ['north example', 'Nora North-Example'],
    ['Example East', 'Ed Eastexample'],
  ])('who types “%s” finds %s', async (search, name) => {
    const page = await show(new URLSearchParams({ country: 'GB', search }).toString());
    expect(boxes(page)).toHaveLength(1);
    expect(page).toContain(name);
    expect(page).toMatch(new RegExp(`<input[^>]*name="search"[^>]*value="${search}"`));
  });

  test('finds all of a party', async () => {
    expect(boxes(await show('country=GB&search=example+party'))).toHaveLength(4);
  });

  test('who finds nobody is told what to try', async () => {
    const page = await show('country=GB&search=Nobody%20of%20this%20name');
    expect(page).toContain('Nobody fits.');
    expect(boxes(page)).toEqual([]);
  });

  test('sees fifty of seventy, and how many more there are', async () => {
    const page = await show('country=CA&search=member');
    expect(boxes(page)).toHaveLength(50);
    expect(page).toContain('20 more fit.');
  });

  test('looks for somebody else without losing whom they ticked and what they wrote', async () => {
    const [first = ''] =
      /(?<=value=")\d+/.exec(boxes(await show('country=GB&area=south&search=sample'))[0] ?? '') ?? [];
    const fields = { ...aLetter(first), 'find-more': '1', more: 'example party' };
    const more = await (await server.post('/social-credit/letter', fields)).text();
    expect(boxes(more).length).toBeGreaterThan(1);
    expect(ticked(more)).toHaveLength(1);
    for (const kept of ['Wanda Example', 'wanda@example.org', 'please ask for the rules.'])
      expect(more).toContain(kept);
  });

  test('keeps list, choice and letter when something is amiss, and when they come back from the preview', async () => {
    const page = await show('country=GB&area=south&search=sample');
    const [id = ''] = /(?<=value=")\d+/.exec(boxes(page)[0] ?? '') ?? [];
    const where =
      /name="where" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&') ?? '';
    expect(where).toBe('country=GB&area=south&search=sample&text=letter');
    const fields = { ...aLetter(id), where };
    for (const changes of [{ email: 'nonsense' }, { edit: '1' }]) {
      const again = await (await server.post('/social-credit/letter', { ...fields, ...changes })).text();
      expect(boxes(again)).toHaveLength(1);
      expect(ticked(again)).toHaveLength(1);
      expect(again).toContain('please ask for the rules.');
    }
    const preview = await (await server.post('/social-credit/letter', { ...fields, preview: '1' })).text();
    expect(preview).toMatch(
      /name="where" value="country=GB&(?:#38|amp);area=south&(?:#38|amp);search=sample&(?:#38|amp);text=letter"/,
    );
  });
});

test('what stands in the address of the letter page can break nothing', async () => {
  for (const query of [
    'country=GB&area=%00&search=%00&text=%00',
    `country=GB&${'area=north&'.repeat(500)}`,
    `country=GB&search=${'a'.repeat(9000)}`,
    'country=GB&country=CA&text=constructor&area=__proto__',
    'country=GB&search=%F0%9F&area=%E0',
  ])
    expect((await server.get(`/social-credit/letter?${query}`)).status).toBe(200);
  expect(server.troubles).toEqual([]);
});

test('whoever makes up countries, texts and other words of the address has no letter page made for each', async () => {
  const made = async (): Promise<number[]> => {
    const metrics = await (await server.get('/metrics')).text();
    return [/^campaign_kit_page_renders_total (\d+)/m, /answers_total\{from="cache"\} (\d+)/].map((line) =>
      Number(line.exec(metrics)?.[1]),
    );
  };
  const [rendersBefore = 0, cachedBefore = 0] = await made();
  const pages = new Set<string>();
  for (let n = 0; n < 20; n++)
    for (const query of [
      `country=made-up-${n}`,
      `search=made-up-${n}&area=${n}`,
      `country=gb&text=${n}&text=letter`,
      `country=GB&x=${n}`,
    ])
      pages.add(await show(query));
  expect(pages.size).toBe(2);
  const [renders = 0, cached = 0] = await made();
  expect(renders - rendersBefore).toBeLessThanOrEqual(4);
  expect(cached - cachedBefore).toBeGreaterThanOrEqual(76);
});
