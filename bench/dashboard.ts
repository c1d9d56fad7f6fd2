import { readConfig } from '../src/config.ts';
import { openContext } from '../src/open-context.ts';
import { openAccounts } from '../src/organizers/accounts.ts';
import { anOrganizer } from '../tests/support/an-organizer.ts';
import type { TestServer } from '../tests/support/a-server.ts';
import { aServerProcess, withFolder } from './a-process.ts';
import { bareServer } from './bare-server.ts';
import { besideFloor, inTurns, type Figure } from './figure.ts';
import { load } from './load.ts';
import { runCommand } from './run-command.ts';

const signatures = 20_000;

/** The dashboard of an organizer who has signed in: how long it takes, one asking at a time. */
export const dashboard = (): Promise<Figure[]> =>
  withFolder(async (dataDir) => {
    await runCommand(dataDir, ['src/cli/main.ts', 'seed', 'social-credit', '--signatures', String(signatures)]);
    const cookie = await signedIn(dataDir);
    const server = await aServerProcess(dataDir);
    const asked = { path: '/organize/social-credit', status: 200, connections: 1, seconds: 3 };
    const bare = await bareServer(dataDir, { status: 200, headers: {}, body: Buffer.alloc(30_000, 'x') });
    try {
      await load({ ...asked, url: server.url, headers: { Cookie: cookie }, seconds: 1 });
      const all = await inTurns(async () => ({
        value: 1000 / (await load({ ...asked, url: server.url, headers: { Cookie: cookie } })).rate,
        floor: 1000 / (await load({ ...asked, url: bare.url })).rate,
      }));
      const goal = { of: 'value', is: 'at most', than: 200 } as const;
      const floorIs = 'bare node:http sending 30 kB';
      return [besideFloor({ name: `dashboard of ${signatures} signatures`, unit: 'ms', floorIs, goal }, all)];
    } finally {
      await Promise.all([server.stop(), bare.stop()]);
    }
  });

/** @returns the cookie of somebody who may see it */
async function signedIn(dataDir: string): Promise<string> {
  const config = readConfig({ DATA_DIR: dataDir });
  const context = await openContext(config, () => Math.floor(Date.now() / 1000));
  const { store, vault } = context;
  const accounts = openAccounts({ store, secret: vault.accountsSecret, siteUrl: config.siteUrl });
  const server = { accounts: () => Promise.resolve(accounts) } as unknown as TestServer;
  const { cookie } = await anOrganizer(server, 'owner', 'bench');
  await context.close();
  return cookie;
}
