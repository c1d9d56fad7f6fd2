import { aProcess, aServerProcess, withFolder } from './a-process.ts';
import { besideFloor, inTurns, type Figure } from './figure.ts';

/** From the command to the first answer, on a data folder that was used before. */
export const starting = (): Promise<Figure[]> =>
  withFolder(async (dataDir) => {
    const first = await aServerProcess(dataDir);
    const copy = `${dataDir}/campaign.db`;
    await first.stop();
    const secondsTo = async (start: () => ReturnType<typeof aProcess>, path: string): Promise<number> => {
      const began = performance.now();
      const server = await start();
      await (await fetch(server.url + path)).arrayBuffer();
      const took = (performance.now() - began) / 1000;
      await server.stop();
      return took;
    };
    const all = await inTurns(async () => ({
      value: await secondsTo(() => aServerProcess(dataDir), '/social-credit'),
      floor: await secondsTo(() => aProcess((port) => ['bench/floors/insert.ts', port, copy]), '/nothing'),
    }));
    return [
      besideFloor(
        {
          name: 'from npm start to the first page',
          unit: 's',
          floorIs: 'a process with Hono and better-sqlite3 and nothing else',
          goal: { of: 'value', is: 'at most', than: 5 },
        },
        all,
      ),
    ];
  });
