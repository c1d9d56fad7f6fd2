import { importDirectory } from '../campaign/import-directory.ts';
import { importCounts } from '../forms/directory-file.ts';
import { CommandError, withStore } from './command.ts';
import { differenceLine } from './difference-line.ts';
import { readRecipients } from './recipients-file.ts';

/** `recipients import <file or folder>`. Warnings go to stderr and do not fail the import. */
export async function importRecipients(args: string[]): Promise<number> {
  const { read, values, path } = readRecipients(args, 'import');
  const { directory, representatives } = read;
  const { outcome, difference } = await withStore(
    (open) => importDirectory(open, directory, representatives, { force: values.force }),
    { mayBeNew: true },
  );
  if (outcome === 'loses-most')
    throw new CommandError(
      `${path} would take away ${difference.goes.length} representatives, more than half of ${directory.id}. Look with npx campaign recipients diff; if it is right so, import it with --force.`,
    );
  const counts = importCounts(read);
  if (values.json) {
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    return 0;
  }
  process.stdout.write(
    `${directory.title} (${counts.directory}): ${counts.persons} representatives, ${counts.withEmail} with an e-mail address.\n`,
  );
  if (difference.known) process.stdout.write(`${differenceLine(directory.id, difference)}\n`);
  if (!directory.usableForSending)
    process.stdout.write('It is marked as not fit for sending: it is offered in mailbox mode only.\n');
  for (const warning of counts.warnings) process.stderr.write(`Warning: ${warning.message}\n`);
  return 0;
}
