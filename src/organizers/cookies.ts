import type { Auth } from './auth.ts';

/**
 * Headers with one cookie of those that were sent. better-auth looks at others by the way: a session that is still there would
 * make it take a sign-in for something else.
 */
export async function onlyCookie(
  auth: Auth,
  headers: Headers,
  name: 'session_token' | 'two_factor' | 'passkey',
): Promise<{ headers: Headers; value: string | undefined }> {
  const { createAuthCookie } = await auth.$context;
  const wanted = createAuthCookie(name).name;
  const cookie = (headers.get('Cookie') ?? '').split(/; */).find((part) => part.startsWith(`${wanted}=`));
  return {
    headers: new Headers(cookie === undefined ? {} : { Cookie: cookie }),
    value: cookie?.slice(wanted.length + 1),
  };
}

/** The cookies of an answer, as the browser would send them with its next request. */
export const asSent = (setCookies: readonly string[]): Headers =>
  new Headers({ Cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; ') });
