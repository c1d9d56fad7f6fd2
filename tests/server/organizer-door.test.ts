import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { aBrowser, joined, nextCode, password } from '../support/a-browser.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { anOrganizer } from '../support/an-organizer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

/** Where people stand who are not signed in yet. */
const open = /^\/organize\/(?:sign-in|sign-out|code|second-step|join\/:token|passkeys\/ask|passkeys\/sign-in)$/;

/** Every address for organizers, as the sources name it. */
const routes = globSync('src/http/organize/*routes.ts', { cwd: projectRoot })
  .flatMap((file) => [
    ...readFileSync(join(projectRoot, file), 'utf8').matchAll(/app\.(get|post)\(\s*'(\/organize[^']*)'/g),
  ])
  .map(([, method, path]) => ({ method: method!, path: path! }))
  .filter(({ path }) => !open.test(path));

/** A path that the route answers. */
const filled = (path: string): string =>
  path.replace(':campaign', 'social-credit').replaceAll(/:\w+(?:\{[^}]*\})?/g, '1');

async function ask(method: string, path: string, cookie = ''): Promise<Response> {
  const headers = { Cookie: cookie };
  if (method === 'get') return server.get(filled(path), { headers });
  return path.includes('/passkeys/') && !path.endsWith('account/passkeys')
    ? server.postJson(filled(path), {}, headers)
    : server.post(filled(path), {}, headers);
}

test('the search does find addresses', () => {
  expect(routes.length).toBeGreaterThan(10);
  expect(routes).toContainEqual({ method: 'get', path: '/organize/log' });
});

test.each(routes)('$method $path opens to nobody who is not signed in', async ({ method, path }) => {
  const answer = await ask(method, path);
  if (method === 'get') expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/organize/sign-in']);
  else expect(answer.status).toBe(401);
});

test('whoever has given a password and no second step gets to none of these addresses', async () => {
  const half = await anOrganizer(server, 'owner', 'half', { twoFactorEnabled: false });
  for (const { method, path } of routes) {
    const { status } = await ask(method, path, half.cookie);
    expect({ method, path, status }).toEqual({ method, path, status: method === 'get' ? 303 : 401 });
  }
});

test('a viewer gets to figures and to nothing else of a campaign', async () => {
  const vera = await anOrganizer(server, 'viewer', 'vera');
  const figures = /^\/organize\/:campaign(?:\/trends|\/invalidations(?:\/:id\{.*\})?)?$/;
  for (const { method, path } of routes.filter((route) => route.path.startsWith('/organize/:campaign'))) {
    const { status } = await ask(method, path, vera.cookie);
    if (method === 'get' && figures.test(path)) expect([200, 404]).toContain(status);
    else expect({ method, path, status }).toEqual({ method, path, status: 403 });
  }
});

test('a viewer and an editor see neither who else is an organizer nor change it', async () => {
  for (const role of ['viewer', 'editor'] as const) {
    const organizer = await anOrganizer(server, role);
    for (const { method, path } of routes.filter((route) => route.path.startsWith('/organize/organizers')))
      expect((await ask(method, path, organizer.cookie)).status).toBe(403);
    expect((await organizer.get('/organize/log')).status).toBe(200);
    expect(await (await organizer.get('/organize/log')).text()).not.toContain('href="/organize/organizers"');
  }
});

test('a made-up or tampered cookie opens nothing', async () => {
  const { cookie } = await anOrganizer(server, 'owner', 'tina');
  for (const tried of [cookie.replace(/=(.)/, '=x$1'), `${cookie.slice(0, -4)}AAAA`, cookie.replace('.', '%2E.')])
    expect((await server.get('/organize', { headers: { Cookie: tried } })).status).toBe(303);
  const Cookie = ['session_token', 'two_factor', 'passkey'].map((name) => `organizer.${name}=%E0`).join('; ');
  for (const path of ['/organize', '/organize/code'])
    expect((await server.get(path, { headers: { Cookie } })).status).toBe(303);
});

test('ten wrong passwords close the door for a handle, the right one too, for a quarter of an hour', async () => {
  const gus = await joined(server, 'gus');
  const attempt = (given: string) => aBrowser(server).post('/organize/sign-in', { handle: 'gus', password: given });
  const answers = await Promise.all(Array.from({ length: 15 }, () => attempt('a wrong password')));
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(422), count(429)]).toEqual([10, 5]);
  const shut = await attempt(password);
  expect(shut.status).toBe(429);
  expect(Number(shut.headers.get('Retry-After'))).toBeGreaterThan(800);
  const log = await (await gus.browser.get('/organize/log')).text();
  expect(log.match(/gus was locked out/g)).toHaveLength(1);
  server.pass(901);
  expect((await attempt(password)).status).toBe(303);
});

