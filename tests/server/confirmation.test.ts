import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForAnswers } from '../../src/campaign/ask-for-answers.ts';
import { readConfig } from '../../src/config.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { openContext, type OpenContext } from '../../src/open-context.ts';
import { tables } from '../../src/store/tables.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

let server: TestServer;
/** The same database, opened beside the server, by the server's clock. */
let beside: OpenContext;
let ahead = 0;
beforeAll(async () => {
  server = await aServer();
  const now = () => Math.floor(Date.now() / 1000) + ahead;
  beside = await openContext(readConfig({ DATA_DIR: server.dataDir, ...server.env }), now);
});
afterAll(async () => {
  await beside.close();
  await server.stop();
});

const sign = (changes: Record<string, string>) => server.post('/social-credit/sign', aSignature(changes));
const pass = (seconds: number): void => {
  server.wait(seconds);
  ahead += seconds;
};
const counted = async (): Promise<number> => {
  const answer = await (await server.get('/api/v1/campaigns/social-credit')).json();
  return (answer as { signatures: { confirmed: number } }).signatures.confirmed;
};

/** Everything that is stored, in one text. */
async function everyRow(): Promise<string> {
  const rows = await Promise.all(tables.map(({ name }) => beside.store.read.selectFrom(name).selectAll().execute()));
  return JSON.stringify(rows);
}

/** What a mail links to on our site, from its text and its HTML. */
async function emailedLinks(): Promise<string[]> {
  const mails = await server.mailsTo('');
  const found = mails.flatMap(
    ({ text, html = '' }) => `${text} ${html}`.match(/http:\/\/localhost:\d+[\w/.-]*/g) ?? [],
  );
  return [...new Set(found.map((link) => new URL(link).pathname))];
}

test('GET and HEAD on emailed links change nothing, whoever follows them, and no script on a page presses its button', async () => {
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  const [representative = ''] = /(?<=name="representative"[^>]*value=")\d+/.exec(page) ?? [];
  await server.post('/social-credit/letter', aLetter(representative));
  await server.post(linkIn((await server.mailsTo('wanda@example.org'))[0]!), {});
  await server.mailsTo('wanda@example.org', 2);
  pass(14 * daySeconds);
  expect(await askForAnswers(beside, beside.campaigns.get('social-credit')!)).toBe(1);
  await sign({ email: 'suzie@example.org' });
  await server.post(linkIn((await server.mailsTo('suzie@example.org'))[0]!), {});
  await server.post('/me', { email: 'suzie@example.org' });
  await sign({ email: 'sam@example.org' });
  await server.post('/social-credit/letter', aLetter(representative, { email: 'willa@example.org' }));
  for (const [address, count] of Object.entries({ suzie: 2, sam: 1, willa: 1, wanda: 3 }))
    await server.mailsTo(`${address}@example.org`, count);

  const links = (await emailedLinks()).filter((path) => /^\/(?:confirm|me|answered|why)\//.test(path));
  expect(new Set(links.map((path) => path.split('/')[1]))).toEqual(new Set(['confirm', 'me', 'answered', 'why']));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const before = await everyRow();
  for (const path of links)
    for (const [method, headers] of [
      ['GET', {}],
      ['HEAD', {}],
      ['GET', { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch;prerender' }],
      ['GET', { 'User-Agent': 'Mozilla/5.0 HeadlessChrome/120.0.0.0 Safari/537.36', Referer: 'https://mail.example' }],
    ] as const) {
      const answer = await server.get(`${path}?utm_source=scanner`, { method, headers });
      expect(answer.status, `at ${path}`).toBe(200);
      const html = await answer.text();
      expect(html, `at ${path}`).not.toMatch(/http-equiv="refresh"/i);
      if (/^\/(?:confirm|answered|why)\//.test(path)) expect(html, `at ${path}`).not.toContain('<script');
    }
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await everyRow()).toBe(before);
}, 90_000);

test('POST confirms: the token’s 32 bytes are stored hashed, hold for seven days and more, and count once however often', async () => {
  const before = await counted();
  await sign({ email: 'late@example.org' });
  const link = linkIn((await server.mailsTo('late@example.org'))[0]!);
  const secret = Buffer.from(link.slice('/confirm/'.length), 'base64url').subarray(16);
  expect(secret).toHaveLength(32);
  const hash = createHash('sha256').update(secret).digest();
  const rows = await beside.store.read.selectFrom('signatures').selectAll().execute();
  expect(rows.filter(({ link_hash }) => hash.equals(link_hash))).toHaveLength(1);
  const stored = (await everyRow()).toLowerCase();
  for (const spelling of ['base64', 'base64url', 'hex'] as const)
    expect(stored).not.toContain(secret.toString(spelling).toLowerCase());
  expect(stored).not.toContain(JSON.stringify([...secret]).slice(1, -1));

  expect((await server.get(link)).status).toBe(200);
  pass(7 * daySeconds - 60);
  const pressed = await Promise.all(Array.from({ length: 5 }, () => server.post(link, {})));
  for (const answer of [...pressed, await server.post(link, {})]) {
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/social-credit/signed');
  }
  expect(await counted()).toBe(before + 1);
  pass(3600);
  expect((await server.post(link, {})).status).toBe(303);
  expect(await counted()).toBe(before + 1);
});

test('at most 3 mails a day go to one address that is not verified, whichever forms ask for them, and three more tomorrow', async () => {
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  const [representative = ''] = /(?<=name="representative"[^>]*value=")\d+/.exec(page) ?? [];
  const email = 'victim@example.org';
  const bomb = async () => {
    const statuses = [];
    for (let round = 0; round < 4; round++) {
      statuses.push((await sign({ email })).status);
      statuses.push((await server.post('/social-credit/letter', aLetter(representative, { email }))).status);
      statuses.push((await server.post('/me', { email })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([303]));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    return (await server.mailsTo(email)).length;
  };
  expect(await bomb()).toBe(3);
  pass(daySeconds);
  expect(await bomb()).toBe(6);
}, 30_000);
