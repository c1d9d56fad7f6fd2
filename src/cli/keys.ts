import { CommandError } from './command.ts';
import { addKey, retireKey, rewrapKeys } from './keys-change.ts';
import { checkKey } from './keys-check.ts';
import { listKeys } from './keys-list.ts';
import { newKey } from './keys-new.ts';
import { protectKey } from './keys-protect.ts';

const verbs = {
  new: newKey,
  list: listKeys,
  add: addKey,
  rewrap: rewrapKeys,
  retire: retireKey,
  protect: protectKey,
  check: checkKey,
};

/** `keys new|list|add|rewrap|retire|protect|check` */
export async function keysCommand([verb = '', ...args]: string[]): Promise<number> {
  if (!Object.hasOwn(verbs, verb))
    throw new CommandError(`Say what to do: npx campaign keys ${Object.keys(verbs).join('|')}`, 2);
  return verbs[verb as keyof typeof verbs](args);
}
