import { isoDay } from '../domain/clock.ts';
import { openInvitations } from '../store/invitations.ts';
import { sessionsOf } from '../store/organizer-sessions.ts';
import { allOrganizers, passkeysOf } from '../store/organizers.ts';
import { now, parseCommand, withStore } from './command.ts';

/** `organizer list`: who may sign in, and who is invited to. */
export async function listOrganizers(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { json: { type: 'boolean', default: false } } });
  const { rows, passkeys, sessions, invitations } = await withStore(async ({ store }) => ({
    rows: await allOrganizers(store.read),
    passkeys: await passkeysOf(store.read),
    sessions: await sessionsOf(store.read, now()),
    invitations: await openInvitations(store.read, now()),
  }));
  const organizers = rows.map(({ id, name, role, twoFactorEnabled }) => ({
    handle: name,
    role,
    secondStep: twoFactorEnabled === 1,
    passkeys: passkeys.filter(({ userId }) => userId === id).length,
    sessions: sessions.filter(({ userId }) => userId === id).length,
  }));
  const invited = invitations.map(({ handle, role, expires_at }) => ({ handle, role, until: isoDay(expires_at) }));
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ organizers, invited })}\n`);
    return 0;
  }
  for (const { handle, role, secondStep, ...counts } of organizers)
    process.stdout.write(
      `${handle}  ${role}, ${secondStep ? `${counts.passkeys} passkeys, ${counts.sessions} sessions` : 'has not set up the second step'}\n`,
    );
  for (const { handle, role, until } of invited) process.stdout.write(`${handle}  ${role}, invited until ${until}\n`);
  if (organizers.length + invited.length === 0)
    process.stdout.write('There is no organizer yet: npx campaign organizer add <handle> --role owner.\n');
  return 0;
}
