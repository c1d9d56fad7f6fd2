import { aProcess, aServerProcess, withFolder } from './a-process.ts';
import { besideFloor, inTurns, turns, type Figure } from './figure.ts';
import { load } from './load.ts';
import { aSilence } from './silence.ts';
import { copyOf, stored } from './stored.ts';
import { waitingSigners, waitingTokens } from './waiting-signers.ts';

const aTurn = 5000;

/** Pressing the button of a confirmation link. @throws Error if somebody's is not on disk after the process was killed */
export const confirming = (): Promise<Figure[]> =>
  withFolder(async (dataDir) => {
    const count = aTurn * turns;
    await waitingSigners({ DATA_DIR: dataDir }, count);
    const tokens = await waitingTokens({ DATA_DIR: dataDir });
    const file = await copyOf(dataDir);
    const silence = await aSilence();
    const server = await aServerProcess(dataDir, { SMTP_URL: silence.url });
    const floor = await aProcess((port) => ['bench/floors/insert.ts', port, file]);
    let [at, floorAt] = [0, 0];
    const asked = { path: '/confirm', status: 303, amount: aTurn, form: () => '' };
    try {
      const all = await inTurns(async () => ({
        value: (await load({ ...asked, url: server.url, pathOf: () => `/confirm/${tokens[at++]}` })).rate,
        floor: (await load({ ...asked, url: floor.url, pathOf: () => `/confirm/${(floorAt += 1)}` })).rate,
      }));
      await server.kill();
      const confirmed = stored(dataDir, 'confirmed');
      if (confirmed < count) throw new Error(`${count} people were answered, but ${confirmed} are confirmed`);
      return [
        besideFloor(
          {
            name: 'confirm',
            unit: '/s',
            floorIs: 'Hono, the bare update of one row, in groups, on disk',
            goal: { of: 'ratio', is: 'at least', than: 0.35 },
          },
          all,
        ),
      ];
    } finally {
      await Promise.all([server.stop(), floor.stop()]);
      silence.close();
    }
  });
