import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { addressOfHandle } from '../../src/domain/organizer.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { strings } from '../../src/strings/strings.ts';
import { aBrowser, invitation, joined, password, type Joined } from '../support/a-browser.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { filled, routes } from '../support/routes.ts';

let server: TestServer;
let store: Store;
let olga: Joined;
beforeAll(async () => {
  server = await aServer();
  store = await openStore(readConfig({ DATA_DIR: server.dataDir, ...server.env }).database);
  olga = await joined(server, 'olga');
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const cookieName = 'organizer.session_token';
const statusWith = async (value: string): Promise<number> =>
  (await server.get('/organize', { headers: { Cookie: `${cookieName}=${value}` } })).status;
const sessions = () => store.read.selectFrom('organizer_sessions').selectAll().execute();

test('nobody signs up by themselves: better-auth takes nobody in, and none of its own addresses is open', async () => {
  const { auth } = await server.accounts();
  const body = { email: addressOfHandle('eve'), password, name: 'eve', role: 'owner' };
  await expect(auth.api.signUpEmail({ body })).rejects.toMatchObject({
    body: { code: 'EMAIL_PASSWORD_SIGN_UP_DISABLED' },
  });
  for (const path of [
    '/api/auth',
    '/api/auth/sign-up/email',
    '/api/auth/get-session',
    '/api/auth/passkey/list-user-passkeys',
  ])
    for (const answer of [await server.get(path), await server.postJson(path, body)]) expect(answer.status).toBe(404);
  expect((await server.post('/organize/sign-in', { handle: 'eve', password })).status).toBe(422);
});

test('where organizers sign in is fixed by SITE_URL, whatever host a request speaks of', async () => {
  const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example' };
  const asked = await server.postJson('/organize/passkeys/ask', {}, headers);
  expect(await asked.json()).toMatchObject({ rpId: 'localhost' });
  const { auth } = await server.accounts();
  expect(new URL((await auth.$context).baseURL).origin).toBe(server.url);
});

test('a session ends after twelve hours, however busily it is used, and no second cookie keeps it alive', async () => {
  const tessa = await joined(server, 'tessa');
  expect([...tessa.browser.cookies.keys()]).toEqual([cookieName]);
  const token = decodeURIComponent(tessa.browser.cookies.get(cookieName)!).split('.')[0];
  const hers = async () => (await sessions()).find((session) => session.token === token)!;
  const before = await hers();
  expect(Math.round((Date.parse(before.expiresAt) - Date.parse(before.createdAt)) / 60_000)).toBe(12 * 60);
  expect((await tessa.browser.get('/organize')).status).toBe(200);
  expect((await hers()).expiresAt).toBe(before.expiresAt);
  const expiresAt = new Date(Date.now() - 1000).toISOString();
  await store.write(({ db }) =>
    db.updateTable('organizer_sessions').set({ expiresAt }).where('id', '=', before.id).execute(),
  );
  expect((await tessa.browser.get('/organize')).status).toBe(303);
});

test('a laptop that nobody has touched for an hour is signed out, and whoever clicks now and then stays', async () => {
  const wim = await joined(server, 'wim');
  const token = decodeURIComponent(wim.browser.cookies.get(cookieName)!).split('.')[0]!;
  const hers = async () => (await sessions()).find((session) => session.token === token);
  const unused = (minutes: number) => {
    const updatedAt = new Date(Date.now() - minutes * 60_000).toISOString();
    return store.write(({ db }) =>
      db.updateTable('organizer_sessions').set({ updatedAt }).where('token', '=', token).execute(),
    );
  };
  const idleSeconds = async () => (Date.now() - Date.parse((await hers())!.updatedAt)) / 1000;
  for (const click of [59, 59, -90]) {
    await unused(click);
    expect((await wim.browser.get('/organize')).status).toBe(200);
    expect(Math.abs(await idleSeconds())).toBeLessThan(30);
  }
  await unused(60);
  const organizers = await (await olga.browser.get('/organize/organizers')).text();
  expect(/<b[^>]*>wim<\/b>([^<]*)/.exec(organizers)?.[1]).toContain(
    strings('en').organize.accounts.organizers.noSession,
  );
  expect((await wim.browser.post('/organize/account/sessions', {})).status).toBe(401);
  expect((await wim.browser.get('/organize')).status).toBe(303);
  expect(await hers()).toBeUndefined();
});

test('whoever has given the password and leaves the second step lying for an hour begins again', async () => {
  const yara = aBrowser(server);
  await yara.post(await invitation(server, 'yara'), { password });
  expect((await yara.get('/organize/second-step')).status).toBe(200);
  const token = decodeURIComponent(yara.cookies.get(cookieName)!).split('.')[0]!;
  const updatedAt = new Date(Date.now() - 3_600_000).toISOString();
  await store.write(({ db }) =>
    db.updateTable('organizer_sessions').set({ updatedAt }).where('token', '=', token).execute(),
  );
  expect((await yara.get('/organize/second-step')).headers.get('Location')).toBe('/organize/sign-in');
});

test('who steals the database has the tokens of its sessions and signs in with none: what signs them stands elsewhere', async () => {
  const real = olga.browser.cookies.get(cookieName)!;
  expect(await statusWith(real)).toBe(200);
  const all = await sessions();
  const token = decodeURIComponent(real).split('.')[0];
  expect(all.map((session) => session.token)).toContain(token);
  for (const session of all)
    for (const key of ['', 'better-auth-secret-123456789', session.token, session.id, server.url]) {
      const mac = createHmac('sha256', key).update(session.token).digest('base64');
      expect(await statusWith(encodeURIComponent(`${session.token}.${mac}`))).toBe(303);
      expect(await statusWith(session.token)).toBe(303);
    }
});

test('no address and no browser of an organizer is kept with a session', async () => {
  const headers = { 'X-Forwarded-For': '192.0.2.7', 'User-Agent': 'a browser that one could be known by' };
  const { status } = await server.post('/organize/sign-in', { handle: 'olga', password }, headers);
  expect(status).toBe(303);
  const kept = await sessions();
  expect(kept.length).toBeGreaterThan(0);
  for (const { ipAddress, userAgent } of kept) expect([ipAddress ?? '', userAgent ?? '']).toEqual(['', '']);
  const challenges = await store.read.selectFrom('organizer_challenges').selectAll().execute();
  expect(JSON.stringify(challenges)).not.toMatch(/192\.0\.2|could be known/);
});

test('HEAD opens to nobody what GET does not', async () => {
  const addresses = routes().filter(({ method, path }) => method === 'GET' && path.startsWith('/organize'));
  expect(addresses.length).toBeGreaterThan(12);
  for (const { path } of addresses) {
    const [got, head] = [await server.get(filled(path)), await server.get(filled(path), { method: 'HEAD' })];
    expect({ path, status: head.status, to: head.headers.get('Location') }).toEqual({
      path,
      status: got.status,
      to: got.headers.get('Location'),
    });
  }
  expect((await aBrowser(server).get('/organize')).status).toBe(303);
});
