import type { TestServer } from './a-server.ts';
import { anOrganizer, type TestOrganizer } from './an-organizer.ts';
import { totp } from './totp.ts';

/** Keeps cookies between requests, as a browser would. */
export interface TestBrowser {
  cookies: Map<string, string>;
  get(path: string): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export function aBrowser(server: TestServer): TestBrowser {
  const cookies = new Map<string, string>();
  const sent = () => ({ Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const keep = async (answering: Promise<Response>): Promise<Response> => {
    const answer = await answering;
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /Max-Age=0\b/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    get: (path) => keep(server.get(path, { headers: sent() })),
    post: (path, fields, headers) => keep(server.post(path, fields, { ...sent(), ...headers })),
    postJson: (path, body, headers) => keep(server.postJson(path, body, { ...sent(), ...headers })),
  };
}

const inviters = new WeakMap<TestServer, Promise<TestOrganizer>>();

/** The path of the link that an owner makes. */
export async function invitation(server: TestServer, handle: string, role = 'owner'): Promise<string> {
  const inviting = inviters.get(server) ?? anOrganizer(server, 'owner', 'inviter');
  inviters.set(server, inviting);
  const answer = await (await inviting).post('/organize/organizers/invite', { handle, role });
  return joinPath(await answer.text());
}

export const joinPath = (text: string): string => /\/organize\/join\/[\w-]+/.exec(text)?.[0] ?? '';

export const password = 'correct horse battery staple';

/** Somebody who has joined and set up the second step; `secret` is what their app knows. */
export interface Joined {
  browser: TestBrowser;
  handle: string;
  secret: string;
  recoveryCodes: string[];
}

export async function joined(server: TestServer, handle: string, role = 'owner'): Promise<Joined> {
  const browser = aBrowser(server);
  await browser.post(await invitation(server, handle, role), { password });
  return { handle, ...(await setUp(browser)) };
}

/** Goes through the set-up of the second step, for whoever has given their password. */
export async function setUp(browser: TestBrowser): Promise<Omit<Joined, 'handle'>> {
  const html = await (await browser.get('/organize/second-step')).text();
  const secret = /data-secret[^>]*>([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
  const answer = await browser.post('/organize/second-step', { code: totp(secret) });
  const codes = [...(await answer.text()).matchAll(/<code[^>]*>([\w-]{11})<\/code>/g)];
  return { browser, secret, recoveryCodes: codes.map(([, code]) => code ?? '') };
}

/** Signs in by password and the next code of an app: the present one was used to set it up, and no code works twice. */
export async function signIn(server: TestServer, { handle, secret }: Joined): Promise<TestBrowser> {
  const browser = aBrowser(server);
  await browser.post('/organize/sign-in', { handle, password });
  await browser.post('/organize/code', { code: nextCode(secret) });
  return browser;
}

/** The code that an app shows next: right already, and still so should the test dawdle. */
export const nextCode = (secret: string): string => totp(secret, { steps: 1 });
