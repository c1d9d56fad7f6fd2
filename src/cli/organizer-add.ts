import { inviteOrganizer, resetOrganizer, type Invited } from '../campaign/invite-organizer.ts';
import { addressForLinks } from '../campaign/site-address.ts';
import { isoTime } from '../domain/clock.ts';
import { isHandle, isOrganizerRole, organizerRoles } from '../domain/organizer.ts';
import { CommandError, parseCommand, wipe, withVault, type OpenVault } from './command.ts';

/** `organizer add <handle> --role ROLE`: prints a link that works once. */
export async function addOrganizer(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { role: { type: 'string' } },
  });
  const [handle] = positionals;
  const { role = '' } = values;
  if (handle === undefined || positionals.length > 1 || !isOrganizerRole(role))
    throw new CommandError(
      `Name one handle and a role: npx campaign organizer add <handle> --role ${organizerRoles.join('|')}`,
      2,
    );
  if (!isHandle(handle))
    throw new CommandError(
      'A handle has 2 to 31 small letters, digits and hyphens and begins with a letter; it cannot be “command”, and need not say who somebody is.',
    );
  return withVault(async (open) => {
    const invited = await inviteOrganizer(open, { handle, role }, 'command');
    if (invited.outcome === 'known')
      throw new CommandError(
        `There is an organizer “${handle}” already: npx campaign organizer role ${handle} ${role}, or npx campaign organizer reset ${handle} for a new link.`,
      );
    process.stdout.write(await linkLines(open, handle, invited));
    return 0;
  });
}

/** `organizer reset <handle>`: everything they signed in with is forgotten; prints a link to begin again. */
export async function resetOrganizerCommand(args: string[]): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true });
  const [handle] = positionals;
  if (handle === undefined || positionals.length > 1)
    throw new CommandError('Name one handle: npx campaign organizer reset <handle>', 2);
  return withVault(async (open) => {
    const invited = await resetOrganizer(open, handle, 'command');
    if (invited.outcome === 'unknown')
      throw new CommandError(`There is no organizer “${handle}”: npx campaign organizer list.`);
    wipe(open.store);
    process.stdout.write(await linkLines(open, handle, invited));
    return 0;
  });
}

async function linkLines({ store, config }: OpenVault, handle: string, { token, expiresAt }: Invited): Promise<string> {
  // The server may have been started with a SITE_URL or PORT that this shell knows nothing of.
  const address = await addressForLinks(store.read, config);
  return `Give this link to ${handle}, by a way that nobody else reads. It works once, until ${isoTime(expiresAt)}:\n${address}/organize/join/${token}\n`;
}
