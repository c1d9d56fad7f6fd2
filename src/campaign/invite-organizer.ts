import { daySeconds } from '../domain/clock.ts';
import { invitationDays, type OrganizerRole } from '../domain/organizer.ts';
import { insertInvitation, withdrawInvitations } from '../store/invitations.ts';
import { deletePendingSignIns } from '../store/organizer-sessions.ts';
import { forgetCredentials, organizerByHandle } from '../store/organizers.ts';
import type { Writing } from '../store/writer.ts';
import { newInvitation } from '../vault/invitation.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

type Asked = Pick<Context, 'store' | 'vault' | 'now'>;

/** The token is shown once and stored nowhere; `expiresAt` is in seconds. */
export type Invited = { outcome: 'invited'; token: string; expiresAt: number };

/**
 * A link for somebody to become an organizer. An earlier one that was not used works no longer.
 * @param by the handle of who invites, or `command`
 */
export function inviteOrganizer(
  { store, vault, now }: Asked,
  { handle, role }: { handle: string; role: OrganizerRole },
  by: string,
): Promise<Invited | { outcome: 'known' }> {
  const { token, hash } = newInvitation();
  return store.write(async (writing) => {
    if ((await organizerByHandle(writing.db, handle)) !== undefined) return { outcome: 'known' };
    const expiresAt = await invite(writing, { handle, role, hash, at: now() });
    const act = { at: now(), organizer: by, act: 'organizer-invited', campaign: '', facts: { handle, role } };
    await noteAct(writing, vault, act);
    return { outcome: 'invited', token, expiresAt };
  });
}

/**
 * A link for an organizer to begin again, who lost phone or password: whatever they signed in with is forgotten, their sessions
 * end.
 */
export function resetOrganizer(
  { store, vault, now }: Asked,
  handle: string,
  by: string,
): Promise<Invited | { outcome: 'unknown' }> {
  const { token, hash } = newInvitation();
  return store.write(async (writing) => {
    const organizer = await organizerByHandle(writing.db, handle);
    if (organizer === undefined) return { outcome: 'unknown' };
    await forgetCredentials(writing, organizer.id);
    await deletePendingSignIns(writing, organizer.id);
    const expiresAt = await invite(writing, { handle, role: organizer.role, hash, at: now() });
    await noteAct(writing, vault, {
      at: now(),
      organizer: by,
      act: 'organizer-reset',
      campaign: '',
      facts: { handle },
    });
    return { outcome: 'invited', token, expiresAt };
  });
}

async function invite(
  writing: Writing,
  { handle, role, hash, at }: { handle: string; role: OrganizerRole; hash: Buffer; at: number },
): Promise<number> {
  const expiresAt = at + invitationDays * daySeconds;
  await withdrawInvitations(writing, handle);
  const times = { made_at: at, expires_at: expiresAt, used_at: null };
  await insertInvitation(writing, { handle, role, token_hash: hash, ...times });
  return expiresAt;
}
