import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, isBuilt } from '../src/cli/build.ts';
import { projectRoot } from '../src/places.ts';
import { aServerProcess, withFolder } from './a-process.ts';
import { openLags } from './lags.ts';
import { load, newSigner } from './load.ts';
import { rehearsalPlot } from './rehearsal-plot.ts';
import { rehearseStep, type Rehearsed } from './rehearse-step.ts';
import { aSink } from './sink.ts';
import { stored } from './stored.ts';
import { viralDay } from './viral-day.ts';

/** `npm run rehearse`: a viral day in minutes (REHEARSE_SECONDS). Exits with 1 if anything was lost, or failed but by an honest 503. */
const seconds = Number(process.env.REHEARSE_SECONDS ?? 180);
/** Of the rate that the machine gives at most, beside looking and mailing. */
const peakShare = 0.4;
/** Milliseconds a mail: five conversations at once then take 250 mails a second, and the peak's wait. */
const providerDelay = 20;
const mailPatienceMilliseconds = 600_000;

if (!isBuilt()) await build();
const lost = await withFolder(async (dataDir) => {
  const lags = openLags();
  const sink = await aSink({ delay: providerDelay, onMail: (address) => lags.arrived(address) });
  const server = await aServerProcess(dataDir, { SMTP_URL: sink.url });
  const signing = { url: server.url, path: '/social-credit/sign', status: 303, form: newSigner };
  const before = await load({ ...signing, seconds: 3 });
  const looks = await load({ url: server.url, path: '/social-credit', status: 200, seconds: 2 });
  const day = viralDay(before.rate * peakShare, seconds, Math.floor(looks.rate / 4));
  const steps: (Rehearsed & { half: number; most: number })[] = [];
  for (const [number, step] of day.entries()) {
    const rehearsed = await rehearseStep(server.url, step, number, lags);
    steps.push({ ...rehearsed, half: 0, most: 0 });
    process.stdout.write(`${lineOf(rehearsed)}\n`);
  }
  const ended = performance.now();
  while (lags.missing() > 0 && performance.now() - ended < mailPatienceMilliseconds)
    await new Promise((resolve) => setTimeout(resolve, 200));
  const after = (performance.now() - ended) / 1000;
  await server.stop();
  await sink.close();

  for (const [number, step] of steps.entries()) Object.assign(step, lags.of(number));
  const answered = before.answered + steps.reduce((sum, step) => sum + step.answered, 0);
  const sum = (what: 'putOff' | 'faults'): number => steps.reduce((total, step) => total + step[what], 0);
  const missing = { rows: Math.max(answered - stored(dataDir), 0), mails: lags.missing() };
  writeFileSync(join(import.meta.dirname, 'rehearsal.json'), `${JSON.stringify({ steps, missing }, undefined, 2)}\n`);
  writeFileSync(join(projectRoot, 'docs/rehearsal.svg'), rehearsalPlot(steps));
  process.stdout.write(
    `\n${answered} signatures were answered, ${missing.rows} of them are not stored; ${missing.mails} mails are missing, ${lags.twice()} came twice. ` +
      `${sum('putOff')} people were asked to come again (503), ${sum('faults')} got something else. ` +
      `The last mail came ${after.toFixed(1)} s after the day; a mail took ${Math.max(...steps.map(({ most }) => most)).toFixed(1)} s at the most.\n`,
  );
  return missing.rows + missing.mails + lags.twice() + sum('faults');
});
process.exit(lost === 0 ? 0 : 1);

function lineOf({ wanted, signed, looks, putOff, faults, p99 }: Rehearsed): string {
  const put = (value: number): string => String(Math.round(value)).padStart(6);
  return `wanted ${put(wanted)}/s  signed ${put(signed)}/s  pages ${put(looks)}/s  p99 ${put(p99)} ms  503 ${put(putOff)}  faults ${put(faults)}`;
}
