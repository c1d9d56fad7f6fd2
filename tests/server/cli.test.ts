import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-cli-'));
  // A folder that outlives its server: one test starts another on the same data.
  server = await aServer({ dataDir: join(folder, 'data') });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const campaign = (...args: string[]) => runCommand(server.dataDir, ...args);

const confirmed = async (changes: Record<string, string>) => {
  const fields = aSignature(changes);
  await server.post('/social-credit/sign', fields);
  for (const mail of await server.mailsTo(fields.email ?? '')) await server.post(linkIn(mail), {});
};

const header = 'id,name,email,country,postcode,comment,public,updates,source,locale,confirmed_at';

test('an organizer exports who confirmed, and no one else, beside the running server', async () => {
  expect((await campaign('export', 'social-credit')).stdout).toBe(`${header}\r\n`);
  await confirmed({
    name: '=1+1',
    email: 'formula@example.org',
    comment: 'two\nlines, "quoted"',
    source: 'flyer',
    updates: 'on',
  });
  await server.post('/social-credit/sign', aSignature({ email: 'unconfirmed@example.org' }));

  const csv = await campaign('export', 'social-credit', '--format', 'csv');
  expect(csv.stdout).toMatch(
    /^id,name.*\r\n\d+,'=1\+1,formula@example\.org,DE,,"two\nlines, ""quoted""",false,true,flyer,en,20\d\d-\d\d-\d\dT\d\d:00:00Z\r\n$/s,
  );
  expect(csv.stderr).toBe('');
  const jsonl = await campaign('export', 'social-credit', '--format', 'jsonl');
  expect(
    jsonl.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([expect.objectContaining({ name: '=1+1', comment: 'two\nlines, "quoted"', updates: true })]);
  expect((await campaign('export', 'social-credit', '--all')).stdout).toContain('unconfirmed@example.org');

  const file = join(folder, 'out.csv');
  expect(await campaign('export', 'social-credit', '--out', file)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await readFile(file, 'utf8')).toBe(csv.stdout);
  expect(JSON.parse((await campaign('stats', 'social-credit', '--json')).stdout)).toMatchObject({
    confirmed: 1,
    pending: 1,
  });
});

test('a call that is wrong says so in one line and exits with 2, a campaign that is not there with 1', async () => {
  for (const [code, args] of [
    [2, ['nonsense']],
    [2, ['export']],
    [2, ['export', 'social-credit', '--format', 'pdf']],
    [2, ['stats', '--colour']],
    [1, ['export', 'no-such-campaign']],
    [1, ['export', 'social-credit', '--out', join(folder, 'no/such/folder.csv')]],
    [1, ['recipients', 'import', join(folder, 'no-such-file.json')]],
  ] as const) {
    const answer = await campaign(...args);
    expect(answer).toMatchObject({ code, stdout: '' });
    expect(answer.stderr.trim().split('\n')).toHaveLength(1);
  }
});

test('an imported parliament is offered at once in its own country, and the example stays elsewhere', async () => {
  const member = { id: 'm1', name: 'Mira Member', email: 'mira@parliament.example' };
  const file = join(folder, 'parliament.json');
  const popolo = {
    meta: { title: 'Made-up House', country: 'NZ', usable_for_sending: false },
    persons: [member],
    organizations: [{ id: 'house', name: 'Made-up House' }],
    memberships: [{ person_id: 'm1', organization_id: 'house', role: 'MP' }],
  };
  await writeFile(file, JSON.stringify(popolo));
  const imported = await campaign('recipients', 'import', file, '--json');
  expect(JSON.parse(imported.stdout)).toMatchObject({ persons: 1, withEmail: 1 });
  expect((await campaign('recipients', 'list')).stdout).toContain('Made-up House');
  expect(await (await server.get('/social-credit/letter?country=NZ')).text()).toContain('Mira Member');
  expect(await (await server.get('/social-credit/letter?country=GB')).text()).not.toContain('Mira Member');
});

test('with a mail server set, a directory that is not fit for sending is not offered, and its ids are refused', async () => {
  const page = await (await server.get('/social-credit/letter?country=NZ')).text();
  const id = /<input[^>]*name="representative"[^>]*>/.exec(page)?.[0].match(/value="(\d+)"/)?.[1] ?? '';
  expect(id).not.toBe('');
  await server.stop();
  server = await aServer({ dataDir: server.dataDir, env: { SMTP_URL: 'smtp://127.0.0.1:9' } });
  const real = await server.get('/social-credit/letter?country=NZ');
  expect(real.status).toBe(200);
  expect(await real.text()).not.toContain('Mira Member');
  expect((await server.post('/social-credit/letter', aLetter(id))).status).toBe(422);
});

test('the link for a new organizer leads to the server that runs, whose port the command was not told', async () => {
  const { stdout } = await campaign('organizer', 'add', 'olga', '--role', 'owner');
  expect(stdout).toContain(`\n${server.url}/organize/join/`);
  const place = { dataDir: server.dataDir, env: { SITE_URL: 'https://example.org' } };
  const told = await runCommand(place, 'organizer', 'add', 'ivo', '--role', 'viewer');
  expect(told.stdout).toContain('\nhttps://example.org/organize/join/');
});

test('a second server on the same data is refused with one clear line', async () => {
  await expect(aServer({ dataDir: server.dataDir })).rejects.toThrow(/^Another server already runs on .+\.$/);
});
