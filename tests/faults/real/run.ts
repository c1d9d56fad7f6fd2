import { build, isBuilt } from '../../../src/cli/build.ts';
import { keepCompiled } from '../../support/keep-compiled.ts';
import { crashingPostgres } from './crashing-postgres.ts';
import { failingFsync } from './failing-fsync.ts';
import type { Fault } from './fault.ts';
import { fullDisk } from './full-disk.ts';
import { killing } from './kills.ts';
import { slowClients } from './slow-clients.ts';
import { lacking, lacks } from './tools.ts';
import { wrongClock } from './wrong-clock.ts';

/** The shortest first. */
const faults: readonly Fault[] = [fullDisk, failingFsync, wrongClock, slowClients, crashingPostgres, killing];

/**
 * `npm run test:faults [name …]`: the faults of `tests/faults` as they are outside of tests, one after the other, on this machine alone. Says what it
 * leaves out for want of a tool; ends with 1 if anything came of a fault.
 */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !faults.some((fault) => fault.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no fault “${unknown.join(' ')}”: ${faults.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}
keepCompiled();
if (!isBuilt()) await build();
const outcomes: string[] = [];
for (const fault of faults.filter(({ name }) => asked.length === 0 || asked.includes(name)))
  outcomes.push(`${fault.name}: ${await outcomeOf(fault)}`);
process.stdout.write(`\n${outcomes.join('\n')}\n`);
process.exit(outcomes.some((outcome) => outcome.includes(': FAILED')) ? 1 : 0);

async function outcomeOf(fault: Fault): Promise<string> {
  const { name, says, needs } = fault;
  process.stdout.write(`\n${name}: ${says}\n`);
  const missing = lacks(needs).map((tool) => lacking[tool]);
  if (missing.length > 0) {
    process.stdout.write(`  left out, for want of ${missing.join(' and ')}\n`);
    return `left out, for want of ${missing.join(' and ')}`;
  }
  const began = performance.now();
  const tell = (progress: string): void =>
    void process.stdout.write(
      `  ${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${progress}\n`,
    );
  try {
    await fault.run(tell);
    return `well, after ${Math.round((performance.now() - began) / 1000)} s`;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stdout.write(`  FAILED ${why}\n`);
    return `FAILED (${why.split('\n')[0]})`;
  }
}
