import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/places.ts';
import { aProcess, aServerProcess, withFolder } from './a-process.ts';
import { copiedServer } from './bare-server.ts';
import { inTurns, middle, type Figure, type Turn } from './figure.ts';
import { growthPlot, type Beside, type GrowthPoint } from './growth-plot.ts';
import { load, newSigner } from './load.ts';
import { runCommand } from './run-command.ts';
import { aSilence } from './silence.ts';
import { copyOf, stored } from './stored.ts';
import { waitingSigners, waitingTokens } from './waiting-signers.ts';

/** `GROWTH_TO` ends the list earlier. */
const sizes = [0, 100_000, 1_000_000, 10_000_000].filter((size) => size <= Number(process.env.GROWTH_TO ?? Infinity));
const confirmations = 5000;

/**
 * The page, signing and confirming at tables of growing size; each beside its floor at a table of the same size. `GROWTH_DIR` names a
 * folder in which the seeded campaigns are kept for the next time.
 */
export const growth = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const points: GrowthPoint[] = [];
    for (const size of sizes) {
      process.stderr.write(`  ${size.toLocaleString('en')} signatures …\n`);
      const dataDir = join(process.env.GROWTH_DIR ?? folder, String(size));
      const missing = size - (existsSync(join(dataDir, 'campaign.db')) ? stored(dataDir) : 0);
      if (missing > 0)
        await runCommand(dataDir, ['src/cli/main.ts', 'seed', 'social-credit', '--signatures', String(missing)]);
      points.push({ size, ...(await measured(dataDir)) });
    }
    writeFileSync(join(projectRoot, 'docs/performance.svg'), growthPlot(points));
    writeFileSync(join(projectRoot, 'bench/growth.json'), `${JSON.stringify(points, undefined, 2)}\n`);
    const [empty] = points;
    return points.flatMap((point) => [
      figure(`page at ${point.size.toLocaleString('en')}`, point.page, empty?.page.ratio, 0.9),
      figure(`sign at ${point.size.toLocaleString('en')}`, point.sign, empty?.sign.ratio, 0.9),
      figure(`confirm at ${point.size.toLocaleString('en')}`, point.confirm, empty?.confirm.ratio, 0.9),
      share(`sign at ${point.size.toLocaleString('en')}, of the empty table’s rate`, point.sign, empty?.sign),
      share(`confirm at ${point.size.toLocaleString('en')}, of the empty table’s rate`, point.confirm, empty?.confirm),
    ]);
  });

/** A ratio may fall to so much of the empty table's. */
const figure = (name: string, { value, floor, ratio, spread }: Beside, empty = 1, share: number): Figure => ({
  name,
  unit: '/s',
  value,
  floor,
  ratio,
  spread,
  goal: { of: 'ratio', is: 'at least', than: Number((empty * share).toFixed(3)) },
});

/** The disk has more to do for a larger table, and for nobody less than this share is left. */
const share = (name: string, { value, spread }: Beside, empty: Beside | undefined): Figure => ({
  name,
  unit: '',
  value: value / (empty?.value ?? Number.NaN),
  spread,
  goal: { of: 'value', is: 'at least', than: 0.45 },
});

const beside = (all: readonly Turn[]): Beside => {
  const ratio = middle(all.map(({ value, floor }) => value / floor));
  const value = middle(all.map((turn) => turn.value)).value;
  return { value, floor: middle(all.map((turn) => turn.floor)).value, ratio: ratio.value, spread: ratio.spread };
};

async function measured(dataDir: string): Promise<{ page: Beside; sign: Beside; confirm: Beside }> {
  await waitingSigners({ DATA_DIR: dataDir }, confirmations * 3);
  const tokens = await waitingTokens({ DATA_DIR: dataDir });
  const before = stored(dataDir) - tokens.length;
  const file = await copyOf(dataDir);
  const silence = await aSilence();
  const server = await aServerProcess(dataDir, { SMTP_URL: silence.url });
  const floor = await aProcess((port) => ['bench/floors/insert.ts', port, file]);
  const asked = { path: '/social-credit', status: 200, headers: { 'Accept-Encoding': 'br' } };
  const bare = await copiedServer(dataDir, server.url + asked.path, asked.headers);
  const form = { path: '/social-credit/sign', status: 303, form: newSigner };
  const button = { path: '/confirm', status: 303, amount: confirmations, form: () => '' };
  let [at, floorAt] = [0, before];
  try {
    await load({ url: server.url, ...form, seconds: 1 });
    return {
      page: beside(
        await inTurns(async () => ({
          value: (await load({ url: server.url, ...asked })).rate,
          floor: (await load({ url: bare.url, ...asked })).rate,
        })),
      ),
      sign: beside(
        await inTurns(async () => ({
          value: (await load({ url: server.url, ...form })).rate,
          floor: (await load({ url: floor.url, ...form })).rate,
        })),
      ),
      confirm: beside(
        await inTurns(async () => ({
          value: (await load({ ...button, url: server.url, pathOf: () => `/confirm/${tokens[at++]}` })).rate,
          floor: (await load({ ...button, url: floor.url, pathOf: () => `/confirm/${(floorAt += 1)}` })).rate,
        })),
      ),
    };
  } finally {
    await Promise.all([server.stop(), floor.stop(), bare.stop()]);
    silence.close();
  }
}
