import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { availableParallelism, cpus } from 'node:os';
import { build, isBuilt } from '../src/cli/build.ts';
import { projectRoot } from '../src/places.ts';
import { withFolder } from './a-process.ts';
import { lossesOf, toldOf, type Rehearsal } from './rehearsal-outcome.ts';
import { playDay } from './play-day.ts';
import { rehearsalPlot } from './rehearsal-plot.ts';
import { topRates } from './top-rates.ts';
import { fullAt, peakFor, secondsOf, viralDay } from './viral-day.ts';

/** So much of what would fill the machine: mail leaves as well. */
const peakShare = 0.6;
/** What the provider takes, as a share of the peak: enough for the day, far too little for its peak. */
const providerShare = 0.5;
/** However fast the machine is, so that disk and memory are bounded. */
const mostPeople = 300_000;

/** `npm run rehearse`: the shape of a viral day in minutes, on this machine alone. Ends with 1 if anybody was lost. */
const seconds = secondsOf(process.env.REHEARSE_SECONDS);
if (!isBuilt()) await build();
process.stderr.write('how much this machine answers …\n');
const top = await withFolder(topRates);
const peak = Math.min(fullAt(top) * peakShare, peakFor(mostPeople, seconds));
const provider = peak * providerShare;
const day = viralDay(peak, seconds);
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`;
const rehearsal: Rehearsal = {
  machine,
  top,
  provider,
  ...(await withFolder((dataDir) => playDay(dataDir, day, provider))),
};

writeFileSync(join(import.meta.dirname, 'rehearsal.json'), `${JSON.stringify(rehearsal, undefined, 2)}\n`);
writeFileSync(join(projectRoot, 'docs/rehearsal.svg'), rehearsalPlot(rehearsal.steps));
process.stdout.write(`${toldOf(rehearsal)}\n`);
const losses = lossesOf(rehearsal);
for (const loss of losses) process.stdout.write(`LOST ${loss}\n`);
if (losses.length === 0) process.stdout.write('Nobody was lost.\n');
process.exit(losses.length === 0 ? 0 : 1);
