import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aServer, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

let server: TestServer;
let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-import-'));
  server = await aServer({ dataDir: at('data') });
  await writeFile(at('sheet.csv'), sheet);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const sheet = [
  'Full name,E-mail,Country,Postcode,Signed on,Public',
  'Pia Paper,,DE,10115,2026-11-02,',
  'Pia Paper,,DE,10115,2026-11-02,',
  'Omar Example,omar@example.org,AT,,,yes',
  'Sam Example,Sam+paper@example.org,DE,,,',
  ',nobody@example.org,DE,,,',
].join('\r\n');

/** Longer than most: whole commands are run, one after another. */
vi.setConfig({ testTimeout: 120_000 });

const campaign = (...args: string[]) => runCommand(server.dataDir, ...args);
const importSheet = (...args: string[]) =>
  campaign('import', 'social-credit', at('sheet.csv'), '--origin', 'paper', ...args);
const stats = async () => JSON.parse((await campaign('stats', 'social-credit', '--json')).stdout) as object;
const expected = { origin: 'paper', imported: 2, duplicates: 1, alreadySigned: 1, waiting: 0, erased: 0 };
const faulty = [{ line: 6, reason: 'There is no name.' }];

test('a dry run says what would come, and writes nothing', async () => {
  await server.post('/social-credit/sign', aSignature());
  for (const mail of await server.mailsTo('sam@example.org')) await server.post(linkIn(mail), {});
  const dry = await importSheet('--dry-run', '--json');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(dry.stdout)).toEqual({ ...expected, dryRun: true, interrupted: false, faulty });
  expect(await stats()).toMatchObject({ confirmed: 1, origins: { site: 1, paper: 0, import: 0 } });
});

test('beside the running server, sheets come in and stand beside the count', async () => {
  const said = await importSheet();
  expect(said).toEqual({
    code: 0,
    stdout:
      'sheet.csv: 5 lines\n  2 came in\n  1 stand in the file more than once\n  1 had signed already\n  1 lines cannot be read\n',
    stderr: 'Line 6: There is no name.\n',
  });
  expect(await stats()).toMatchObject({ confirmed: 1, origins: { site: 1, paper: 2, import: 0 } });
  for (let tries = 0; ; tries++) {
    const page = (await (await server.get('/social-credit')).text()).replace(/<[^>]*>/g, '');
    if (page.includes('And counted separately: 2 on paper.') && page.includes('Omar Example')) break;
    if (tries === 40) throw new Error('the page does not tell of paper');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await countOn(server)).toBe(1);
});

test('typed in again, nobody comes twice, and the counts are well', async () => {
  expect(JSON.parse((await importSheet('--json')).stdout)).toMatchObject({ imported: 0, alreadySigned: 3 });
  expect((await campaign('stats', 'social-credit')).stdout).toContain('; 2 on paper, 0 imported\n');
  const findings = JSON.parse((await campaign('doctor', '--json')).stdout) as { ok: boolean; text: string }[];
  expect(findings.find(({ text }) => text.startsWith('The counts'))).toMatchObject({ ok: true });
});

test('Omar asks what is held about him: his page says where he signed, and shows no consent that he never saw', async () => {
  await server.post('/me', { email: 'omar@example.org' });
  const [mail] = await server.mailsTo('omar@example.org');
  const path = /\/me\/[\w-]+/.exec(mail!.text)?.[0] ?? '';
  const page = await (await server.get(path)).text();
  for (const words of ['On paper, and handed in by the organizers', 'What you agreed to stood where you signed'])
    expect(page.includes(words)).toBe(true);
  expect(page.includes('By signing I agree')).toBe(false);
  const file = (await (await server.get(`${path}/data.json`)).json()) as { signature: object };
  expect(file.signature).toMatchObject({ gathered: 'paper', opened: false, consent: [] });
});

test('an imported signer is erased by address, and does not come back', async () => {
  expect((await campaign('erase', 'social-credit', 'omar@example.org')).stdout).toBe('Erased: 1 records.\n');
  expect(JSON.parse((await importSheet('--json')).stdout)).toMatchObject({ imported: 0, erased: 1 });
});

test('a backup keeps where people signed', async () => {
  expect((await campaign('backup', '--out', at('backup.age'))).code).toBe(0);
  const identity = join(server.dataDir, 'organizer.key');
  const restored = await runCommand(at('copy'), 'restore', at('backup.age'), '--identity', identity);
  expect(restored.code).toBe(0);
  const { stdout } = await runCommand(at('copy'), 'stats', 'social-credit', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ confirmed: 1, origins: { site: 1, paper: 1, import: 0 } });
});

test('a call that is wrong says so in one line', async () => {
  for (const [code, args] of [
    [2, ['social-credit', at('sheet.csv')]],
    [2, ['social-credit', at('sheet.csv'), '--origin', 'site']],
    [2, ['social-credit', at('sheet.csv'), '--origin', 'paper', '--country', 'Germany']],
    [1, ['no-such-campaign', at('sheet.csv'), '--origin', 'paper']],
    [1, ['social-credit', at('sheet.csv'), '--origin', 'paper', '--map', 'name=Signer']],
  ] as const) {
    const said = await campaign('import', ...args);
    expect(said).toMatchObject({ code, stdout: '' });
    expect(said.stderr.trim().split('\n')).toHaveLength(1);
  }
});
