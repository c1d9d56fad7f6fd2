import { availableParallelism, cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, isBuilt } from '../src/cli/build.ts';
import { exporting } from './exporting.ts';
import { isReached, ratioOf, type Figure } from './figure.ts';
import { sealing } from './sealing.ts';

const parts = { sealing, exporting };

/** Runs of one measurement that lie further apart than this say more about the machine than about us. */
const noisy = 1.5;

/** `npm run bench [part …]`: every figure beside its floor, measured in the same run. */
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no part “${unknown}”: ${Object.keys(parts).join(', ')}\n`);
  process.exit(2);
}
if (!isBuilt()) await build();
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`measuring ${name} …\n`);
  figures.push(...(await measure()));
}

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`;
process.stdout.write(`${machine}, ${new Date().toISOString().slice(0, 10)}\n\n${figures.map(lineOf).join('\n')}\n`);
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify({ machine, figures }, undefined, 2)}\n`);

function lineOf(figure: Figure): string {
  const { name, unit, value, spread, floor, floorIs, goal } = figure;
  const target = `${goal.is} ${goal.than}${goal.of === 'value' ? ` ${unit}` : ''}`;
  return [
    name,
    `  ${round(value)} ${unit} (spread ${round(spread)}${spread > noisy ? ': this machine was too noisy to judge' : ''})`,
    `  floor ${round(floor)} ${unit}: ${floorIs}`,
    `  ratio ${round(ratioOf(figure))}; goal ${target}: ${isReached(figure) ? 'reached' : 'NOT REACHED'}`,
  ].join('\n');
}

function round(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
