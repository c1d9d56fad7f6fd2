#!/usr/bin/env node
import { Refusal } from '../domain/refusal.ts';
import { StoreBusy } from '../store/writer.ts';
import { CommandError } from './command.ts';
import { commands, helpOf, helpOfAll } from './commands.ts';

async function main([name = '', ...rest]: string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    process.stdout.write(helpOfAll());
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new CommandError(`There is no command “${name}”: see npx campaign --help`, 2);
  if (rest.includes('--help')) {
    process.stdout.write(helpOf(command));
    return 0;
  }
  const run = await command.load();
  return run(rest);
}

// Whoever reads may have seen enough: head, or a pager that is quit.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A command that pours out what must arrive listens itself.
  if (process.stdout.listenerCount('error') > 1) return;
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // What somebody can mend is told in one line; anything else is a bug, and comes with where it broke.
  const known = error instanceof Refusal || error instanceof StoreBusy;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}
