import { aServerProcess, withFolder } from './a-process.ts';
import { copiedServer } from './bare-server.ts';
import { besideFloor, inTurns, type Figure } from './figure.ts';
import { load } from './load.ts';

/** The campaign's page with its live count, in brotli, from the cache. */
export const page = (): Promise<Figure[]> =>
  withFolder(async (dataDir) => {
    const server = await aServerProcess(dataDir);
    const asked = { path: '/social-credit', status: 200, headers: { 'Accept-Encoding': 'br' } };
    const bare = await copiedServer(dataDir, server.url + asked.path, asked.headers);
    try {
      await load({ url: server.url, ...asked, seconds: 2 });
      const all = await inTurns(async () => ({
        value: (await load({ url: server.url, ...asked })).rate,
        floor: (await load({ url: bare.url, ...asked })).rate,
      }));
      return [
        besideFloor(
          {
            name: 'page with live count, brotli',
            unit: '/s',
            floorIs: 'bare node:http sending the same bytes and headers',
            goal: { of: 'ratio', is: 'at least', than: 0.6 },
          },
          all,
        ),
      ];
    } finally {
      await Promise.all([server.stop(), bare.stop()]);
    }
  });
