import { sessionLife } from '../domain/organizer.ts';
import type { Auth } from './auth.ts';

/** Each click is a sign of life, and one a minute is written down. */
const notedMilliseconds = 60_000;

/**
 * Notes that a session is used, in `updatedAt`, which better-auth leaves alone.
 * @returns whether it goes on: one that nobody has used for too long ends here
 */
export async function isInUse(auth: Auth, { token, updatedAt }: { token: string; updatedAt: Date }): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const idleMilliseconds = Date.now() - updatedAt.getTime();
  if (idleMilliseconds >= sessionLife.idleSeconds * 1000) {
    // On a full disk it stays, and is refused each time.
    await internalAdapter.deleteSession(token).catch(() => undefined);
    return false;
  }
  // The other way round too: once a clock that was ahead is set right, what it noted lies in the future. On a full disk people still get to their pages.
  if (Math.abs(idleMilliseconds) >= notedMilliseconds)
    await internalAdapter.updateSession(token, { updatedAt: new Date() }).catch(() => undefined);
  return true;
}
