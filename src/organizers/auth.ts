import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { passwordLength, sessionLife } from '../domain/organizer.ts';
import type { Store } from '../store/store.ts';

export type Auth = ReturnType<typeof openAuth>;

/** better-auth on our own tables. Its HTTP handler is not mounted, so neither are its own limits: http/organize/throttle.ts has ours. */
export const openAuth = (store: Store, secret: Buffer, siteUrl: string) => betterAuth(settings(store, secret, siteUrl));

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
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    user: {
      modelName: 'organizers',
      additionalFields: { role: { type: 'string' as const, required: true, input: false } },
    },
    session: { modelName: 'organizer_sessions', expiresIn: sessionLife.mostSeconds, disableSessionRefresh: true },
    account: { modelName: 'organizer_passwords' },
    verification: { modelName: 'organizer_challenges' },
    plugins: [
      twoFactor({ issuer: new URL(siteUrl).host, schema: { twoFactor: { modelName: 'organizer_totps' } } }),
      passkey({
        rpID: new URL(siteUrl).hostname,
        rpName: new URL(siteUrl).host,
        origin: siteUrl,
        authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
        // better-auth only prefers that a passkey asks for a finger, a face or a PIN: without, it would be one step and not two.
        registration: {
          afterVerification: ({ verification }) => requireVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => requireVerified(verification.authenticationInfo.userVerified),
        },
        advanced: { webAuthnChallengeCookie: 'passkey' },
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

function requireVerified(verified: boolean | undefined): void {
  if (verified !== true) throw new APIError('UNAUTHORIZED', { code: 'NOT_VERIFIED' });
}
