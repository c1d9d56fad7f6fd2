import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { fact } from '../../src/store/facts.ts';
import { openStore } from '../../src/store/open-store.ts';
import { joined, signIn } from '../support/a-browser.ts';
import { aDatabase } from '../support/a-database.ts';
import { aServer } from '../support/a-server.ts';
import { runCommand } from '../support/run-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-organizers-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The address that commands make links to. */
async function noted({ dataDir, env }: { dataDir: string; env: Record<string, string> }): Promise<string | undefined> {
  const store = await openStore(readConfig({ DATA_DIR: dataDir, ...env }).database);
  const address = await fact(store.read, 'site address');
  await store.close();
  return address;
}

test(
  'Olga signs in to a restored database with password and app; the log is whole, her old session is not back',
  { timeout: 90_000 },
  async () => {
    const before = await aServer({ dataDir: join(folder, 'old') });
    const olga = await joined(before, 'olga');
    await olga.browser.post('/organize/organizers/invite', { handle: 'ivo', role: 'viewer' });
    const file = join(folder, 'backup.age');
    expect((await runCommand(before, 'backup', '--out', file)).code).toBe(0);
    await before.stop();

    const database = await aDatabase({ empty: true });
    const place = { dataDir: join(folder, 'new'), env: database.env };
    const identity = join(folder, 'old', 'organizer.key');
    const restored = await runCommand(place, 'restore', file, '--identity', identity);
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.stdout).toContain('Who signs in at /organize: inviter (owner), olga (owner).');

    expect(await noted(place)).toBeUndefined();
    const after = await aServer({ dataDir: place.dataDir, env: database.env });
    const old = [...olga.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await after.get('/organize', { headers: { Cookie: old } })).status).toBe(303);
    const again = await signIn(after, olga);
    const log = await (await again.get('/organize/log')).text();
    expect(log).toContain('olga signed in with password and code.');
    expect(log).toContain('inviter invited olga as owner.');
    const { stdout } = await runCommand(place, 'doctor');
    expect(stdout).toMatch(/^well {2}The log of what organizers did is whole: \d+ entries/m);
    // A start that does not get the port leads nobody astray.
    const other = await aDatabase();
    const unused = { dataDir: join(folder, 'unused'), env: other.env };
    const astray = { ...other.env, PORT: String(after.port), SITE_URL: 'https://example.org' };
    await expect(aServer({ dataDir: unused.dataDir, env: astray })).rejects.toThrow(/port/i);
    expect([await noted(unused), await noted(place)]).toEqual([undefined, after.url]);
    await after.stop();
    await other.remove();

    const store = await openStore(readConfig({ DATA_DIR: place.dataDir, ...database.env }).database);
    const ids = await store.read.selectFrom('audit').select('id').orderBy('id').execute();
    expect(ids.map(({ id }) => id)).toEqual(ids.map((_, at) => at + 1));
    await store.close();
    await database.remove();
  },
);
