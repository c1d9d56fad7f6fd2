import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newIdentity, recipientOf } from '../../src/vault/identity.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

/** One campaign's story from its first start on: each test goes on where the last one ended. */
let folder: string;
let server: TestServer;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-keys-'));
  writeFileSync(file('ada.pass'), 'four or five random words\n');
  writeFileSync(file('wrong.pass'), 'four or five random word\n');
  server = await aServer({ dataDir: file('data') });
  for (const name of ['Sam', 'Suzie']) await confirmed(name);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const campaign = (...args: string[]) => runCommand(server.dataDir, ...args);
const keys = (...args: string[]) => campaign('keys', ...args);

async function confirmed(name: string): Promise<void> {
  const fields = aSignature({ name, email: `${name.toLowerCase()}@example.org` });
  await server.post('/social-credit/sign', fields);
  for (const mail of await server.mailsTo(fields.email ?? '')) await server.post(linkIn(mail), {});
}

/** Whose signatures an export has, and what it says of the others. */
async function exported(...args: string[]): Promise<{ code: number; names: string[]; stderr: string }> {
  const { code, stdout, stderr } = await campaign('export', 'social-credit', ...args);
  const [, ...rows] = stdout.split('\r\n').map((row) => row.split(',')[1]);
  return { code, stderr, names: rows.filter((name) => name !== undefined) };
}

const listed = async () => JSON.parse((await keys('list', '--json')).stdout) as Record<string, string | null>[];
const everyone = (...names: string[]) => ({ code: 0, names, stderr: '' });
const oneLine = (why: string | RegExp) => ({ code: 1, stdout: '', stderr: expect.stringMatching(why) as string });
const aDay = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
/** Ada's, as it stands on her recovery sheet; she types it into a file. */
let adas: { secret: string; recipient: string };

