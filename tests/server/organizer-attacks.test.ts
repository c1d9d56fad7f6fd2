import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrowser, invitation, joined, nextCode, password, setUp } from '../support/a-browser.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { totp } from '../support/totp.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const secretOn = async (answer: Response): Promise<string> =>
  /data-secret[^>]*>([A-Z2-7 ]+)</.exec(await answer.text())?.[1]?.replaceAll(' ', '') ?? '';

test('whoever overheard a new organizer’s password is not signed in once the second step is set up', async () => {
  const olga = aBrowser(server);
  const thief = aBrowser(server);
  await olga.post(await invitation(server, 'olga'), { password });
  await thief.post('/organize/sign-in', { handle: 'olga', password });
  const seen = await secretOn(await thief.get('/organize/second-step'));
  expect(seen).not.toBe('');

  await olga.post('/organize/sign-in', { handle: 'olga', password });
  expect((await thief.get('/organize/second-step')).headers.get('Location')).toBe('/organize/sign-in');
  const { secret } = await setUp(olga);
  expect(secret).not.toBe(seen);
  expect((await olga.get('/organize')).status).toBe(200);
  expect((await thief.get('/organize')).status).toBe(303);
});

test('a session that began with the password alone does not outlive the setting up of the second step', async () => {
  const nils = aBrowser(server);
  await nils.post(await invitation(server, 'nils'), { password });
  const { auth } = await server.accounts();
  const { internalAdapter } = await auth.$context;
  const { headers } = new Request(server.url, {
    headers: { Cookie: [...nils.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  const half = await auth.api.getSession({ headers });
  await internalAdapter.createSession(half!.user.id, false);
  await setUp(nils);
  expect(await internalAdapter.listSessions(half!.user.id)).toHaveLength(1);
  expect((await nils.get('/organize')).status).toBe(200);
});

test('a sign-in that waits for its code ends when the password is changed', async () => {
  const pia = await joined(server, 'pia');
  const other = aBrowser(server);
  await other.post('/organize/sign-in', { handle: 'pia', password });
  expect((await other.get('/organize/code')).status).toBe(200);
  await pia.browser.post('/organize/account/password', { current: password, password: 'quite another password' });
  const answer = await other.post('/organize/code', { code: nextCode(pia.secret) });
  expect(answer.headers.get('Location')).toBe('/organize/sign-in?again');
  expect((await other.get('/organize')).status).toBe(303);
});

test('nobody shuts the passkeys of a network by typing its name as a handle', async () => {
  const typed = { handle: 'passkey 127.0.0.1', password: 'guess' };
  for (let tries = 0; tries < 11; tries++) await server.post('/organize/sign-in', typed);
  expect((await server.postJson('/organize/passkeys/ask', {})).status).toBe(200);
});

test('whoever opens a link to join while somebody is signed in ends that session: it does not stay open beside', async () => {
  const { browser: desk } = await joined(server, 'nina');
  const before = new Map(desk.cookies);
  const stolen = aBrowser(server);
  for (const [name, value] of before) stolen.cookies.set(name, value);
  expect((await stolen.get('/organize/account')).status).toBe(200);
  await desk.post(await invitation(server, 'oskar'), { password });
  expect((await stolen.get('/organize/account')).headers.get('Location')).toBe('/organize/sign-in');
  expect((await setUp(desk)).recoveryCodes.length).toBeGreaterThan(0);
  const log = await (await desk.get('/organize/log')).text();
  expect(log).toContain('nina signed out.');
  expect(log).toContain('oskar joined as owner.');
});

test('nobody is called as the log calls whoever sits at the server', async () => {
  const { browser } = await joined(server, 'carl');
  const answer = await browser.post('/organize/organizers/invite', { handle: 'command', role: 'editor' });
  expect(answer.status).toBe(422);
});

test('cookies that are broken, or of another step, break nothing', async () => {
  const half = aBrowser(server);
  await joined(server, 'mia');
  await half.post('/organize/sign-in', { handle: 'mia', password });
  const waiting = half.cookies.get('organizer.two_factor')!;
  const asking = (await server.postJson('/organize/passkeys/ask', {})).headers.getSetCookie()[0]!;
  const challenge = /=([^;]*)/.exec(asking)?.[1] ?? '';
  for (const value of ['%', '%E0%A4%A', '.', challenge]) {
    const headers = { Cookie: `organizer.two_factor=${value}` };
    expect((await server.get('/organize/code', { headers })).headers.get('Location')).toBe('/organize/sign-in?again');
    expect((await server.post('/organize/code', { code: totp('A') }, headers)).status).toBe(303);
  }
  const answer = { response: { id: 'any', response: {} } };
  const taken = await server.postJson('/organize/passkeys/sign-in', answer, { Cookie: `organizer.passkey=${waiting}` });
  expect(taken.status).toBe(422);
  expect(server.troubles).toEqual([]);
});
