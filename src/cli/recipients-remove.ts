import { takeDirectoryAway } from '../campaign/remove-directory.ts';
import { CommandError, parseCommand, withStore } from './command.ts';

/** `recipients remove <id>` */
export async function removeRecipients(args: string[]): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true });
  const [id] = positionals;
  if (id === undefined || positionals.length > 1)
    throw new CommandError('Name one directory: npx campaign recipients remove <id>', 2);
  if (!(await withStore((open) => takeDirectoryAway(open, id))))
    throw new CommandError(`There is no directory “${id}”: npx campaign recipients list shows them.`);
  process.stdout.write(`Nobody of ${id} is offered any more; letters that wait for them go back to their writers.\n`);
  return 0;
}