test('Ada makes a key that only its passphrase opens, and sees the secret once, to print it', async () => {
  const made = await keys('new', '--out', file('ada.key'), '--passphrase-file', file('ada.pass'));
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout.match(/AGE-SECRET-KEY-1/g)).toHaveLength(1);
  const [, head = '', tail = ''] = /^Secret key +(AGE-SECRET-KEY-1\w+)\n +(\w+)$/m.exec(made.stdout) ?? [];
  const recipient = /keys add (age1\w+)/.exec(made.stdout)?.[1] ?? '';
  adas = { secret: head + tail, recipient };
  expect(await recipientOf(adas.secret)).toBe(recipient);
  writeFileSync(file('ada.sheet'), `${adas.secret}\n`);

  expect(statSync(file('ada.key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(file('ada.key'), 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n[\w+/=\n]+-----END/);
  expect(await keys('new', '--out', file('ada.key'))).toEqual(oneLine(/^.+ada\.key exists already: .+\n$/));
  writeFileSync(file('short.pass'), 'eleven char\n');
  const short = await keys('new', '--out', file('short.key'), '--passphrase-file', file('short.pass'));
  expect(short).toEqual(oneLine(/^The passphrase is too short: .+\n$/));
  expect((await keys('new', '--out', file('short.key'))).code).toBe(2);
  expect(existsSync(file('short.key'))).toBe(false);
});

test('Ada is added by whoever has the first key, and exports the past with hers and its passphrase', async () => {
  const withAdas = ['--identity', file('ada.key'), '--passphrase-file'];
  expect(await exported('--identity', file('ada.sheet'))).toMatchObject({ code: 1, names: [] });
  expect(await keys('add', `${adas.recipient}c`, '--name', 'Ada')).toEqual(oneLine(/^age1\w+ is no public key: .+\n$/));
  const added = await keys('add', adas.recipient, '--name', 'Ada');
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toContain('Rewrapped for the organizers of today: 1 of 1 epochs.');
  expect(await keys('add', adas.recipient, '--name', 'Ada')).toEqual(oneLine(/^This key is on the list already.+\n$/));

  expect(await exported(...withAdas, file('ada.pass'))).toEqual(everyone('Sam', 'Suzie'));
  const wrong = await exported(...withAdas, file('wrong.pass'));
  expect(wrong).toEqual({ code: 1, names: [], stderr: expect.stringMatching(/^.+ada\.key: The passphrase .+\n$/) });
  expect(await listed()).toEqual([
    { name: 'first', recipient: expect.stringMatching(/^age1/), added: aDay, retired: null, checked: null },
    { name: 'Ada', recipient: adas.recipient, added: aDay, retired: null, checked: null },
  ]);
});

test('the doctor is not content before a key was checked and the first one moved off the server', async () => {
  const before = await campaign('doctor');
  expect(before.code).toBe(1);
  expect(before.stdout).toMatch(/^NOT {3}An organizer’s identity lies on this server/m);
  expect(before.stdout).toMatch(/^NOT {3}No organizer has shown yet that their key opens/m);
  const checked = await keys('check', '--identity', file('ada.sheet'));
  expect(checked).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^“Ada”: opens what came in last \(epoch \d+\)\./),
    stderr: '',
  });
  expect((await listed()).map((key) => key.checked)).toEqual([null, aDay]);

  const first = join(server.dataDir, 'organizer.key');
  copyFileSync(first, file('first.copy'));
  linkSync(first, file('same bytes on disk'));
  const protect = (out: string) => keys('protect', '--out', out, '--passphrase-file', file('ada.pass'));
  for (const inside of [join(server.dataDir, 'first.key'), join(server.dataDir, 'mailbox', '..', 'first.key')])
    expect(await protect(inside)).toEqual(oneLine(/ lies in the data folder: .+\n$/));
  expect(await protect(file('ada.key'))).toEqual(oneLine(/ exists already: .+\n$/));
  expect(existsSync(first)).toBe(true);

  const privacy = async () => (await server.get('/privacy')).text();
  expect(await privacy()).toContain('for now that key still lies on this server');
  expect(await privacy()).not.toContain('What was sealed before stays sealed');
  expect(await privacy()).not.toContain('The organizers of the campaign, and nobody else');
  expect((await protect(file('first.key'))).code).toBe(0);
  expect(existsSync(first)).toBe(false);
  await expect.poll(privacy).toContain('which they keep away from this server');
  expect(await privacy()).toContain('What was sealed before stays sealed');
  expect(await privacy()).toContain('The organizers of the campaign, and nobody else');
  expect(readFileSync(file('same bytes on disk')).every((byte) => byte === 0)).toBe(true);
  expect(statSync(file('first.key')).mode & 0o777).toBe(0o600);
  expect(await protect(file('again.key'))).toEqual(oneLine(/^No identity lies in .+\n$/));
  const after = await campaign('doctor');
  expect(after.stdout).not.toContain('NOT ');
  expect(after.code).toBe(0);

  expect(await exported()).toEqual({
    code: 1,
    names: [],
    stderr: expect.stringMatching(/^No identity .+--identity FILE\.\n$/),
  });
  const withFirst = ['--identity', file('first.key'), '--passphrase-file', file('ada.pass')];
  expect(await exported(...withFirst)).toEqual(everyone('Sam', 'Suzie'));
});

test('Ada is retired while no key is at hand: her key opens what it did, and nothing that comes in after', async () => {
  const retired = await keys('retire', 'Ada');
  expect(retired).toMatchObject({ code: 0, stderr: '' });
  expect(retired.stdout).toContain('What was sealed before still opens with it, until you run');
  // The running server looks each second whether a command has changed something.
  await sleep(2000);
  await confirmed('Zoe');
  const answer = await exported('--identity', file('ada.sheet'));
  expect(answer).toMatchObject({ code: 1, names: ['Sam', 'Suzie'] });
  expect(answer.stderr).toMatch(
    /^signature 3 left out: epoch 2 is not sealed to this identity\n1 of the signatures .+\n$/,
  );
  expect(await keys('check', '--identity', file('ada.sheet'))).toEqual(
    oneLine(/^Nothing is sealed to this identity.+\n$/),
  );
  expect((await campaign('doctor')).stdout).toMatch(/^NOT {3}Not sealed to exactly the organizers of today: 1 epochs/m);
});

