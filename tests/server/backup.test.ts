import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BackupHead } from '../../src/campaign/backup.ts';
import { tables } from '../../src/store/tables.ts';
import { decryptStream, encryptStream } from '../../src/vault/age-stream.ts';
import { recipientOf } from '../../src/vault/identity.ts';
import { newFirstIdentity, readIdentityFile } from '../../src/vault/identity-file.ts';
import { openServerKey } from '../../src/vault/server-key.ts';
import { openVault } from '../../src/vault/vault.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-backup-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Restores with the identity that the organizer keeps elsewhere. */
const restore = (dataDir: string, file: string, ...args: string[]) =>
  runCommand(dataDir, 'restore', file, '--identity', at('identity.key'), ...args);

/** What an organizer exports, the unconfirmed too, by address. */
async function exported(dataDir: string): Promise<Map<string, { id: number; name: string; confirmed_at: string }>> {
  const answer = await runCommand(
    dataDir,
    'export',
    'social-credit',
    '--all',
    '--format',
    'jsonl',
    '--identity',
    at('identity.key'),
  );
  expect([answer.code, answer.stderr]).toEqual([0, '']);
  const rows = answer.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return new Map(rows.map((row) => [row.email as string, row]));
}

const stats = async (dataDir: string) => {
  const { stdout } = await runCommand(dataDir, 'stats', 'social-credit', '--json');
  return JSON.parse(stdout) as Record<string, number>;
};

const sign = (server: TestServer, email: string, changes: Record<string, string> = {}) =>
  server.post('/social-credit/sign', aSignature({ email, name: `Name of ${email.split('@')[0]}`, ...changes }));

/** Signs. @returns the path of the confirming link */
async function signed(server: TestServer, email: string, changes: Record<string, string> = {}): Promise<string> {
  await sign(server, email, changes);
  return linkIn((await server.mailsTo(email))[0]!);
}

const asMe = (link: string): string => link.replace('/confirm/', '/me/');

/** The highest number that was ever given to a signature. */
function highestNumber(dataDir: string): number {
  const database = new Database(join(dataDir, 'campaign.db'), { readonly: true });
  const number = database.prepare(`select seq from sqlite_sequence where name = 'signatures'`).pluck().get();
  database.close();
  return Number(number);
}

/** A representative, and a campaign's letters. */
function pauseSome(dataDir: string): void {
  const database = new Database(join(dataDir, 'campaign.db'));
  database.exec('update representatives set paused_at = 3600 where id = (select min(id) from representatives)');
  database.exec(`update campaigns set letters_paused_at = 3600 where slug = 'social-credit'`);
  database.close();
}

/** As a server on PostgreSQL notes it. */
function noteKeyPlace(dataDir: string): void {
  const database = new Database(join(dataDir, 'campaign.db'));
  database.exec(`insert into facts (name, value) values ('organizer key at 0123456789abcdef', 'yes')`);
  database.close();
}

function keyPlaces(dataDir: string): unknown[] {
  const database = new Database(join(dataDir, 'campaign.db'), { readonly: true });
  const places = database.prepare(`select name from facts where name like 'organizer key at %'`).all();
  database.close();
  return places;
}

