import { CommandError } from './command.ts';
import { addOrganizer, resetOrganizerCommand } from './organizer-add.ts';
import { removeOrganizerCommand, roleCommand } from './organizer-change.ts';
import { listOrganizers } from './organizer-list.ts';

const verbs = {
  add: addOrganizer,
  list: listOrganizers,
  role: roleCommand,
  remove: removeOrganizerCommand,
  reset: resetOrganizerCommand,
};

/** `organizer add|list|role|remove|reset` */
export async function organizerCommand([verb = '', ...args]: string[]): Promise<number> {
  if (!Object.hasOwn(verbs, verb))
    throw new CommandError(`Say what to do: npx campaign organizer ${Object.keys(verbs).join('|')}`, 2);
  return verbs[verb as keyof typeof verbs](args);
}
