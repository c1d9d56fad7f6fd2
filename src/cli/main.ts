#!/usr/bin/env node
import { ForeignKey } from '../campaign/active-recipients.ts';
import { ConfigError } from '../config.ts';
import { SettingsError } from '../settings/read-campaigns.ts';
import { LedgerDamaged } from '../store/erasure-ledger.ts';
import { AnotherServer } from '../store/server-lock.ts';
import { StoreUnreachable } from '../store/store.ts';
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
  return command.run(rest);
}

/** What somebody can mend is told in one line; anything else is a bug, and comes with where it broke. */
const mendable = [CommandError, ConfigError, SettingsError, ForeignKey, LedgerDamaged, AnotherServer, StoreUnreachable];

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const text = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${mendable.some((kind) => text instanceof kind) ? text.message : text.stack}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}
