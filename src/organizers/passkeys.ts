import type { Auth } from './auth.ts';
import { onlyCookie } from './cookies.ts';
import { isForeignCookie, refusalOf } from './refusal.ts';

/** What a browser's WebAuthn is asked with; `cookies` hold which challenge it answers. */
export interface PasskeyQuestion {
  options: object;
  cookies: string[];
}

export type PasskeyOutcome = { outcome: 'signed-in'; handle: string; cookies: string[] } | { outcome: 'wrong' };

/** Signing in by a passkey, and adding one. */
export const passkeySteps = (auth: Auth) => ({
  askForPasskey: async (): Promise<PasskeyQuestion> => {
    const { headers, response } = await auth.api.generatePasskeyAuthenticationOptions({
      headers: new Headers(),
      returnHeaders: true,
    });
    // A device that is only held, and asks for no finger, face or PIN, would be refused in the end: better at once.
    return { options: { ...response, userVerification: 'required' }, cookies: headers.getSetCookie() };
  },
  byPasskey: async (headers: Headers, response: Record<string, unknown>): Promise<PasskeyOutcome> => {
    const own = (await onlyCookie(auth, headers, 'passkey')).headers;
    if (typeof response['id'] !== 'string') return { outcome: 'wrong' };
    try {
      const answered = await auth.api.verifyPasskeyAuthentication({
        // What is in it is looked at there.
        body: { response: response as never },
        headers: own,
        returnHeaders: true,
      });
      const { user } = answered.response;
      return { outcome: 'signed-in', handle: user.name, cookies: answered.headers.getSetCookie() };
    } catch (error) {
      if (!isForeignCookie(error)) refusalOf(error);
      return { outcome: 'wrong' };
    }
  },
  askForNewPasskey: async (headers: Headers, handle: string): Promise<PasskeyQuestion> => {
    const { headers: answered, response } = await auth.api.generatePasskeyRegistrationOptions({
      headers,
      query: { name: handle },
      returnHeaders: true,
    });
    // Its own name for the account is made like an address; browsers show this one.
    const options = { ...response, user: { ...response.user, displayName: handle } };
    return { options, cookies: answered.getSetCookie() };
  },
  /** @returns whether the device's answer holds */
  addPasskey: async (headers: Headers, response: Record<string, unknown>, name: string): Promise<boolean> => {
    try {
      await auth.api.verifyPasskeyRegistration({ body: { response, name }, headers });
      return true;
    } catch (error) {
      // Whatever a browser sends that is no answer of a device ends here too, with status 500.
      if (isForeignCookie(error) || (error instanceof Error && 'statusCode' in error)) return false;
      throw error;
    }
  },
});
