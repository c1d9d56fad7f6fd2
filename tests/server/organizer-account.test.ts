import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteOwnAct } from '../../src/campaign/own-sign-in.ts';
import { readConfig } from '../../src/config.ts';
import { openContext } from '../../src/open-context.ts';
import { strings } from '../../src/strings/strings.ts';
import { aBrowser, joined, joinPath, password, setUp, signIn, type Joined } from '../support/a-browser.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { runCommand } from '../support/run-command.ts';

let server: TestServer;
let olga: Joined;
beforeAll(async () => {
  server = await aServer();
  olga = await joined(server, 'olga');
});
afterAll(() => server.stop());

const isIn = async ({ get }: { get: (path: string) => Promise<Response> }) => (await get('/organize')).status === 200;
const change = (fields: Record<string, string>) => olga.browser.post('/organize/organizers/change', fields);
const logOf = async () => (await olga.browser.get('/organize/log')).text();

test('Olga ends another session of hers, and that one is out at its next request', async () => {
  const elsewhere = await signIn(server, olga);
  const html = await (await olga.browser.get('/organize/account')).text();
  const ids = [...html.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids).toHaveLength(2);
  await olga.browser.post('/organize/account/sessions', { session: ids[0]! });
  expect([await isIn(elsewhere), await isIn(olga.browser)]).toEqual([false, true]);
});

test('nobody ends a session that is not theirs', async () => {
  const eva = await joined(server, 'eva', 'editor');
  const html = await (await eva.browser.get('/organize/account')).text();
  const [, session = ''] = /name="session" value="([^"]+)"/.exec(html) ?? [];
  await olga.browser.post('/organize/account/sessions', { session });
  expect(await isIn(eva.browser)).toBe(true);
});

test('a new password takes the current one, and ends all other sessions', async () => {
  const pam = await joined(server, 'pam', 'editor');
  const elsewhere = await signIn(server, pam);
  const halfway = aBrowser(server);
  await halfway.post('/organize/sign-in', { handle: 'pam', password });
  const post = (current: string, chosen: string) =>
    pam.browser.post('/organize/account/password', { current, password: chosen });
  expect((await post('not the password', 'another long password')).status).toBe(422);
  for (const refused of [
    'short',
    'Summer2026!!!',
    'pampampampam',
    'another long\0 password',
    'another long \uFFFD password',
  ])
    expect([refused, (await post(password, refused)).status]).toEqual([refused, 422]);
  const { faults } = strings('en').organize.accounts;
  for (const sign of ['\0', '\x1B', '\uFFFD']) {
    const broken = `${password}${sign}`;
    const changed = await post(broken, 'another long password');
    const came = await aBrowser(server).post('/organize/sign-in', { handle: 'pam', password: broken });
    expect([changed.status, await changed.text()]).toEqual([422, expect.stringContaining(faults.passwordWrong)]);
    expect([came.status, await came.text()]).toEqual([422, expect.stringContaining(faults.signInWrong)]);
  }
  expect(await isIn(elsewhere)).toBe(true);
  expect((await post(password, 'another long password')).headers.get('Location')).toContain('done=password');
  expect([await isIn(elsewhere), await isIn(pam.browser)]).toEqual([false, true]);
  expect((await halfway.get('/organize/code')).headers.get('Location')).toBe('/organize/sign-in?again');
  const browser = aBrowser(server);
  expect((await browser.post('/organize/sign-in', { handle: 'pam', password })).status).toBe(422);
  const fresh = await browser.post('/organize/sign-in', { handle: 'pam', password: 'another long password' });
  expect(fresh.headers.get('Location')).toBe('/organize/code');
});

test('new recovery codes take the place of the old ones', async () => {
  const rita = await joined(server, 'rita', 'viewer');
  const post = (given: string) =>
    rita.browser.post('/organize/account/recovery-codes', { 'password-for-codes': given });
  expect((await post('not the password')).status).toBe(422);
  const [, fresh = ''] = /<code[^>]*>([\w-]{11})<\/code>/.exec(await (await post(password)).text()) ?? [];
  for (const [code, status] of [
    [rita.recoveryCodes[0]!, 422],
    [fresh, 303],
  ] as const) {
    const browser = aBrowser(server);
    await browser.post('/organize/sign-in', { handle: 'rita', password });
    expect((await browser.post('/organize/code', { code })).status).toBe(status);
  }
});

