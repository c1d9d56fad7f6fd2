import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aServer, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

let folder: string;
let postgres: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-move-'));
  postgres = await aDatabase({ empty: true });
});
afterAll(async () => {
  await postgres.remove();
  await rm(folder, { recursive: true });
});

const sign = async (server: TestServer, email: string, changes: Record<string, string> = {}): Promise<string> => {
  await server.post('/social-credit/sign', aSignature({ email, ...changes }));
  return linkIn((await server.mailsTo(email))[0]!);
};

/** Many commands in a row, each a process: on a busy machine that takes longer than other tests may. */
test('a campaign that grew out of SQLite moves to PostgreSQL with all its people, and goes on there', async () => {
  const data = join(folder, 'data');
  const before = await aServer({ dataDir: data, env: { DATABASE_URL: `sqlite:${join(data, 'campaign.db')}` } });
  const links = new Map<string, string>();
  for (let at = 0; at < 30; at++)
    links.set(
      `s${at}@example.org`,
      await sign(before, `s${at}@example.org`, at % 5 === 0 ? { public: 'on', name: `Name ${at}` } : {}),
    );
  for (const [email, link] of links) if (email !== 's29@example.org') await before.post(link, {});
  await before.post('/social-credit/letter', aLetter('1'));
  const letterLink = linkIn((await before.mailsTo('wanda@example.org'))[0]!);
  await before.post(links.get('s3@example.org')!.replace('/confirm/', '/me/'), { act: 'erase', sure: 'yes' });
  expect(await countOn(before)).toBe(28);
  await before.stop();

  const backup = join(folder, 'move.age');
  expect((await runCommand({ dataDir: data, env: {} }, 'backup', '--out', backup)).code).toBe(0);
  const exported = (await runCommand(data, 'export', 'social-credit', '--format', 'jsonl', '--all')).stdout;
  const moved = { dataDir: join(folder, 'moved'), env: postgres.env };
  await mkdir(moved.dataDir);
  for (const file of ['organizer.key', 'erasures.jsonl']) await cp(join(data, file), join(moved.dataDir, file));
  const restored = await runCommand(moved, 'restore', backup);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout).toContain(
    'The counts agree with what is stored: 29 signatures (28 confirmed, 1 pending), 1 letter.\n',
  );
  expect((await runCommand(moved, 'export', 'social-credit', '--format', 'jsonl', '--all')).stdout).toBe(exported);

  const after = await aServer({ dataDir: moved.dataDir, env: postgres.env });
  expect(await countOn(after)).toBe(28);
  expect((await after.post(links.get('s29@example.org')!, {})).status).toBe(303);
  expect((await after.post(letterLink, {})).headers.get('location')).toBe('/social-credit/letter-sent');
  expect((await after.get(links.get('s3@example.org')!)).status).toBe(410);
  const page = await after.get(links.get('s7@example.org')!.replace('/confirm/', '/me/'));
  expect(await page.text()).toContain('s7@example.org');
  const link = await sign(after, 'new@example.org');
  expect((await after.post(link, {})).status).toBe(303);
  expect((await after.post('/social-credit/sign', aSignature({ email: 'S7+again@example.org' }))).status).toBe(303);
  await after.mailsTo('S7+again@example.org');
  expect((await runCommand(moved, 'stats', 'social-credit', '--json')).stdout).toContain('"confirmed":30');
  const rows = (await runCommand(moved, 'export', 'social-credit', '--format', 'jsonl')).stdout.trim().split('\n');
  const numbers = rows.map((row) => (JSON.parse(row) as { id: number }).id);
  expect([rows.length, Math.max(...numbers) > 1_000_000]).toEqual([30, true]);
  // What a command does beside the server is seen by it within a second or two.
  expect((await runCommand(moved, 'erase', 'social-credit', 'new@example.org')).stdout).toContain('Erased');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await countOn(after)).toBe(29);
  expect(after.troubles).toEqual([]);
  await after.stop();
}, 90_000);
