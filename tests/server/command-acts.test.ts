import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { acts } from '../../src/strings/en/organize/acts.ts';
import { newIdentity } from '../../src/vault/identity.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-acts-'));
  server = await aServer({ dataDir: join(folder, 'data') });
  const sam = aSignature({ email: 'sam@example.org' });
  await server.post('/social-credit/sign', sam);
  await server.post(linkIn((await server.mailsTo('sam@example.org'))[0]!), {});
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

interface Noted {
  id: number;
  act: string;
  campaign: string;
  facts: Record<string, unknown>;
}

/** What a command has written into the log, or several. */
async function noted(dataDir = server.dataDir, after = 0): Promise<Noted[]> {
  const store = await openStore(readConfig({ DATA_DIR: dataDir, ...server.env }).database);
  const rows = await store.read.selectFrom('audit').selectAll().where('id', '>', after).orderBy('id').execute();
  await store.close();
  for (const { organizer, act } of rows) {
    expect(organizer).toBe('command');
    expect(acts).toHaveProperty(act);
  }
  return rows.map(({ id, act, campaign, facts }) => ({
    id,
    act,
    campaign,
    facts: JSON.parse(facts) as Record<string, unknown>,
  }));
}

let last = 0;
async function run(...args: string[]): Promise<[string, Record<string, unknown>][]> {
  const ran = await runCommand(server, ...args);
  expect(ran).toMatchObject({ code: 0 });
  const entries = await noted(server.dataDir, last);
  last = entries.at(-1)?.id ?? last;
  return entries.map(({ act, facts }) => [act, facts]);
}

const identityFile = () => join(folder, 'first.key');

test('whatever a command does to keys, letters, people and the campaign stands in the log, and nothing about anybody', async () => {
  await cp(join(server.dataDir, 'organizer.key'), identityFile());
  const { recipient } = await newIdentity();
  const first = expect.stringMatching(/^age1/) as string;
  expect(await run('letters', 'pause', 'social-credit')).toEqual([
    ['setting-changed', { setting: 'letters', from: 'open', to: 'paused' }],
  ]);
  expect(await run('letters', 'pause', 'social-credit')).toEqual([]);
  expect(await run('letters', 'resume', 'social-credit')).toEqual([
    ['setting-changed', { setting: 'letters', from: 'paused', to: 'open' }],
  ]);
  expect(await run('keys', 'add', recipient, '--name', 'Ada')).toEqual([
    ['key-added', { name: 'Ada', recipient }],
    ['rewrap-begun', { epochs: 1 }],
    ['rewrap-ended', { rewrapped: 1, unopened: 0 }],
  ]);
  expect(await run('keys', 'check', '--identity', identityFile())).toEqual([['key-checked', { names: ['first'] }]]);
  expect((await run('keys', 'retire', 'Ada'))[0]).toEqual(['key-retired', { name: 'Ada', recipient }]);
  expect(await run('keys', 'rewrap')).toEqual([]);
  expect(await run('keys', 'list')).toEqual([]);
  const passphrase = join(folder, 'passphrase');
  await writeFile(passphrase, 'four or five random words\n');
  expect(await run('keys', 'protect', '--out', join(folder, 'protected.key'), '--passphrase-file', passphrase)).toEqual(
    [
      ['key-checked', { names: ['first'] }],
      ['key-protected', { recipient: first }],
    ],
  );
  expect(await run('erase', 'social-credit', 'nobody@example.org')).toEqual([]);
  expect(await run('erase', 'social-credit', 'sam@example.org')).toEqual([
    ['person-erased', { signatures: 1, letters: 0 }],
  ]);
  expect(await run('close', 'social-credit', '--yes')).toEqual([['campaign-closed', {}]]);
  expect(await run('close', 'social-credit', '--yes')).toEqual([]);
  expect((await noted()).at(-1)).toMatchObject({ act: 'campaign-closed', campaign: 'social-credit' });
}, 90_000);

test('a restored database tells in its log that it is one, and the log is whole', async () => {
  const backup = join(folder, 'backup.age');
  expect((await runCommand(server, 'backup', '--out', backup)).code).toBe(0);
  const dataDir = join(folder, 'restored');
  const restored = { dataDir, env: {} };
  const how = ['--identity', identityFile(), '--without-outbox'];
  expect(await runCommand(restored, 'restore', backup, ...how)).toMatchObject({ code: 0 });
  const made_at = expect.stringMatching(/Z$/) as string;
  expect((await noted(dataDir)).slice(-2)).toMatchObject([
    { act: 'campaign-closed' },
    { act: 'backup-restored', facts: { made_at, outbox: false } },
  ]);
  expect((await runCommand(restored, 'doctor')).stdout).toContain('The log of what organizers did is whole');
}, 60_000);
