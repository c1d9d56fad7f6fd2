#!/usr/bin/env node
import { ConfigError } from '../config.ts';
import { SettingsError } from '../settings/read-campaigns.ts';
import { CommandError } from './command.ts';
import { exportCommand } from './export.ts';
import { newCommand } from './new.ts';
import { recipientsCommand } from './recipients.ts';
import { statsCommand } from './stats.ts';

const commands = { new: newCommand, export: exportCommand, recipients: recipientsCommand, stats: statsCommand };

const help = `Usage: npx campaign <command>

  new <slug>                          make the folder of a new campaign
  export <slug> [--format csv|jsonl]  write its signatures to stdout, or to --out FILE;
                [--all]               the unconfirmed too
  recipients import <file> [--json]   import a directory of representatives (Popolo JSON)
  recipients list [--json]            the directories that are there
  stats [<slug>] [--json]             signatures by state

Settings come from the environment; .env.example lists them.
`;

/** Exit codes: 0 done, 1 the work failed, 2 the call's words are off. */
async function main([name = '', ...rest]: string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    process.stdout.write(help);
    return name === '' ? 2 : 0;
  }
  if (!Object.hasOwn(commands, name))
    throw new CommandError(`There is no command “${name}”: see npx campaign --help`, 2);
  return commands[name as keyof typeof commands](rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof CommandError || error instanceof ConfigError || error instanceof SettingsError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}
