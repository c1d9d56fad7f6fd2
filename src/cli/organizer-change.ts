import { changeRole, removeOrganizer, type ChangeOutcome } from '../campaign/change-organizer.ts';
import { isOrganizerRole, organizerRoles } from '../domain/organizer.ts';
import { CommandError, parseCommand, wipe, withVault } from './command.ts';

/** `organizer role <handle> <role>` */
export async function roleCommand(args: string[]): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true });
  const [handle, role = ''] = positionals;
  if (handle === undefined || positionals.length > 2 || !isOrganizerRole(role))
    throw new CommandError(
      `Name a handle and a role: npx campaign organizer role <handle> ${organizerRoles.join('|')}`,
      2,
    );
  const outcome = await withVault((open) => changeRole(open, { handle, role }, 'command'));
  refuse(outcome, handle);
  process.stdout.write(`${handle} is ${role} from now on.\n`);
  return 0;
}

/** `organizer remove <handle>`: they are out at their next request. */
export async function removeOrganizerCommand(args: string[]): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true });
  const [handle] = positionals;
  if (handle === undefined || positionals.length > 1)
    throw new CommandError('Name one handle: npx campaign organizer remove <handle>', 2);
  const outcome = await withVault(async (open) => {
    const removed = await removeOrganizer(open, handle, 'command');
    if (removed === 'done') wipe(open.store);
    return removed;
  });
  refuse(outcome, handle);
  process.stdout.write(
    `${handle} is no organizer any more, and signed out. If they hold a key: npx campaign keys retire <name>, then keys rewrap.\n`,
  );
  return 0;
}

function refuse(outcome: ChangeOutcome, handle: string): void {
  if (outcome === 'unknown') throw new CommandError(`There is no organizer “${handle}”: npx campaign organizer list.`);
  if (outcome === 'last-owner')
    throw new CommandError(
      `${handle} is the only owner who can sign in. Make another one first: npx campaign organizer add <handle> --role owner, and once they have joined do this again.`,
    );
}
