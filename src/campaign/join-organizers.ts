import { isoTime } from '../domain/clock.ts';
import { addressOfHandle } from '../domain/organizer.ts';
import { invitationByHash, useInvitation, type InvitationRow } from '../store/invitations.ts';
import { insertOrganizer, organizerByHandle, setPassword } from '../store/organizers.ts';
import type { Reading } from '../store/schema.ts';
import { hashOfInvitation } from '../vault/invitation.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

export type FoundInvitation = { outcome: 'open'; invitation: InvitationRow } | { outcome: 'unknown' | 'over' };

/** What a link to become an organizer leads to. @param at now, in seconds */
export async function findInvitation(db: Reading, token: string, at: number): Promise<FoundInvitation> {
  const hash = hashOfInvitation(token);
  const invitation = hash === undefined ? undefined : await invitationByHash(db, hash);
  if (invitation === undefined) return { outcome: 'unknown' };
  if (invitation.used_at !== null || invitation.expires_at <= at) return { outcome: 'over' };
  return { outcome: 'open', invitation };
}

export type JoinOutcome = { outcome: 'joined'; handle: string } | { outcome: 'unknown' | 'over' };

/**
 * Uses an invitation up: handle and role come from it, or stay what they are for an organizer who begins again.
 * @param passwordHash as better-auth makes it
 * @param newId for somebody who was no organizer before
 */
export const joinOrganizers = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  { token, passwordHash, newId }: { token: string; passwordHash: string; newId: string },
): Promise<JoinOutcome> =>
  store.write(async (writing) => {
    const at = now();
    const found = await findInvitation(writing.db, token, at);
    if (found.outcome !== 'open') return { outcome: found.outcome };
    const { id: invitationId, handle, role } = found.invitation;
    const known = await organizerByHandle(writing.db, handle);
    const time = isoTime(at);
    const id = known?.id ?? newId;
    if (known === undefined)
      await insertOrganizer(writing, {
        id,
        name: handle,
        email: addressOfHandle(handle),
        emailVerified: 1,
        image: null,
        createdAt: time,
        updatedAt: time,
        twoFactorEnabled: 0,
        role,
      });
    await setPassword(writing, id, passwordHash, time);
    await useInvitation(writing, invitationId, at);
    const facts = { role: known?.role ?? role, again: known !== undefined };
    await noteAct(writing, vault, { at, organizer: handle, act: 'organizer-joined', campaign: '', facts });
    return { outcome: 'joined', handle };
  });
