import { deleteExpired, deleteSessions, keepNewestQuestions, type WhichSessions } from '../store/organizer-sessions.ts';
import { deletePasskey } from '../store/organizers.ts';
import type { Context } from './context.ts';
import { noteAct, type Act } from './note-act.ts';

type Asked = Pick<Context, 'store' | 'vault' | 'now'>;

/** What somebody did about signing in, and nothing else than noting it is to be done. */
export const noteOwnAct = (
  { store, vault, now }: Asked,
  organizer: string,
  act: string,
  facts: Act['facts'] = {},
): Promise<number> =>
  store.write((writing) => noteAct(writing, vault, { at: now(), organizer, act, campaign: '', facts }));

/**
 * Notes that somebody signed in, before they are told so. Sessions and sign-ins that ran out go, and so does the session that
 * the same browser had before.
 * @param before that session, where there was one
 */
export const noteSignIn = (
  { store, vault, now }: Asked,
  { handle, by }: { handle: string; by: 'code' | 'recovery-code' | 'passkey' },
  before?: { organizerId: string; sessionId: string },
): Promise<void> =>
  store.write(async (writing) => {
    await deleteExpired(writing, now());
    if (before !== undefined) await deleteSessions(writing, before.organizerId, { only: before.sessionId });
    await noteAct(writing, vault, { at: now(), organizer: handle, act: 'signed-in', campaign: '', facts: { by } });
  });

/** Some hundred kilobytes; whoever unlocks a passkey in ten seconds loses to nobody who asks for less than thirty a second. */
const mostQuestions = 300;

/** Keeps strangers who ask for passkeys from filling the disk, where nothing tells them apart: nobody is refused, the oldest questions go. */
export const boundQuestions = ({ store }: Pick<Context, 'store'>): Promise<void> =>
  store.write((writing) => keepNewestQuestions(writing, mostQuestions), 'soon');

/** Ends sessions of one's own. @returns how many there were */
export const endOwnSessions = (
  { store, vault, now }: Asked,
  { handle, organizerId }: { handle: string; organizerId: string },
  which: WhichSessions,
  act: 'signed-out' | 'sessions-ended',
): Promise<number> =>
  store.write(async (writing) => {
    const count = await deleteSessions(writing, organizerId, which);
    const facts = act === 'signed-out' ? {} : { handle, count };
    if (count > 0) await noteAct(writing, vault, { at: now(), organizer: handle, act, campaign: '', facts });
    return count;
  });

/** @returns whether it was theirs */
export const removePasskey = (
  { store, vault, now }: Asked,
  { handle, organizerId }: { handle: string; organizerId: string },
  passkeyId: string,
): Promise<boolean> =>
  store.write(async (writing) => {
    const done = await deletePasskey(writing, organizerId, passkeyId);
    const act = { at: now(), organizer: handle, act: 'passkey-removed', campaign: '', facts: {} };
    if (done) await noteAct(writing, vault, act);
    return done;
  });
