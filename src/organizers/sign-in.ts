import { addressOfHandle, isBrokenPassword } from '../domain/organizer.ts';
import type { Auth } from './auth.ts';
import { asSent, onlyCookie } from './cookies.ts';
import { refusalOf } from './refusal.ts';

/** `cookies` are Set-Cookie headers to pass on. */
export type PasswordOutcome =
  | { outcome: 'wrong' }
  /** The second step is to come. */
  | { outcome: 'code'; cookies: string[] }
  /** There is none yet: it is to be set up. */
  | { outcome: 'set-up'; cookies: string[] };

export type CodeOutcome =
  | { outcome: 'signed-in'; handle: string; by: 'code' | 'recovery-code'; cookies: string[] }
  | { outcome: 'wrong' }
  | { outcome: 'locked' }
  | { outcome: 'begin-again' };

/** Codes of an authenticator app are taken from half a minute early to half a minute late: RFC 6238 section 5.2. */
const codeLifeMilliseconds = 120_000;

/** Signing in by password and code. */
export const signInSteps = (auth: Auth) => ({
  /**
   * The same for an unknown handle and a wrong password, in about the same time: better-auth hashes either way. Until there is a second step,
   * each sign-in has a new secret for the app and ends the one before: nobody else who knows the password has seen the secret that is proven.
   */
  byPassword: async (handle: string, password: string): Promise<PasswordOutcome> => {
    if (isBrokenPassword(password)) return { outcome: 'wrong' };
    const body = { email: addressOfHandle(handle), password };
    try {
      const { headers, response } = await auth.api.signInEmail({ body, headers: new Headers(), returnHeaders: true });
      const cookies = headers.getSetCookie();
      if ('twoFactorRedirect' in response) return { outcome: 'code', cookies };
      await auth.api.enableTwoFactor({ body: { password }, headers: asSent(cookies) });
      await endOthers(auth, response.user.id, response.token);
      return { outcome: 'set-up', cookies };
    } catch (error) {
      refusalOf(error);
      return { outcome: 'wrong' };
    }
  },
  /** Who has given their password and owes the second step. */
  whoOwesCode: async (headers: Headers): Promise<{ organizerId: string } | undefined> => {
    const { value = '' } = await onlyCookie(auth, headers, 'two_factor');
    // Challenges for passkeys are signed and stored alike, and are nobody's sign-in.
    const [identifier] = /^2fa-[\w-]+(?=\.)/.exec(value) ?? [];
    if (identifier === undefined) return undefined;
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findVerificationValue(identifier);
    return found === null || found.expiresAt < new Date() ? undefined : { organizerId: found.value };
  },
  /** @param code six digits from an app, or a recovery code */
  byCode: async (headers: Headers, code: string): Promise<CodeOutcome> => {
    const by = /^\d{6}$/.test(code) ? 'code' : 'recovery-code';
    const asked = {
      body: { code },
      headers: (await onlyCookie(auth, headers, 'two_factor')).headers,
      returnHeaders: true as const,
    };
    try {
      const { headers: answered, response } = await (by === 'code'
        ? auth.api.verifyTOTP(asked)
        : auth.api.verifyBackupCode(asked));
      const { user, token } = response;
      if (!(await isFirstUse(auth, user.id, code))) {
        if (token != null) await (await auth.$context).internalAdapter.deleteSession(token);
        return { outcome: 'wrong' };
      }
      return { outcome: 'signed-in', handle: user.name ?? '', by, cookies: answered.getSetCookie() };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === 'ACCOUNT_TEMPORARILY_LOCKED') return { outcome: 'locked' };
      return { outcome: /^INVALID_(?:BACKUP_)?CODE$/.test(refusal) ? 'wrong' : 'begin-again' };
    }
  },
});

/** A code that was looked at over a shoulder, or typed into a false page, does not work a second time: RFC 6238 section 5.2. */
export async function isFirstUse(auth: Auth, organizerId: string, code: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  return internalAdapter.reserveVerificationValue({
    identifier: `used ${organizerId} ${code}`,
    value: '',
    expiresAt: new Date(Date.now() + codeLifeMilliseconds),
  });
}

/** Ends every session of somebody but one. @param token of the one that stays */
export async function endOthers(auth: Auth, organizerId: string, token: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  for (const session of await internalAdapter.listSessions(organizerId))
    if (session.token !== token) await internalAdapter.deleteSession(session.token);
}
