import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { isOrganizerRole, type Organizer } from '../domain/organizer.ts';
import type { Store } from '../store/store.ts';

/** A working day and no longer: whoever finds an open laptop the next morning is signed out. */
const sessionSeconds = 12 * 60 * 60;

/** Who is signed in, and by which session. */
export interface SignedIn extends Organizer {
  organizerId: string;
  sessionId: string;
}

/** Organizers' accounts: better-auth on our own tables, behind our own pages. Its HTTP handler is not mounted. */
export type Accounts = ReturnType<typeof openAccounts>;

/**
 * @param secret signs cookies and encrypts TOTP secrets; it stands in no database
 * @param siteUrl the one origin that organizers sign in at
 */
export function openAccounts({ store, secret, siteUrl }: { store: Store; secret: Buffer; siteUrl: string }) {
  const auth = betterAuth(settings(store, secret, siteUrl));
  return {
    auth,
    /** Who sent these headers; undefined for everybody who is not signed in by both steps, or by a passkey. */
    signedIn: async (headers: Headers): Promise<SignedIn | undefined> => {
      const found = await auth.api.getSession({ headers });
      if (found === null) return undefined;
      const { user, session } = found;
      // Added by its plugin, of which the type knows nothing.
      const { twoFactorEnabled } = user as { twoFactorEnabled?: boolean };
      if (twoFactorEnabled !== true || !isOrganizerRole(user.role)) return undefined;
      return { handle: user.name, role: user.role, organizerId: user.id, sessionId: session.id };
    },
  };
}

/** What better-auth wants to be unique and shaped like an address. It is never mailed to. */
export const addressOfHandle = (handle: string): string => `${handle}@handle.invalid`;

function settings(store: Store, secret: Buffer, siteUrl: string) {
  const secure = siteUrl.startsWith('https:');
  return {
    appName: 'Campaign Kit',
    baseURL: siteUrl,
    secret: secret.toString('base64url'),
    // Its booleans as 0 and 1, its times as text: the same on PostgreSQL.
    database: { db: store.accounts, type: 'sqlite' as const, transaction: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: {
      modelName: 'organizers',
      additionalFields: { role: { type: 'string' as const, required: true, input: false } },
    },
    session: { modelName: 'organizer_sessions', expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: { modelName: 'organizer_passwords' },
    verification: { modelName: 'organizer_challenges' },
    plugins: [
      twoFactor({ issuer: new URL(siteUrl).host, schema: { twoFactor: { modelName: 'organizer_totps' } } }),
      passkey({
        rpID: new URL(siteUrl).hostname,
        rpName: new URL(siteUrl).host,
        origin: siteUrl,
        authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
        schema: { passkey: { modelName: 'organizer_passkeys' } },
      }),
    ],
    advanced: {
      // Over http, which only this machine should ever see, browsers would drop such a cookie.
      cookiePrefix: secure ? '__Host-organizer' : 'organizer',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, secure, sameSite: 'strict' as const, path: '/' },
      ipAddress: { disableIpTracking: true },
    },
  };
}
