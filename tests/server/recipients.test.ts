import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-recipients-'));
});
afterAll(() => rm(folder, { recursive: true }));

const recipients = (...args: string[]) => runCommand(join(folder, 'data'), 'recipients', ...args);

const aFile = async (name: string, text: string | Buffer): Promise<string> => {
  const file = join(folder, name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
  return file;
};

const said = [
  '--id',
  'house',
  '--title',
  'House of Examples',
  '--source',
  'https://example.org',
  '--licence',
  'CC0-1.0',
];
const more = ['--country', 'GB', '--time-zone', 'Europe/London', '--as-of', new Date().toISOString().slice(0, 10)];
const row = (name: string, email = `${name}@example.org`): string => `${name},${email},North of ${name}\n`;

test('an organizer imports a spreadsheet, looks at what a newer one changes, and imports that', async () => {
  const file = await aFile(
    'house.csv',
    `Who,Email,Riding\n${['Ada', 'Sam', 'Milo'].map((name) => row(name)).join('')}`,
  );
  const imported = await recipients('import', file, '--map', 'name=Who', ...said, ...more, '--json');
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(imported.stdout)).toEqual({ directory: 'house', persons: 3, withEmail: 3, warnings: [] });
  expect((await recipients('check', 'house')).code).toBe(0);

  const newer = await aFile(
    'newer.csv',
    `name;email;area\n${row('Ada', 'n/a')}${row('Sam')}${row('Dora')}`.replaceAll(',', ';'),
  );
  const difference = await recipients('diff', newer, ...said, ...more);
  expect(difference).toMatchObject({ code: 0, stderr: '' });
  expect(difference.stdout).toBe(
    '+ Dora\n- Milo\n~ Ada\n    email: “Ada@example.org” → “”\nhouse: 1 comes, 1 goes, 1 changes (email).\n',
  );
  expect(JSON.parse((await recipients('diff', newer, ...said, ...more, '--json')).stdout)).toMatchObject({
    directory: 'house',
    comes: [{ name: 'Dora' }],
    goes: [{ name: 'Milo' }],
  });

  const replaced = await recipients('import', newer, ...said, ...more, '--no-sending');
  expect(replaced.stdout).toContain('house: 1 comes, 1 goes, 1 changes (email).');
  expect(replaced.stdout).toContain('not fit for sending');
  expect(replaced).toMatchObject({ code: 0, stderr: expect.stringContaining('placeholder') });
  const check = await recipients('check', '--json');
  expect(check.code).toBe(1);
  expect(JSON.parse(check.stdout)).toMatchObject([{ directory: 'house', kind: 'unreachable', ok: false }]);
});

test('the list of directories shows where each is from, under what licence, how old it is, and its time zone', async () => {
  const { stdout } = await recipients('list');
  for (const part of [
    'House of Examples',
    'https://example.org',
    'CC0-1.0',
    'Europe/London',
    'not for sending',
    more[5],
  ])
    expect(stdout).toContain(part);
  expect(JSON.parse((await recipients('list', '--json')).stdout)).toMatchObject([
    { directory: 'house', source: 'https://example.org', licence: 'CC0-1.0', timeZone: 'Europe/London', persons: 3 },
  ]);
});

test('a file that would lose most of a directory is refused in one line, and taken with --force', async () => {
  const file = await aFile('short.csv', `name,email,area\n${row('Ada')}`);
  const refused = await recipients('import', file, ...said, ...more);
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--force') });
  expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  expect((await recipients('import', file, ...said, ...more, '--force')).code).toBe(0);
});

const legislator = (id: string, name: string): string =>
  `id: ${id}\nname: ${name}\nroles:\n- type: lower\n  jurisdiction: ocd-jurisdiction/country:us/state:al/government\n  district: '${id}'\n`;

test('a copy of Open States is read by its legislatures, wherever the folder begins', async () => {
  await aFile('people/data/al/legislature/Ada.yml', legislator('1', 'Ada Example'));
  await aFile('people/data/al/legislature/Sam.yml', legislator('2', 'Sam Sample'));
  await aFile('people/data/al/retired/Milo.yml', legislator('3', 'Milo Mockup'));
  for (const part of ['people', 'people/data/al', 'people/data/al/legislature'])
    expect(JSON.parse((await recipients('import', join(folder, part), '--json')).stdout)).toMatchObject({
      directory: 'us-al-legislature',
      persons: 2,
    });
});

test('what Excel calls Unicode text is read, and an old encoding is refused before names are garbled', async () => {
  const utf16 = Buffer.from('\uFEFFname\temail\r\nZoë Łęcka\tzoe@example.org\r\n', 'utf16le');
  expect((await recipients('import', await aFile('utf16.txt', utf16), '--json')).stdout).toContain('"persons":1');
  expect((await recipients('diff', await aFile('utf16.txt', utf16), '--json')).stdout).toContain('"goes":[]');
  const latin = Buffer.from('name\nZoë\n', 'latin1');
  expect(await recipients('import', await aFile('latin.csv', latin))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('UTF-8'),
  });
});

test('a call that is wrong says so in one line', async () => {
  const file = await aFile('house.csv', 'name\nAda\n');
  await mkdir(join(folder, 'empty'), { recursive: true });
  const wrong = async (code: number, ...args: string[]) => {
    const answer = await recipients(...args);
    expect(answer).toMatchObject({ code, stdout: '' });
    expect(answer.stderr.trim().split('\n')).toHaveLength(1);
  };
  await Promise.all([
    wrong(2, 'constructor'),
    wrong(2, 'import', file, file),
    wrong(2, 'diff', file, '--time-zone', '+01:00'),
    wrong(1, 'check', 'no-such-directory'),
    wrong(1, 'import', file, '--map', 'email=E-Post'),
    wrong(1, 'import', join(folder, 'empty')),
  ]);
});
