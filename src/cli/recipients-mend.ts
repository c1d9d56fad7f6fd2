import { mendDirectory } from '../campaign/mend-directory.ts';
import { CommandError, parseCommand, withStore } from './command.ts';

/** `recipients mend <id>` */
export async function mendRecipients(args: string[]): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true });
  const [id] = positionals;
  if (id === undefined || positionals.length > 1)
    throw new CommandError('Name one directory: npx campaign recipients mend <id>', 2);
  const count = await withStore((open) => mendDirectory(open, id));
  if (count === undefined)
    throw new CommandError(`There is no directory “${id}”: npx campaign recipients list shows them.`);
  process.stdout.write(`${count} of ${id} are offered by mail again, whose addresses were taken for dead.\n`);
  return 0;
}
