#!/usr/bin/env node
import { ForeignKey } from '../campaign/active-recipients.ts';
import { ConfigError } from '../config.ts';
import { SettingsError } from '../settings/read-campaigns.ts';
import { backupCommand } from './backup.ts';
import { AnotherServer } from '../store/server-lock.ts';
import { closeCommand } from './close.ts';
import { CommandError } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { keysCommand } from './keys.ts';
import { newCommand } from './new.ts';
import { recipientsCommand } from './recipients.ts';
import { restoreCommand } from './restore.ts';
import { retentionCommand } from './retention.ts';
import { seedCommand } from './seed.ts';
import { statsCommand } from './stats.ts';

const commands = {
  new: newCommand,
  export: exportCommand,
  recipients: recipientsCommand,
  stats: statsCommand,
  keys: keysCommand,
  erase: eraseCommand,
  retention: retentionCommand,
  close: closeCommand,
  doctor: doctorCommand,
  seed: seedCommand,
  backup: backupCommand,
  restore: restoreCommand,
};

const help = `Usage: npx campaign <command>

  new <slug>                          make the folder of a new campaign
  export <slug> [--format csv|jsonl]  write its signatures to stdout, or to --out FILE;
                [--all]               the unconfirmed too
  recipients import <file> [--json]   import a directory of representatives (Popolo JSON)
  recipients list [--json]            the directories that are there
  stats [<slug>] [--json]             signatures by state

  keys new [--out FILE]               make an organizer's key, on your own computer
  keys list                           whom signatures are sealed to
  keys add <age1…> --name NAME        seal to one more organizer
  keys retire <name>                  seal to an organizer no longer
  keys rewrap                         open the past to the organizers of today, and to nobody else
  keys protect --out FILE             give the first key a passphrase and move it off the server
  keys check                          prove that a key opens what came in last

  erase <slug> <address>              delete everything about an address
  retention [<slug>] [--dry-run]      delete what is kept no longer
  close <slug>                        close a campaign for good, and forget how to recognise addresses
  backup [--out FILE]                 everything, as it stands now, encrypted to the organizers
  restore <file> [--without-outbox]   into an empty database; what was erased since stays erased
  doctor                              look whether keys and counts are well
  seed <slug> --signatures N          made-up signatures, to try things at size

What opens signatures takes --identity FILE and --passphrase-file FILE; without the first, the identity in the data
folder, if it still lies there.

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
  const expected = [CommandError, ConfigError, SettingsError, ForeignKey, AnotherServer].some(
    (kind) => error instanceof kind,
  );
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}
