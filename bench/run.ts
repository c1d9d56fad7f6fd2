import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { build, isBuilt } from '../src/cli/build.ts';
import { confirming } from './confirming.ts';
import { dashboard } from './dashboard.ts';
import { exporting } from './exporting.ts';
import { isReached, noisy, type Figure } from './figure.ts';
import { growth } from './growth.ts';
import { mailing } from './mailing.ts';
import { memory } from './memory.ts';
import { page } from './page.ts';
import { postgres } from './postgres.ts';
import { sealing } from './sealing.ts';
import { signing } from './signing.ts';
import { starting } from './starting.ts';
import { tableOf } from './table-of.ts';

const parts = { page, signing, confirming, mailing, dashboard, sealing, exporting, starting, memory, postgres, growth };
/** It takes an hour, so it is measured only for whoever asks for it by name. */
const onlyAsked = ['growth'];

/** `npm run bench [part …]`: every figure beside its floor, measured in the same run. */
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no part “${unknown}”: ${Object.keys(parts).join(', ')}\n`);
  process.exit(2);
}
if (!isBuilt()) await build();
const figures: Figure[] = [];
const failures: string[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 ? !asked.includes(name) : onlyAsked.includes(name)) continue;
  process.stderr.write(`measuring ${name} (others on this machine: ${(loadavg()[0] ?? 0).toFixed(1)} busy) …\n`);
  try {
    figures.push(...(await measure()));
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`;
process.stdout.write(`${machine}, ${new Date().toISOString().slice(0, 10)}\n\n${tableOf(figures)}\n`);
for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify({ machine, figures }, undefined, 2)}\n`);
const missed = figures.filter((figure) => !isReached(figure) && figure.spread <= noisy);
process.exit(failures.length + missed.length === 0 ? 0 : 1);
