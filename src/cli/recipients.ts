import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { importDirectory } from '../campaign/import-directory.ts';
import { isoDay } from '../domain/clock.ts';
import { importCounts, readPopolo } from '../forms/popolo.ts';
import { directories, directorySizes } from '../store/directories.ts';
import { CommandError, now, parseCommand, withStore } from './command.ts';

/** The reader's own bound; checked before the file is taken into memory. */
const mostBytes = 50 * 1024 * 1024;

/** `recipients import|list` */
export async function recipientsCommand([verb, ...args]: string[]): Promise<number> {
  if (verb === 'import') return importFile(args);
  if (verb === 'list') return list(args);
  throw new CommandError('Say what to do: npx campaign recipients import <file>, or list', 2);
}

/** Warnings go to stderr and do not fail the import. */
async function importFile(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new CommandError('Name one file: npx campaign recipients import <file>', 2);
  const read = readPopolo(textOf(file), basename(file), isoDay(now()));
  if (read.outcome === 'unreadable') throw new CommandError(`${file}: ${read.reason}`);
  await withStore((open) => importDirectory(open, read.directory, read.representatives), { mayBeNew: true });
  const counts = importCounts(read);
  if (values.json) process.stdout.write(`${JSON.stringify(counts)}\n`);
  else {
    process.stdout.write(
      `${read.directory.title} (${counts.directory}): ${counts.persons} representatives, ${counts.withEmail} with an e-mail address.\n`,
    );
    if (!read.directory.usableForSending)
      process.stdout.write('The file says that it is not fit for sending: it is offered in mailbox mode only.\n');
    for (const warning of counts.warnings) process.stderr.write(`Warning: ${warning.message}\n`);
  }
  return 0;
}

function textOf(file: string): string {
  try {
    if (statSync(file).size > mostBytes) throw new CommandError(`${file} is larger than 50 MB: split it.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} cannot be read: is the path right?`);
  }
}

async function list(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { json: { type: 'boolean', default: false } } });
  const rows = await withStore(async ({ store: { read } }) => {
    const sizes = new Map((await directorySizes(read)).map((size) => [size.directory_id, size]));
    return (await directories(read)).map((directory) => ({
      directory: directory.id,
      title: directory.title,
      asOf: directory.as_of,
      usableForSending: directory.usable_for_sending === 1,
      persons: sizes.get(directory.id)?.persons ?? 0,
      withEmail: sizes.get(directory.id)?.withEmail ?? 0,
    }));
  });
  if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else
    for (const row of rows)
      process.stdout.write(
        `${row.directory}  ${row.persons} representatives, ${row.withEmail} with an address, as of ${row.asOf || 'an unknown day'}  ${row.title}\n`,
      );
  return 0;
}
