import { isoTime } from '../domain/clock.ts';
import type { OrganizerRole } from '../domain/organizer.ts';
import { setInvitedRole, withdrawInvitations } from '../store/invitations.ts';
import { deletePendingSignIns, deleteSessions } from '../store/organizer-sessions.ts';
import { allOrganizers, deleteOrganizer, organizerByHandle, setPassword, setRole } from '../store/organizers.ts';
import type { OrganizerRow } from '../store/organizers.ts';
import type { Writing } from '../store/writer.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

type Asked = Pick<Context, 'store' | 'vault' | 'now'>;

/** `last-owner`: without this one nobody could say who is an organizer but whoever sits at the server. */
export type ChangeOutcome = 'done' | 'unknown' | 'last-owner';

/** Gives an organizer, or somebody who is invited, another role from their next request on. */
export const changeRole = (
  { store, vault, now }: Asked,
  { handle, role }: { handle: string; role: OrganizerRole },
  by: string,
): Promise<ChangeOutcome> =>
  store.write(async (writing) => {
    const organizer = await organizerByHandle(writing.db, handle);
    if (organizer !== undefined && role !== 'owner' && (await isLastOwner(writing, organizer))) return 'last-owner';
    const invited = await setInvitedRole(writing, handle, role);
    if (organizer === undefined && !invited) return 'unknown';
    if (organizer !== undefined) await setRole(writing, organizer.id, role);
    const facts = { handle, from: organizer?.role ?? null, role };
    await noteAct(writing, vault, { at: now(), organizer: by, act: 'role-changed', campaign: '', facts });
    return 'done';
  });

/** Takes everything from an organizer at once: their next request finds them signed out. An invitation is withdrawn likewise. */
export const removeOrganizer = ({ store, vault, now }: Asked, handle: string, by: string): Promise<ChangeOutcome> =>
  store.write(async (writing) => {
    const organizer = await organizerByHandle(writing.db, handle);
    if (organizer !== undefined && (await isLastOwner(writing, organizer))) return 'last-owner';
    const withdrawn = await withdrawInvitations(writing, handle);
    if (organizer === undefined && withdrawn === 0) return 'unknown';
    if (organizer !== undefined) await deleteOrganizer(writing, organizer.id);
    const facts = { handle, joined: organizer !== undefined };
    await noteAct(writing, vault, { at: now(), organizer: by, act: 'organizer-removed', campaign: '', facts });
    return 'done';
  });

/** @returns how many sessions were ended; undefined for an unknown handle */
export const endSessions = ({ store, vault, now }: Asked, handle: string, by: string): Promise<number | undefined> =>
  store.write(async (writing) => {
    const organizer = await organizerByHandle(writing.db, handle);
    if (organizer === undefined) return undefined;
    const count = await deleteSessions(writing, organizer.id, 'all');
    await deletePendingSignIns(writing, organizer.id);
    const facts = { handle, count };
    await noteAct(writing, vault, { at: now(), organizer: by, act: 'sessions-ended', campaign: '', facts });
    return count;
  });

/** A new password of one's own; whoever else is signed in with the old one is out. @param hash as better-auth makes it */
export const changePassword = (
  { store, vault, now }: Asked,
  { handle, organizerId, sessionId, hash }: { handle: string; organizerId: string; sessionId: string; hash: string },
): Promise<void> =>
  store.write(async (writing) => {
    await setPassword(writing, organizerId, hash, isoTime(now()));
    const ended = await deleteSessions(writing, organizerId, { but: sessionId });
    await deletePendingSignIns(writing, organizerId);
    const act = { at: now(), organizer: handle, act: 'password-changed', campaign: '', facts: { ended } };
    await noteAct(writing, vault, act);
  });

/** Only owners with a second step can sign in, and so look after the others. */
async function isLastOwner(writing: Writing, { id, role, twoFactorEnabled }: OrganizerRow): Promise<boolean> {
  if (role !== 'owner' || twoFactorEnabled !== 1) return false;
  const owners = (await allOrganizers(writing.db)).filter((other) => other.role === 'owner');
  return !owners.some((other) => other.id !== id && other.twoFactorEnabled === 1);
}
