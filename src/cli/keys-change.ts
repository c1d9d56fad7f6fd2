import { existsSync } from 'node:fs';
import { refuseForeignKeys } from '../campaign/active-recipients.ts';
import { addOrganizerKey, retireOrganizerKey } from '../campaign/organizer-keys.ts';
import { rewrapEpochs } from '../campaign/rewrap-epochs.ts';
import { isRecipient } from '../vault/identity.ts';
import { CommandError, parseCommand, wipe, withVault, type OpenVault } from './command.ts';
import { identitiesOf, identityOptions } from './identity.ts';
import { progress } from './progress.ts';

/** `keys add <age1…> --name NAME`: seals to one more organizer, and opens the past to them where an identity is at hand. */
export async function addKey(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { name: { type: 'string' }, ...identityOptions },
  });
  const [recipient] = positionals;
  const { name } = values;
  if (recipient === undefined || positionals.length > 1 || name === undefined || name.trim() === '')
    throw new CommandError('Name the public key and whose it is: npx campaign keys add age1… --name NAME', 2);
  if (/\p{Cc}/u.test(name)) throw new CommandError('The name holds characters that cannot be seen: type it anew.', 2);
  if (!(await isRecipient(recipient)))
    throw new CommandError(`${recipient.slice(0, 80)} is no public key: it starts with age1 and has 62 characters.`);
  return withVault(async (open) => {
    const identities = await identitiesAtHand(values, open.config);
    await refuseForeignKeys(open.store.read, open.vault);
    const outcome = await addOrganizerKey(open, name.trim(), recipient, 'command');
    if (outcome === 'known-name')
      throw new CommandError(`There is a key of the name “${name.trim()}” already: choose another.`);
    if (outcome === 'known-recipient')
      throw new CommandError(
        'This key is on the list already. If it is yours and should open the past too: npx campaign keys rewrap. If it was retired, make a new one.',
      );
    process.stdout.write(`From now on everything is sealed to “${name.trim()}” too.\n`);
    return rewrapWith(open, identities, 'What was sealed before opens to it once you run');
  });
}

/** `keys retire <name|age1…>`: seals to an organizer no longer, and takes the past from them where an identity is at hand. */
export async function retireKey(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({ args, allowPositionals: true, options: { ...identityOptions } });
  const [key] = positionals;
  if (key === undefined || positionals.length > 1)
    throw new CommandError('Name one key: npx campaign keys retire <name>', 2);
  return withVault(async (open) => {
    const identities = await identitiesAtHand(values, open.config);
    const outcome = await retireOrganizerKey(open, key);
    if (outcome === 'unknown') throw new CommandError(`There is no active key “${key}”: npx campaign keys list.`);
    if (outcome === 'last')
      throw new CommandError('This is the last key: without one nobody could open what comes in. Add another first.');
    process.stdout.write(
      `From now on nothing is sealed to “${key}”, which cannot be added again. Copies of this database that they have stay open to them.\n`,
    );
    return rewrapWith(open, identities, 'What was sealed before still opens with it, until you run');
  });
}

/** Asked for before anything changes, so that a forgotten passphrase stops it all. */
const identitiesAtHand = async (values: Parameters<typeof identitiesOf>[0], config: OpenVault['config']) =>
  values.identity !== undefined || existsSync(config.organizerKeyFile) ? identitiesOf(values, config) : undefined;

function rewrapWith(open: OpenVault, identities: string[] | undefined, without: string): Promise<number> | number {
  if (identities !== undefined) return rewrap(open, identities);
  process.stdout.write(`${without}: npx campaign keys rewrap --identity FILE\n`);
  return 0;
}

/** `keys rewrap`: wraps all epochs for the organizers of today, after an interruption or a retirement. */
export async function rewrapKeys(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { ...identityOptions } });
  return withVault(async (open) => rewrap(open, await identitiesOf(values, open.config)));
}

/** Exit code 1 if some epochs were opened by none of the identities; they stay as they were. */
async function rewrap({ store, vault, now }: OpenVault, identities: string[]): Promise<number> {
  const { total, steps } = await rewrapEpochs({ store, vault, now }, identities);
  const bar = progress('Epochs', total);
  const unopened: number[] = [];
  let rewrapped = 0;
  try {
    for await (const step of steps) {
      rewrapped += step.rewrapped;
      unopened.push(...step.unopened);
      bar.advance(step.rewrapped + step.unopened.length);
    }
  } finally {
    bar.done();
    wipe(store);
  }
  process.stdout.write(`Rewrapped for the organizers of today: ${rewrapped} of ${total} epochs.\n`);
  if (unopened.length === 0) return 0;
  process.stderr.write(
    `Your identity does not open these epochs, which stay as they were: ${unopened.slice(0, 10).join(', ')}${unopened.length > 10 ? ` and ${unopened.length - 10} more` : ''}\n`,
  );
  return 1;
}