test('the drill: who was in the backup is back, who was erased since is not, and every old mail still works', async () => {
  const data = at('data');
  let server = await aServer({ dataDir: data });
  await cp(join(data, 'organizer.key'), at('identity.key'));
  const links = new Map<string, string>();
  for (const email of ['sam@example.org', 'sue@example.org', 'erna@example.org', 'egon@example.org'])
    links.set(email, await signed(server, email, { public: 'on', comment: `${email} cares` }));
  for (const link of links.values()) expect((await server.post(link, {})).status).toBe(303);
  links.set('una@example.org', await signed(server, 'una@example.org'));

  pauseSome(data);
  noteKeyPlace(data);
  let backedUp = false;
  const answers: number[] = [];
  const crowd = async (number: number): Promise<void> => {
    for (let one = 0; !backedUp; one++) {
      // Long enough that damage to the backup's end is met when its beginning is already written.
      const comment = randomBytes(700).toString('base64');
      answers.push((await sign(server, `crowd-${number}-${one}@example.org`, { comment })).status);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const crowds = [1, 2, 3].map(crowd);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const early = answers.length;
  const backup = await runCommand(data, 'backup', '--out', at('backup.age'));
  const during = answers.length - early;
  backedUp = true;
  await Promise.all(crowds);
  expect(backup).toEqual({ code: 0, stdout: '', stderr: '' });
  expect((await stat(at('backup.age'))).mode & 0o777).toBe(0o600);
  expect(during).toBeGreaterThan(10);
  expect(new Set(answers)).toEqual(new Set([303]));

  // Erased after the backup: one by herself, one by the organizer, and one who came after it.
  expect((await server.post(asMe(links.get('erna@example.org')!), { act: 'erase', sure: 'yes' })).status).toBe(303);
  expect((await runCommand(data, 'erase', 'social-credit', 'egon@example.org')).stdout).toBe('Erased: 1 records.\n');
  await signed(server, 'nele@example.org');
  expect((await runCommand(data, 'erase', 'social-credit', 'nele@example.org')).code).toBe(0);
  await server.stop();

  await mkdir(at('restored'));
  await cp(join(data, 'erasures.jsonl'), at('restored', 'erasures.jsonl'));
  const restored = await restore(at('restored'), at('backup.age'));
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(keyPlaces(at('restored'))).toEqual([]);
  expect(restored.stdout).toMatch(
    /^Restored .+Z\. Server key \w{16}\.\nSealed from now on .+\nPauses are those of the backup: 1 representative, 0 undecided wishes, letters of social-credit\. What was paused or asked for since is lost: .+\nKey and .+\nErased, .+ again: 2\.\nThe counts agree .+\n$/,
  );
  const [first] = await readIdentityFile(at('identity.key'));
  expect(restored.stdout).toContain(`to “first”, ${await recipientOf(first!.secret)}.\n`);
  expect(restored.stdout).toContain(`Server key ${openVault(openServerKey(join(data, 'server.key'))).fingerprint}.`);
  expect(await readFile(at('restored', 'server.key'))).toEqual(await readFile(join(data, 'server.key')));
  expect(existsSync(at('restored', 'organizer.key'))).toBe(false);

  const counts = await stats(at('restored'));
  const rows = await exported(at('restored'));
  const crowdRows = [...rows.keys()].filter((email) => email.startsWith('crowd-'));
  const others = [...rows.keys()].filter((email) => !email.startsWith('crowd-'));
  expect(others.toSorted().join(' ')).toBe('sam@example.org sue@example.org una@example.org');
  expect(crowdRows.length).toBeGreaterThanOrEqual(early);
  expect(counts).toMatchObject({ confirmed: 2, pending: crowdRows.length + 1 });

  server = await aServer({ dataDir: at('restored') });
  const page = await (await server.get('/social-credit')).text();
  expect(page).toMatch(/data-signatures="2"/);
  expect(page).toContain('sam@example.org cares');
  expect(page).not.toMatch(/(?:erna|egon)@example.org/);
  expect(await (await server.get(asMe(links.get('sam@example.org')!))).text()).toContain('Name of sam');
  for (const email of ['erna@example.org', 'egon@example.org'])
    expect((await server.get(asMe(links.get(email)!))).status).toBe(410);
  expect((await server.post(links.get('una@example.org')!, {})).headers.get('location')).toBe('/social-credit/signed');
  for (const email of ['new@example.org', 'SUE+again@example.org']) await sign(server, email);
  expect((await server.mailsTo('SUE+again@example.org'))[0]?.subject).toContain('already signed');
  const after = await exported(at('restored'));
  expect(after.get('new@example.org')?.id).toBeGreaterThan(highestNumber(data));
  expect(after.get('una@example.org')?.confirmed_at).not.toBeNull();
  expect(await stats(at('restored'))).toMatchObject({ confirmed: 3, pending: crowdRows.length + 1 });
  await server.stop();
  expect(server.troubles).toEqual([]);
});

/** What a refused restore must leave behind: no key, and a database without a row, if any. */
function nothingIsLeftIn(dataDir: string): void {
  expect(existsSync(join(dataDir, 'server.key'))).toBe(false);
  expect(rowsIn(dataDir)).toBe(0);
}

function rowsIn(dataDir: string): number {
  if (!existsSync(join(dataDir, 'campaign.db'))) return 0;
  const database = new Database(join(dataDir, 'campaign.db'), { readonly: true });
  const counts = tables.map(({ name }) => Number(database.prepare(`select count(*) from ${name}`).pluck().get()));
  database.close();
  return counts.reduce((sum, count) => sum + count, 0);
}

async function sealedToOrganizer(bytes: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  const [organizer] = await readIdentityFile(at('identity.key'));
  const sealed = await encryptStream(new Blob([bytes]).stream(), [await recipientOf(organizer!.secret)]);
  return Buffer.concat(await Array.fromAsync(sealed));
}

const refused = (line: RegExp) => ({
  code: 1,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^${line.source}\\n$`)) as string,
});

/** Many commands in a row, each a process: on a busy machine that takes longer than other tests may. */
test('a backup that is cut short, changed or somebody else’s is refused in one line, and leaves nothing behind', async () => {
  const whole = await readFile(at('backup.age'));
  const flipped = (place: number): Buffer => whole.map((byte, index) => (index === place ? byte ^ 1 : byte)) as Buffer;
  const damaged: [string, Uint8Array][] = [
    ['half', whole.subarray(0, whole.length / 2)],
    ['no last byte', whole.subarray(0, -1)],
    ['flipped at the start', flipped(150)],
    ['flipped in the middle', flipped(Math.floor(whole.length / 2))],
    ['flipped at the end', flipped(whole.length - 1)],
  ];
  for (const [name, bytes] of damaged) {
    await writeFile(at(`${name}.age`), bytes);
    expect(await restore(at(name), at(`${name}.age`))).toEqual(refused(/.*(?:damaged|no backup).*/));
    nothingIsLeftIn(at(name));
  }
  await writeFile(at('nothing.age'), 'No backup at all.\n');
  expect(await restore(at('nothing'), at('nothing.age'))).toEqual(refused(/.*is no backup.*/));
  expect(await restore(at('no file'), at('no-such-file.age'))).toEqual(refused(/.*cannot be read.*/));
  expect(await runCommand(at('keyless'), 'restore', at('backup.age'))).toEqual(
    refused(/No identity lies on this server.*/),
  );
  await newFirstIdentity(at('stranger.key'), '2026-11-23T12:00:00Z');
  const stranger = ['--identity', at('stranger.key')];
  expect(await runCommand(at('strange'), 'restore', at('backup.age'), ...stranger)).toEqual(
    refused(/.*other organizers’ keys\./),
  );
  await writeFile(at('endless.age'), await sealedToOrganizer(gzipSync('a'.repeat(11_000_000))));
  expect(await restore(at('endless'), at('endless.age'))).toEqual(
    refused(/.*endless\.age is no backup of Campaign Kit.*/),
  );
  for (const name of ['endless', 'nothing', 'no file', 'keyless', 'strange']) nothingIsLeftIn(at(name));
}, 90_000);

test('a restore never writes over a database or a server key that is there', async () => {
  const before = rowsIn(at('restored'));
  expect(await restore(at('restored'), at('backup.age'))).toEqual(refused(/The database is not empty.*/));
  expect(rowsIn(at('restored'))).toBe(before);
  await mkdir(at('keyed'));
  await writeFile(at('keyed', 'server.key'), `${'0'.repeat(64)}\n`);
  expect(await restore(at('keyed'), at('backup.age'))).toEqual(refused(/.*another server key.*/));
  expect(await readFile(at('keyed', 'server.key'), 'utf8')).toBe(`${'0'.repeat(64)}\n`);
  expect(rowsIn(at('keyed'))).toBe(0);
});

test('a backup shows nothing to whoever has no identity, and no address to whoever has one but not the tools', async () => {
  const bytes = await readFile(at('backup.age'));
  const telling = /example\.org|Name of|"campaignKit"|[0-9a-f]{64}/;
  expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/);
  expect(bytes.toString('latin1')).not.toMatch(telling);
  expect((await stat(at('backup.age'))).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);

  const identities = (await readIdentityFile(at('identity.key'))).map(({ secret }) => secret);
  const zipped = await decryptStream(new Blob([bytes]).stream(), identities);
  const text = gunzipSync(Buffer.concat(await Array.fromAsync(zipped))).toString();
  const head = JSON.parse(text.slice(0, text.indexOf('\n'))) as BackupHead;
  expect(`${head.serverKey}\n`).toBe(await readFile(at('data', 'server.key'), 'utf8'));
  expect(text).toContain('"social-credit"');
  expect(text.match(/(?:sam|sue|una|crowd-\d-\d+)@example\.org|Name of \w+/g)).toBeNull();
});

test('mail that was not sent when the backup was made goes out from the restored server, unless it is left out', async () => {
  const data = at('unsent');
  let server = await aServer({ dataDir: data, env: { SMTP_URL: 'smtp://127.0.0.1:9' } });
  await sign(server, 'slow@example.org');
  await cp(join(data, 'organizer.key'), at('identity.key'));
  expect((await runCommand(data, 'backup', '--out', at('unsent.age'))).code).toBe(0);
  await server.stop();
  for (const [name, ...option] of [['with outbox'], ['without outbox', '--without-outbox']] as const) {
    const restored = await restore(at(name), at('unsent.age'), ...option);
    expect(restored).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Warning: there is no .+erasures\.jsonl\./),
    });
    server = await aServer({ dataDir: at(name) });
    server.wait(3600);
    await signed(server, 'quick@example.org');
    const mails = await server.mailsTo('slow@example.org', option.length > 0 ? 0 : 1);
    expect(mails).toHaveLength(option.length > 0 ? 0 : 1);
    for (const mail of mails) expect((await server.post(linkIn(mail), {})).status).toBe(303);
    await server.stop();
    expect(await stats(at(name))).toMatchObject({ confirmed: mails.length, pending: 2 - mails.length });
  }
});