test('wrong codes lock the second step, whichever browser they come from, and the log says so', async () => {
  const lock = await aServer();
  const lia = await joined(lock, 'lia');
  const statuses: number[] = [];
  for (let round = 0; round < 3; round++) {
    const browser = aBrowser(lock);
    await browser.post('/organize/sign-in', { handle: 'lia', password });
    for (let tries = 0; tries < 4; tries++)
      statuses.push((await browser.post('/organize/code', { code: '000000' })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429]);
  const browser = aBrowser(lock);
  await browser.post('/organize/sign-in', { handle: 'lia', password });
  const right = await browser.post('/organize/code', { code: nextCode(lia.secret) });
  expect(right.status).toBe(429);
  expect(Number(right.headers.get('Retry-After'))).toBeGreaterThan(500);
  expect(await (await lia.browser.get('/organize/log')).text()).toContain('lia was locked out');
  await lock.stop();
});

test('one network that tries many handles is shut out, and what it typed stands in no log', async () => {
  const guessed = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
  const { browser } = await joined(guessed, 'nora');
  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const guess = { handle: 'guess0', password: 'guess' };
  const statuses: number[] = [];
  for (let tries = 0; tries < 31; tries++) {
    const next = { ...guess, handle: `guess${tries}` };
    statuses.push((await guessed.post('/organize/sign-in', next, from('192.0.2.1'))).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 30 }, () => 422), 429]);
  const log = await (await browser.get('/organize/log')).text();
  expect(log + guessed.logged.join()).not.toContain('guess');
  expect((await guessed.postJson('/organize/passkeys/ask', {}, from('192.0.2.1'))).status).toBe(429);
  expect((await guessed.post('/organize/sign-in', guess, from('192.0.2.2'))).status).toBe(422);
  await guessed.stop();
});

test('the 65,536 networks of one IPv6 /48 have thirty tries together, and the next one has its own', async () => {
  const guessed = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
  const guess = async (tries: number, address: string): Promise<number> => {
    const sent = { handle: `guess${tries}`, password: 'guess' };
    return (await guessed.post('/organize/sign-in', sent, { 'X-Forwarded-For': address })).status;
  };
  for (let tries = 0; tries < 30; tries++) expect(await guess(tries, `2001:db8:1:${tries.toString(16)}::1`)).toBe(422);
  expect(await guess(30, '2001:db8:1:ffff::1')).toBe(429);
  expect(await guess(31, '2001:db8:2::1')).toBe(422);
  await guessed.stop();
});

test('a stranger behind a proxy that nobody has named shuts no organizer out, and fills no disk with challenges', async () => {
  const proxied = await aServer();
  await joined(proxied, 'olaf');
  const signIn = (handle: string, given: string) =>
    proxied.post('/organize/sign-in', { handle, password: given }, { 'X-Forwarded-For': '203.0.113.5' });
  for (let tries = 0; tries < 31; tries++) expect((await signIn(`guess${tries}`, 'a guess')).status).toBe(422);
  expect((await signIn('olaf', password)).status).toBe(303);
  const { internalAdapter } = await (await proxied.accounts()).auth.$context;
  const identifiers = ['oldest', ...Array.from({ length: 299 }, (_, at) => `asked-${at}`), '2fa-step'];
  await Promise.all(
    identifiers.map((identifier, at) => {
      const value = identifier === '2fa-step' ? 'an-id' : '{"type":"authentication","expectedChallenge":"made-up"}';
      return internalAdapter.createVerificationValue({ identifier, value, expiresAt: new Date(Date.now() + at) });
    }),
  );
  const from = { 'X-Forwarded-For': '203.0.113.5' };
  expect((await proxied.postJson('/organize/passkeys/ask', {}, from)).status).toBe(200);
  const kept = await Promise.all(
    ['oldest', 'asked-0', '2fa-step'].map((identifier) => internalAdapter.findVerificationValue(identifier)),
  );
  expect(kept.map((found) => found !== null)).toEqual([false, true, true]);
  await proxied.stop();
});

test('passkeys are asked for by scripts of our own pages only', async () => {
  const { cookie } = await anOrganizer(server, 'owner', 'pia');
  for (const path of ['/organize/passkeys/ask', '/organize/passkeys/sign-in', '/organize/passkeys/add/ask']) {
    const post = (headers: Record<string, string>) =>
      fetch(server.url + path, { method: 'POST', body: '{}', headers: { Cookie: cookie, ...headers } });
    expect((await post({ 'Content-Type': 'application/json' })).status).toBe(403);
    expect((await post({ 'Content-Type': 'application/json', Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ 'Content-Type': 'text/plain', Origin: server.url })).status).toBe(415);
  }
  const asked = (await (await server.postJson('/organize/passkeys/ask', {})).json()) as Record<string, unknown>;
  expect(asked).toMatchObject({ userVerification: 'required', rpId: 'localhost' });
  expect(asked).not.toHaveProperty('allowCredentials');
  for (const response of [{}, { id: 'made-up' }, { id: { $gt: '' } }, []])
    expect((await server.postJson('/organize/passkeys/sign-in', { response })).status).toBe(422);
});

test('adding a passkey takes the password, so that an open laptop is not enough', async () => {
  const { browser } = await joined(server, 'paul');
  const askFor = (given: string) => browser.postJson('/organize/passkeys/add/ask', { name: 'phone', password: given });
  for (const wrong of ['not the password', `${password}\0`, `${password}\uD83D`])
    expect([wrong, (await askFor(wrong)).status]).toEqual([wrong, 422]);
  const asked = await askFor(password);
  expect(asked.status).toBe(200);
  expect(await asked.json()).toMatchObject({
    user: { name: 'paul', displayName: 'paul' },
    authenticatorSelection: { userVerification: 'required' },
  });
  const made = await browser.postJson('/organize/passkeys/add', { name: 'phone', response: { id: 'made-up' } });
  expect(made.status).toBe(422);
});
