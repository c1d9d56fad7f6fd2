import { readFileSync } from 'node:fs';
import { aServerProcess, withFolder } from './a-process.ts';
import type { Figure } from './figure.ts';
import { load, newSigner } from './load.ts';
import { aSink } from './sink.ts';

/** Long enough for what is kept for a minute to be let go; an hour would only say the same more slowly. */
const seconds = 120;
const settled = 30;

/** Memory under a load of pages, signatures and mails, and whether it grows. Linux alone tells it of another process. */
export async function memory(): Promise<Figure[]> {
  if (process.platform !== 'linux') return [];
  return withFolder(async (dataDir) => {
    const sink = await aSink();
    const server = await aServerProcess(dataDir, { SMTP_URL: sink.url });
    const samples: { at: number; megabytes: number }[] = [];
    const began = performance.now();
    const sampling = setInterval(
      () => samples.push({ at: (performance.now() - began) / 1000, megabytes: megabytesOf(server.pid) }),
      500,
    );
    try {
      await Promise.all([
        load({ url: server.url, path: '/social-credit/sign', status: 303, form: newSigner, rate: 300, seconds }),
        load({ url: server.url, path: '/social-credit', status: 200, rate: 2000, seconds }),
      ]);
    } finally {
      clearInterval(sampling);
      await server.stop();
      await sink.close();
    }
    const later = samples.filter(({ at }) => at > settled);
    const most = Math.max(...later.map(({ megabytes }) => megabytes));
    return [
      {
        name: 'memory under load',
        unit: 'MB',
        value: most,
        spread: 1,
        goal: { of: 'value', is: 'at most', than: 250 },
      },
      {
        name: `growth of memory, after the first ${settled} s`,
        unit: 'MB a minute',
        value: slopeOf(later) * 60,
        spread: 1,
        goal: { of: 'value', is: 'at most', than: 5 },
      },
    ];
  });
}

const megabytesOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Of the line with the least squares, in megabytes a second. */
function slopeOf(samples: readonly { at: number; megabytes: number }[]): number {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, megabytes] = [mean(samples.map((of) => of.at)), mean(samples.map((of) => of.megabytes))];
  const above = samples.reduce((sum, of) => sum + (of.at - at) * (of.megabytes - megabytes), 0);
  return above / samples.reduce((sum, of) => sum + (of.at - at) ** 2, 0);
}
