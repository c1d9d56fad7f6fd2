import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { strings } from '../../src/strings/strings.ts';
import { aBrowser, invitation, joined, joinPath, nextCode, password, setUp, signIn } from '../support/a-browser.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { runCommand } from '../support/run-command.ts';
import { totp } from '../support/totp.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const sessionName = 'organizer.session_token';

test('Olga follows her invitation, chooses a password, sets up her app, and is signed in', async () => {
  const link = await invitation(server, 'olga');
  const olga = aBrowser(server);
  const shown = await olga.get(link);
  expect(await shown.text()).toContain('olga');
  expect(shown.headers.get('Referrer-Policy')).toBe('strict-origin');
  expect((await olga.get(link)).status).toBe(200);

  const { faults } = strings('en').organize.accounts;
  for (const [refused, why] of [
    ['too short', faults.passwordShort(12)],
    ['gravel\0potato whistle', faults.passwordControl],
    ['Password12345', faults.passwordEasy],
    ['olga-olga-2026', faults.passwordEasy],
    ['social-credit-1', faults.passwordEasy],
  ] as const) {
    const answer = await olga.post(link, { password: refused });
    expect([refused, answer.status]).toEqual([refused, 422]);
    expect(await answer.text()).toContain(why);
  }
  const chosen = await olga.post(link, { password });
  expect([chosen.status, chosen.headers.get('Location')]).toEqual([303, '/organize/second-step']);
  expect((await olga.get('/organize')).headers.get('Location')).toBe('/organize/sign-in');

  const half = olga.cookies.get(sessionName);
  const wrong = await olga.post('/organize/second-step', { code: '000000' });
  expect(wrong.status).toBe(422);
  const { recoveryCodes } = await setUp(olga);
  expect(recoveryCodes).toHaveLength(10);
  expect(olga.cookies.get(sessionName)).not.toBe(half);
  expect((await olga.get('/organize')).status).toBe(200);
  expect((await olga.get('/organize/second-step')).headers.get('Location')).toBe('/organize/sign-in');
});

test('an invitation works once, and for three days', async () => {
  const link = await invitation(server, 'onno', 'viewer');
  await aBrowser(server).post(link, { password });
  const again = await aBrowser(server).post(link, { password: 'another long password' });
  expect(again.status).toBe(410);

  const late = await aServer();
  const lapsing = await invitation(late, 'lara');
  late.wait(3 * 86_400 + 1);
  expect((await late.get(lapsing)).status).toBe(410);
  await late.stop();
  expect((await server.get(`/organize/join/${'A'.repeat(43)}`)).status).toBe(404);
});

test('whoever left before the second step comes back to it by their password, and gets nowhere else', async () => {
  await aBrowser(server).post(await invitation(server, 'otto', 'editor'), { password });
  const otto = aBrowser(server);
  const answer = await otto.post('/organize/sign-in', { handle: 'otto', password });
  expect(answer.headers.get('Location')).toBe('/organize/second-step');
  expect((await otto.get('/organize/account')).headers.get('Location')).toBe('/organize/sign-in');
  await setUp(otto);
  expect((await otto.get('/organize/account')).status).toBe(200);
});

test('signing in takes password and code, gives a new session, and ends the one before', async () => {
  const ada = await joined(server, 'ada');
  const first = ada.browser.cookies.get(sessionName) ?? '';
  const step = await ada.browser.post('/organize/sign-in', { handle: 'ada', password });
  expect(step.headers.get('Location')).toBe('/organize/code');
  const done = await ada.browser.post('/organize/code', { code: nextCode(ada.secret) });
  expect([done.status, done.headers.get('Location')]).toEqual([303, '/organize']);
  expect(ada.browser.cookies.get(sessionName)).not.toBe(first);
  expect((await ada.browser.get('/organize')).status).toBe(200);
  const old = await server.get('/organize', { headers: { Cookie: `${sessionName}=${first}` } });
  expect(old.headers.get('Location')).toBe('/organize/sign-in');
});

test('a password alone, without the code, opens nothing', async () => {
  const abel = await joined(server, 'abel');
  const browser = aBrowser(server);
  await browser.post('/organize/sign-in', { handle: 'abel', password });
  for (const path of ['/organize', '/organize/account', '/organize/log', '/organize/second-step'])
    expect((await browser.get(path)).headers.get('Location')).toBe('/organize/sign-in');
  const wrong = await browser.post('/organize/code', { code: totp(abel.secret, { steps: 9 }) });
  expect(wrong.status).toBe(422);
});

