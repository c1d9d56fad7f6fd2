import { CommandError } from './command.ts';
import { checkRecipients } from './recipients-check.ts';
import { diffRecipients } from './recipients-diff.ts';
import { importRecipients } from './recipients-import.ts';
import { listRecipients } from './recipients-list.ts';
import { mendRecipients } from './recipients-mend.ts';
import { removeRecipients } from './recipients-remove.ts';

const verbs: Partial<Record<string, (args: string[]) => Promise<number>>> = {
  import: importRecipients,
  list: listRecipients,
  check: checkRecipients,
  diff: diffRecipients,
  remove: removeRecipients,
  mend: mendRecipients,
};

/** `recipients import|list|check|diff|remove|mend` */
export async function recipientsCommand([name = '', ...args]: string[]): Promise<number> {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb !== undefined) return verb(args);
  throw new CommandError(
    'Say what to do: npx campaign recipients import <file>, or list, check, diff <file>, remove <id> or mend <id>',
    2,
  );
}
