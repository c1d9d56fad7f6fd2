import { symmetricDecrypt } from 'better-auth/crypto';
import type { Auth } from './auth.ts';
import { asSent, onlyCookie } from './cookies.ts';
import { refusalOf } from './refusal.ts';
import { endOthers, isFirstUse } from './sign-in.ts';
import { base32 } from './base32.ts';

/** For an authenticator app. */
export interface AppSecret {
  /** `otpauth://totp/…`, for a QR code. */
  uri: string;
  /** Base 32, for typing. */
  secret: string;
}

export type SetUpOutcome =
  { outcome: 'set-up'; handle: string; cookies: string[]; recoveryCodes: string[] } | { outcome: 'wrong' };

/** Setting up the second step, and its recovery codes. */
export const secondStep = (auth: Auth) => ({
  /** What an app is to be given, while nobody has shown yet that it was; undefined else. */
  appSecret: async (organizerId: string, handle: string): Promise<AppSecret | undefined> => {
    const { adapter, secretConfig } = await auth.$context;
    const where = [{ field: 'userId', value: organizerId }];
    const row = await adapter.findOne<{ secret: string; verified: boolean }>({ model: 'twoFactor', where });
    if (row === null || row.verified) return undefined;
    const secret = base32(Buffer.from(await symmetricDecrypt({ key: secretConfig, data: row.secret })));
    const issuer = encodeURIComponent(new URL(auth.options.baseURL).host);
    return { secret, uri: `otpauth://totp/${issuer}:${handle}?secret=${secret}&issuer=${issuer}` };
  },
  /** A first code shows that the app has the secret. The session gets a new token. */
  setUpSecondStep: async (headers: Headers, code: string): Promise<SetUpOutcome> => {
    const half = (await onlyCookie(auth, headers, 'session_token')).headers;
    try {
      const { headers: answered, response } = await auth.api.verifyTOTP({
        body: { code },
        headers: half,
        returnHeaders: true,
      });
      const { id: userId, name } = response.user;
      // From now on a session counts as signed in by both steps: none may be left that began with the password alone.
      const own = await auth.api.getSession({ headers: asSent(answered.getSetCookie()) });
      // Set up by another request a moment ago: this one has no new session.
      if (own === null) return { outcome: 'wrong' };
      await endOthers(auth, userId, own.session.token);
      await isFirstUse(auth, userId, code);
      const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId } });
      return { outcome: 'set-up', handle: name ?? '', cookies: answered.getSetCookie(), recoveryCodes: backupCodes };
    } catch (error) {
      refusalOf(error);
      return { outcome: 'wrong' };
    }
  },
  /** New recovery codes; the old ones work no longer. @param password that it is theirs was looked at before */
  newRecoveryCodes: async (headers: Headers, password: string): Promise<string[]> =>
    (await auth.api.generateBackupCodes({ body: { password }, headers })).backupCodes,
});