test('a code that was used already is not taken a second time', async () => {
  const anna = await joined(server, 'anna');
  const [watched, thief] = [aBrowser(server), aBrowser(server)];
  for (const browser of [watched, thief]) await browser.post('/organize/sign-in', { handle: 'anna', password });
  const code = nextCode(anna.secret);
  expect((await watched.post('/organize/code', { code })).status).toBe(303);
  expect((await thief.post('/organize/code', { code })).status).toBe(422);
  expect((await thief.get('/organize')).status).toBe(303);
  expect((await watched.get('/organize')).status).toBe(200);
});

test('a recovery code signs in once', async () => {
  const rosa = await joined(server, 'rosa');
  const [code = ''] = rosa.recoveryCodes;
  for (const status of [303, 422]) {
    const browser = aBrowser(server);
    await browser.post('/organize/sign-in', { handle: 'rosa', password });
    expect((await browser.post('/organize/code', { code })).status).toBe(status);
  }
});

test('an unknown handle and a wrong password get the same page, in about the same time', async () => {
  await joined(server, 'timo');
  const pages = new Set<string>();
  const times = { timo: [] as number[], nobody: [] as number[] };
  for (let round = 0; round < 4; round++)
    for (const handle of ['timo', 'nobody'] as const) {
      const began = performance.now();
      const answer = await server.post('/organize/sign-in', { handle, password: 'not the password' });
      times[handle].push(performance.now() - began);
      pages.add(`${answer.status} ${(await answer.text()).replaceAll(handle, '')}`);
    }
  expect(pages.size).toBe(1);
  const least = (list: number[]) => Math.min(...list);
  expect(least(times.nobody) / least(times.timo)).toBeGreaterThan(0.4);
  expect(least(times.nobody) / least(times.timo)).toBeLessThan(2.5);
});

test('signing out ends the session in the database, not only in the browser', async () => {
  const { browser } = await joined(server, 'sina');
  const copied = browser.cookies.get(sessionName) ?? '';
  await browser.get('/organize/sign-out');
  expect((await browser.get('/organize')).status).toBe(200);
  await browser.post('/organize/sign-out', {});
  expect(browser.cookies.has(sessionName)).toBe(false);
  const old = await server.get('/organize', { headers: { Cookie: `${sessionName}=${copied}` } });
  expect(old.status).toBe(303);
});

test('forms of another site sign nobody in or out', async () => {
  const { browser } = await joined(server, 'cora');
  const foreign = { Origin: 'https://evil.example' };
  expect((await browser.post('/organize/sign-out', {}, foreign)).status).toBe(403);
  expect((await browser.post('/organize/sign-in', { handle: 'cora', password }, foreign)).status).toBe(403);
  expect((await browser.get('/organize')).status).toBe(200);
});

test('two sign-ins of one organizer stand side by side', async () => {
  const sara = await joined(server, 'sara');
  const other = await signIn(server, sara);
  expect((await sara.browser.get('/organize')).status).toBe(200);
  expect((await other.get('/organize')).status).toBe(200);
});

test('over https the session is a __Host- cookie that no script, no other site and no other host gets', async () => {
  const behind = await aServer({ env: { SITE_URL: 'https://campaign.example' } });
  const link = joinPath((await runCommand(behind, 'organizer', 'add', 'hana', '--role', 'owner')).stdout);
  const { port } = behind;
  const cookies = await new Promise<string[]>((resolve, reject) => {
    const headers = {
      Host: 'campaign.example',
      Origin: 'https://campaign.example',
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const sent = request({ port, method: 'POST', path: link, headers }, (answer) => {
      answer.resume();
      resolve(answer.headers['set-cookie'] ?? []);
    });
    sent.on('error', reject);
    sent.end(new URLSearchParams({ password }).toString());
  });
  await behind.stop();
  const session = cookies.find((cookie) => cookie.startsWith('__Host-organizer.session_token='));
  const attributes = session?.split('; ').slice(1).toSorted();
  expect(attributes).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict', 'Secure']);
});