test('the epochs are rewrapped, and Ada’s key opens nothing any more: each row is named', async () => {
  const rewrapped = await keys('rewrap', '--identity', file('ada.sheet'), '--identity', file('first.copy'));
  expect(rewrapped).toEqual({ code: 0, stdout: 'Rewrapped for the organizers of today: 1 of 1 epochs.\n', stderr: '' });
  const answer = await exported('--identity', file('ada.sheet'));
  expect(answer).toMatchObject({ code: 1, names: [] });
  expect(answer.stderr.match(/^signature \d+ left out: .+$/gm)).toEqual([
    'signature 1 left out: epoch 1 is not sealed to this identity',
    'signature 2 left out: epoch 1 is not sealed to this identity',
    'signature 3 left out: epoch 2 is not sealed to this identity',
  ]);
  expect((await campaign('doctor')).code).toBe(0);
});

test('Ben comes and goes with a key at hand: from that moment he opens nothing, and the first key everything', async () => {
  const ben = await newIdentity();
  writeFileSync(file('ben.key'), `${ben.secret}\n`);
  const withFirst = ['--identity', file('first.copy')];
  const added = await keys('add', ben.recipient, '--name', 'Ben');
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toContain('What was sealed before opens to it once you run: npx campaign keys rewrap');
  const check = await keys('check', '--identity', file('ben.key'));
  expect(check).toEqual(oneLine(/^This identity is on the list but does not open the newest epoch \(2\): .+\n$/));
  expect((await keys('rewrap', ...withFirst)).code).toBe(0);
  expect(await exported('--identity', file('ben.key'))).toEqual(everyone('Sam', 'Suzie', 'Zoe'));
  expect((await campaign('backup', '--out', file('with-ben.age'))).code).toBe(0);
  const retired = await keys('retire', ben.recipient, ...withFirst);
  expect(retired).toMatchObject({ code: 0, stderr: '' });
  expect(retired.stdout).toContain('Rewrapped for the organizers of today: 2 of 2 epochs.');
  const answer = await exported('--identity', file('ben.key'));
  expect(answer).toMatchObject({ code: 1, names: [] });
  expect(answer.stderr.match(/^signature \d+ left out/gm)).toHaveLength(3);
  expect(await exported(...withFirst)).toEqual(everyone('Sam', 'Suzie', 'Zoe'));
  expect((await listed()).map(({ name, retired: day }) => [name, day])).toEqual([
    ['first', null],
    ['Ada', aDay],
    ['Ben', aDay],
  ]);
  expect(await keys('retire', 'first')).toEqual(oneLine(/^This is the last key: .+\n$/));
});

test('a backup from before brings no organizer back who was retired since', async () => {
  mkdirSync(file('restored'));
  copyFileSync(join(server.dataDir, 'erasures.jsonl'), join(file('restored'), 'erasures.jsonl'));
  const restored = await runCommand(
    file('restored'),
    'restore',
    file('with-ben.age'),
    '--identity',
    file('first.copy'),
  );
  expect(restored.code).toBe(0);
  expect(restored.stdout.match(/^Sealed from now on to “\w+”/gm)).toEqual(['Sealed from now on to “first”']);
  const [, fingerprint] = /Server key (\w{16})\./.exec(restored.stdout) ?? [];
  expect((await keys('list')).stdout).toContain(`Server key ${fingerprint}.`);
});

test('an identity that opens nothing here is not protected, and not removed', async () => {
  const stranger = join(server.dataDir, 'organizer.key');
  writeFileSync(stranger, `${(await newIdentity()).secret}\n`);
  const protect = await keys('protect', '--out', file('stranger.key'), '--passphrase-file', file('ada.pass'));
  expect(protect).toEqual(oneLine(/^What comes in here does not open with .+\n$/));
  expect([existsSync(stranger), existsSync(file('stranger.key'))]).toEqual([true, false]);
});

test('poured into a pipe, a key stays where it lies: nobody can know whether it arrived', async () => {
  copyFileSync(file('first.copy'), join(server.dataDir, 'organizer.key'));
  const poured = await keys('protect', '--out', '-', '--passphrase-file', file('ada.pass'));
  expect(poured.stdout).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
  expect(poured.stderr).toContain('it still lies here');
  expect([poured.code, existsSync(join(server.dataDir, 'organizer.key'))]).toEqual([0, true]);
});