test('an owner changes a role, and it holds at the next click', async () => {
  const rolf = await joined(server, 'rolf', 'viewer');
  expect((await rolf.browser.get('/organize/organizers')).status).toBe(403);
  await change({ act: 'role', handle: 'rolf', role: 'owner' });
  expect((await rolf.browser.get('/organize/organizers')).status).toBe(200);
  await change({ act: 'role', handle: 'rolf', role: 'viewer' });
  expect((await rolf.browser.get('/organize/organizers')).status).toBe(403);
  expect(await logOf()).toContain('olga made rolf viewer; before: owner.');
});

test('an owner signs somebody out everywhere, and removes them', async () => {
  const max = await joined(server, 'max', 'editor');
  await change({ act: 'end-sessions', handle: 'max' });
  expect(await isIn(max.browser)).toBe(false);
  const again = await signIn(server, max);
  expect(await isIn(again)).toBe(true);
  await change({ act: 'remove', handle: 'max' });
  expect(await isIn(again)).toBe(false);
  expect((await aBrowser(server).post('/organize/sign-in', { handle: 'max', password })).status).toBe(422);
});

test('an invitation’s link is shown once, and an owner withdraws it', async () => {
  const invite = (handle: string, role = 'viewer') =>
    olga.browser.post('/organize/organizers/invite', { handle, role });
  expect((await invite('Not a handle!')).status).toBe(422);
  expect((await invite('olga')).status).toBe(422);
  expect((await invite('ida', '')).status).toBe(422);
  const first = joinPath(await (await invite('ida')).text());
  const second = joinPath(await (await invite('ida')).text());
  expect((await server.get(first)).status).toBe(404);
  expect((await server.get(second)).status).toBe(200);
  expect(await (await olga.browser.get('/organize/organizers')).text()).not.toContain('/organize/join/');
  await change({ act: 'remove', handle: 'ida' });
  expect((await server.get(second)).status).toBe(404);
});

test('a command beside the server resets Olga: she is out at once, and begins again by the link', async () => {
  const reset = await joined(server, 'olaf', 'editor');
  const { stdout } = await runCommand(server, 'organizer', 'reset', 'olaf');
  expect(await isIn(reset.browser)).toBe(false);
  const sent = await aBrowser(server).post('/organize/sign-in', { handle: 'olaf', password });
  expect(sent.status).toBe(422);
  const browser = aBrowser(server);
  await browser.post(joinPath(stdout), { password: 'quite another password' });
  const fresh = await setUp(browser);
  expect(fresh.secret).not.toBe(reset.secret);
  expect(await isIn(browser)).toBe(true);
  expect((await browser.get('/organize/organizers')).status).toBe(403);
});

test('the log tells what happened in sentences, newest first and in pages', async () => {
  const log = await logOf();
  expect(log).toContain('Somebody at the server reset olaf');
  expect(log).toContain('inviter invited olga as owner.');
  expect(log.indexOf('reset olaf')).toBeLessThan(log.indexOf('invited olga'));
  for (let click = 0; click < 50; click++) await change({ act: 'role', handle: 'eva', role: 'editor' });
  const [newest, oldest] = [await logOf(), /\?before=\d+/.exec(await logOf())?.[0]];
  expect(newest).not.toContain('invited olga');
  expect(await (await olga.browser.get(`/organize/log${oldest}`)).text()).toContain('invited olga');
});

test('an act that has no sentence yet is shown as it is stored, and no markup comes out of it', async () => {
  const other = await aServer();
  const ann = await joined(other, 'ann');
  const beside = await openContext(readConfig({ DATA_DIR: other.dataDir }), () => 0);
  await noteOwnAct(beside, 'ann', 'names-counted', { note: '<b>three</b>', of: ['a', 'b'] });
  await beside.close();
  const log = await (await ann.browser.get('/organize/log')).text();
  expect(log).toContain('names-counted; note: &lt;b&gt;three&lt;/b&gt;; of: a, b');
  await other.stop();
});
