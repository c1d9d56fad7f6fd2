import { join } from 'node:path';
import { aPostgres } from '../tests/support/a-postgres.ts';
import { aServerProcess, withFolder, type Process } from './a-process.ts';
import { besideFloor, inTurns, type Figure } from './figure.ts';
import { load, newSigner } from './load.ts';
import { aSilence } from './silence.ts';

/** Signing at two servers on one PostgreSQL, beside signing at one on SQLite, on the same cores. */
export const postgres = (): Promise<Figure[]> =>
  withFolder(async (dataDir) => {
    const silence = await aSilence();
    const database = await aPostgres({ durable: true });
    const common = { SMTP_URL: silence.url };
    const one = await aServerProcess(join(dataDir, 'sqlite'), common);
    const shared = { ...common, DATABASE_URL: database.url, SERVER_KEY_FILE: join(dataDir, 'shared.key') };
    const first = await aServerProcess(join(dataDir, 'first'), shared);
    const second = await aServerProcess(join(dataDir, 'second'), shared);
    const rate = async ({ url }: Process, connections = 50): Promise<number> =>
      (await load({ url, path: '/social-credit/sign', status: 303, form: newSigner, connections, seconds: 5 })).rate;
    const both = async (): Promise<number> => {
      const rates = await Promise.all([rate(first, 25), rate(second, 25)]);
      return rates.reduce((sum, of) => sum + of, 0);
    };
    try {
      await Promise.all([rate(one, 5), rate(first, 5), rate(second, 5)]);
      const all = await inTurns(async () => ({ value: await both(), floor: await rate(one) }));
      const goal = { of: 'ratio', is: 'at least', than: 0.5 } as const;
      const floorIs = 'one server on SQLite';
      return [besideFloor({ name: 'sign at two servers on PostgreSQL', unit: '/s', floorIs, goal }, all)];
    } finally {
      await Promise.all([one.stop(), first.stop(), second.stop()]);
      await database.stop();
      silence.close();
    }
  });
