import { isBrokenPassword, isOrganizerRole, type Organizer } from '../domain/organizer.ts';
import type { Store } from '../store/store.ts';
import { openAuth } from './auth.ts';
import { isInUse } from './inactivity.ts';
import { passkeySteps } from './passkeys.ts';
import { secondStep } from './second-step.ts';
import { signInSteps } from './sign-in.ts';

/** Who is signed in, and by which session. */
export interface SignedIn extends Organizer {
  organizerId: string;
  sessionId: string;
}

/** Organizers' accounts: better-auth on our own tables, behind our own pages. */
export type Accounts = ReturnType<typeof openAccounts>;

/**
 * @param secret signs cookies and encrypts TOTP secrets; it stands in no database
 * @param siteUrl the one origin that organizers sign in at
 */
export function openAccounts({ store, secret, siteUrl }: { store: Store; secret: Buffer; siteUrl: string }) {
  const auth = openAuth(store, secret, siteUrl);
  /** Read from the database each time: a session that was ended is out at the next request. */
  const sessionIn = async (headers: Headers): Promise<(SignedIn & { bySecondStep: boolean }) | undefined> => {
    const found = await auth.api.getSession({ headers });
    if (found === null) return undefined;
    const { user, session } = found;
    if (!isOrganizerRole(user.role) || !(await isInUse(auth, session))) return undefined;
    // Added by its plugin, of which the type knows nothing.
    const { twoFactorEnabled } = user as { twoFactorEnabled?: boolean };
    const { name: handle, role, id: organizerId } = user;
    return { handle, role, organizerId, sessionId: session.id, bySecondStep: twoFactorEnabled === true };
  };
  return {
    auth,
    /** Who sent these headers; undefined for everybody who is not signed in by both steps, or by a passkey. */
    signedIn: async (headers: Headers): Promise<SignedIn | undefined> => {
      const session = await sessionIn(headers);
      if (session?.bySecondStep !== true) return undefined;
      const { bySecondStep: _, ...signedIn } = session;
      return signedIn;
    },
    /** Who has given their password and never set up a second step: they get nowhere else than there. */
    halfSignedIn: async (headers: Headers): Promise<SignedIn | undefined> => {
      const session = await sessionIn(headers);
      if (session === undefined || session.bySecondStep) return undefined;
      const { bySecondStep: _, ...half } = session;
      return half;
    },
    hashPassword: async (password: string): Promise<string> => (await auth.$context).password.hash(password),
    /** Whether a password is somebody's own, for what an open laptop must not be enough for. */
    isPassword: async (organizerId: string, password: string): Promise<boolean> => {
      if (isBrokenPassword(password)) return false;
      const { internalAdapter, password: hashing } = await auth.$context;
      const account = await internalAdapter.findCredentialAccount(organizerId);
      return account?.password != null && hashing.verify({ hash: account.password, password });
    },
    newId: async (): Promise<string> => {
      const id = (await auth.$context).generateId({ model: 'user' });
      if (id === false) throw new Error('better-auth leaves ids to the database');
      return id;
    },
    /** What makes a browser forget its session. */
    forgettingCookies: async (headers: Headers): Promise<string[]> =>
      (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
    ...signInSteps(auth),
    ...secondStep(auth),
    ...passkeySteps(auth),
  };
}
