import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import { projectRoot } from '../../src/places.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { freePort } from '../support/free-port.ts';
import { runCommand } from '../support/run-command.ts';

/** A folder as it is found after the machine has died: thirty people have signed, and much of it is in the log. */
let crashed: string;
/** A copy for each test. */
let folder: string;
const cleanups: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  crashed = await mkdtemp(join(tmpdir(), 'campaign-kit-crashed-'));
  const server = await aServer();
  for (let at = 0; at < 30; at++)
    await server.post('/social-credit/sign', aSignature({ email: `s${at}@example.org`, comment: 'x'.repeat(900) }));
  for (const name of ['campaign.db', 'campaign.db-wal', 'server.key', 'organizer.key'])
    await copyFile(join(server.dataDir, name), join(crashed, name));
  await server.stop();
});
afterAll(() => rm(crashed, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-damaged-'));
  await cp(crashed, folder, { recursive: true });
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
  await rm(folder, { recursive: true });
});

const file = (): string => join(folder, 'campaign.db');
const log = (): string => `${file()}-wal`;
/** With the log in the file. */
function settled(): Database.Database {
  const database = new Database(file());
  database.pragma('wal_checkpoint(TRUNCATE)');
  return database;
}
async function overwrite(path: string, at: number, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.write(bytes, 0, bytes.length, at);
  await handle.close();
}
/** Where the page of a table or an index begins. */
function placeOf(name: string): number {
  const database = settled();
  const { rootpage } = database.prepare('select rootpage from sqlite_schema where name = ?').get(name) as {
    rootpage: number;
  };
  const bytes = Number(database.pragma('page_size', { simple: true }));
  database.close();
  return (rootpage - 1) * bytes;
}
const garbage = Buffer.alloc(4096, 0xa5);

const damages: [string, () => Promise<void>][] = [
  [
    'is no database',
    async () => {
      // Its log alone would make a database of anything.
      settled().close();
      await writeFile(file(), 'this is no database, however often you read it. '.repeat(200));
    },
  ],
  [
    'was cut off',
    async () => truncate(file(), Math.floor((settled().close(), await stat(file())).size / 2 / 4096) * 4096),
  ],
  ['has a damaged page', async () => overwrite(file(), placeOf('signatures'), garbage)],
  ['is empty, though it was not', () => truncate(file(), 0).then(() => rm(log(), { force: true }))],
];

test.each(damages)(
  'a database that %s is not started on: one line says how to restore, and nothing is changed in it',
  async (_, damage) => {
    await damage();
    const before = await readFile(file());
    const started = aServer({ dataDir: folder }).then((server) => cleanups.push(() => server.stop()));
    await expect(started).rejects.toThrow(
      /^The database \S+campaign\.db is damaged \([^\n]+\)\.[^\n]+npx campaign restore <file>$/,
    );
    expect((await readFile(file())).equals(before)).toBe(true);
  },
);

test('npm start and commands end with 1 on it, and with one line', async () => {
  await damages[0]![1]();
  const env = { ...process.env, PORT: String(await freePort()), DATA_DIR: folder };
  const child = spawn(process.execPath, ['src/cli/start.ts'], { cwd: projectRoot, env });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  const command = await runCommand(folder, 'stats');
  expect([code, command.code]).toEqual([1, 1]);
  for (const text of [said, command.stderr]) expect(text).toMatch(/^The database .+ npx campaign restore <file>\n$/);
});

test('a server without its key does not start, and says where it can be had', async () => {
  await rm(join(folder, 'server.key'));
  await expect(aServer({ dataDir: folder })).rejects.toThrow(
    /^There is no server key at [^\n]+ Every backup holds it\.$/,
  );
});

test('a page that is found damaged while the server runs is told in the log; people are told to come again, and nothing more is written', async () => {
  const place = placeOf('shown_public_names');
  const server = await aServer({ dataDir: folder });
  cleanups.push(() => server.stop());
  expect((await server.post('/social-credit/sign', aSignature())).status).toBe(303);
  await overwrite(file(), place, garbage);
  const page = await server.get('/social-credit');
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
  for (let times = 0; times < 3; times++)
    expect((await server.post('/social-credit/sign', aSignature({ email: `l${times}@example.org` }))).status).toBe(503);
  const told = server.troubles.filter((line) => line.startsWith('the database is damaged'));
  expect(told).toEqual([expect.stringContaining('SQLITE_CORRUPT')]);
  expect(await (await server.get('/readyz')).json()).toMatchObject({ writes: 'refused' });
  // Whoever starts it again learns what to do.
  for (const cleanup of cleanups.splice(0)) await cleanup();
  await expect(aServer({ dataDir: folder })).rejects.toThrow(/npx campaign restore/);
});

test('after a crash everything that was answered is there; where the log was damaged meanwhile, the server says how much it lost', async () => {
  const { size } = await stat(log());
  expect(size).toBeGreaterThan(100_000);
  const startAndTell = async (): Promise<string[]> => {
    const server = await aServer({ dataDir: folder });
    await server.stop();
    return server.troubles.filter((line) => line.startsWith('the log of the database is damaged'));
  };
  expect(await startAndTell()).toEqual([]);
  expect((await exportedFrom(folder)).rows).toHaveLength(30);

  await cp(crashed, folder, { recursive: true, force: true });
  await overwrite(log(), Math.floor(size / 2), garbage.subarray(0, 16));
  expect(await startAndTell()).toEqual([expect.stringMatching(/"transactions":[1-9]\d*/)]);
  const { rows } = await exportedFrom(folder);
  expect(rows.length).toBeLessThan(30);

  // What the process was writing as it died was answered to nobody.
  await cp(crashed, folder, { recursive: true, force: true });
  await overwrite(log(), size - 100, garbage.subarray(0, 16));
  expect(await startAndTell()).toEqual([]);
});
