import { createHmac } from 'node:crypto';
import { addressOfHandle, type OrganizerRole } from '../../src/domain/organizer.ts';
import type { TestServer } from './a-server.ts';

export interface TestOrganizer {
  handle: string;
  cookie: string;
  get(path: string): Promise<Response>;
  post(path: string, fields: Record<string, string> | [string, string][]): Promise<Response>;
}

/** Somebody who is signed in already, for tests that are about what comes after. */
export async function anOrganizer(
  server: TestServer,
  role: OrganizerRole,
  handle: string = role,
  { twoFactorEnabled = true }: { twoFactorEnabled?: boolean } = {},
): Promise<TestOrganizer> {
  const { internalAdapter, secret, authCookies } = await (await server.accounts()).auth.$context;
  const account = { email: addressOfHandle(handle), name: handle, emailVerified: true, role, twoFactorEnabled };
  const { id } = await internalAdapter.createUser(account, { method: 'email' });
  const { token } = await internalAdapter.createSession(id, false);
  const mac = createHmac('sha256', secret).update(token).digest('base64');
  const cookie = `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${mac}`)}`;
  return {
    handle,
    cookie,
    get: (path) => server.get(path, { headers: { Cookie: cookie } }),
    post: (path, fields) => server.post(path, fields, { Cookie: cookie }),
  };
}
