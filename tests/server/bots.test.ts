import { afterAll, beforeAll, expect, test } from 'vitest';
import { postsByNetwork } from '../../src/domain/limits.ts';
import { createApp } from '../../src/http/app.ts';
import type { Site } from '../../src/http/site.ts';
import { strings } from '../../src/strings/strings.ts';
import { aServer, codeIn, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';
import { aSolution } from '../support/a-solution.ts';
import { runCommand } from '../support/run-command.ts';

let server: TestServer;
beforeAll(async () => {
  // Tests come from this machine, and say where from like a proxy does.
  server = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
  // Everybody begins anew at midnight.
  if (Date.now() % 86_400_000 > 86_100_000) server.wait(600);
});
afterAll(() => server.stop());

const api = '/api/v1/campaigns/social-credit/signatures';
const { problems } = strings('en');
let people = 0;
/** Somebody new, each time. */
const somebody = (): string => `somebody-${(people += 1)}@example.org`;
const from = (address: string) => ({ 'X-Forwarded-For': address });
const signFrom = (address: string, changes: Record<string, string> = {}) =>
  server.post('/social-credit/sign', aSignature({ email: somebody(), ...changes }), from(address));
const signatures = async (): Promise<number> => {
  const { stdout } = await runCommand(server, 'stats', 'social-credit', '--json');
  return (JSON.parse(stdout) as { pending: number }).pending;
};
const statuses = async (answers: Promise<Response>[]) =>
  Map.groupBy(await Promise.all(answers), ({ status }) => status);

test('a network that signs without work is told to wait, in words and for programs, and nothing more is stored', async () => {
  const most = postsByNetwork.workless.line.aMinute;
  const answers = await statuses(Array.from({ length: most + 5 }, () => signFrom('192.0.2.1')));
  expect([answers.get(303)?.length, answers.get(429)?.length]).toEqual([most, 5]);
  const refused = answers.get(429)![0]!;
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
  expect(refused.headers.get('Cache-Control')).toBe('no-store');
  expect(refused.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  const page = await refused.text();
  expect(page).toContain(problems[429].title);
  expect(page).toContain('href="/social-credit"');
  expect(await signatures()).toBe(most);

  const told = await server.postJson(api, aSignature({ email: somebody() }), from('192.0.2.1'));
  expect([told.status, told.headers.get('Content-Type')]).toEqual([429, 'application/problem+json']);
  expect(Number(told.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await told.json()).toEqual({ type: 'about:blank', status: 429, ...problems[429] });
  expect(await signatures()).toBe(most);
  // Nobody beside it, and nobody who only looks.
  expect((await signFrom('192.0.2.2')).status).toBe(303);
  for (const path of ['/', '/social-credit', '/social-credit/letter?country=GB', '/me'])
    expect((await server.get(path, { headers: from('192.0.2.1') })).status).toBe(200);
});

test('behind the same address whoever’s browser has worked signs on, by form and as JSON; a solution works once', async () => {
  const address = '192.0.2.33';
  while ((await signFrom(address)).status !== 429);
  const [one, other] = [await aSolution(server), await aSolution(server)];
  expect((await signFrom(address, { work: one })).status).toBe(303);
  const json = { ...aSignature({ email: somebody() }), work: other };
  expect((await server.postJson(api, json, from(address))).status).toBe(202);
  for (const used of [one, other, 'made-up', '', '%%%'])
    expect((await signFrom(address, { work: used })).status).toBe(429);
});

test('a mistake in the form does not use the work up', async () => {
  const address = '192.0.2.65';
  while ((await signFrom(address)).status !== 429);
  const work = await aSolution(server);
  expect((await signFrom(address, { work, name: '' })).status).toBe(422);
  expect((await signFrom(address, { work })).status).toBe(303);
});

test('a letter is sent on by work as well, which waits through the preview and is used when the letter is', async () => {
  const address = '192.0.2.97';
  while ((await signFrom(address)).status !== 429);
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  const [, representative = ''] = /name="representative" value="(\d+)"/.exec(page) ?? [];
  const write = (changes: Record<string, string>) =>
    server.post('/social-credit/letter', aLetter(representative, { email: somebody(), ...changes }), from(address));
  expect((await write({})).status).toBe(429);
  const work = await aSolution(server);
  const preview = await write({ work, preview: '1' });
  expect(preview.status).toBe(200);
  expect(await preview.text()).toContain(`name="work" value="${work}"`);
  expect((await write({ work })).status).toBe(303);
  expect((await write({ work })).status).toBe(429);
});

test('with work and without, and with the hidden field filled in, the answer is the same and so is the mail', async () => {
  const [, honeypot] = /<input id="(f[0-9a-f]{10})" name="\1"/.exec(await (await server.get('/social-credit')).text())!;
  const ways: Record<string, string>[] = [
    {},
    { work: await aSolution(server) },
    { work: 'wrong' },
    { [honeypot!]: 'http://made-up.example/' },
  ];
  const answers: unknown[] = [];
  for (const [at, way] of ways.entries()) {
    const email = somebody();
    const answer = await signFrom(`198.51.100.${at}`, { email, ...way });
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
    const [mail] = await server.mailsTo(email);
    const text = mail!.text
      .replace(linkIn(mail!), '')
      .replace(codeIn(mail!), '')
      .replaceAll(/me\/[\w-]+/g, '');
    answers.push({ status: answer.status, headers, text, subject: mail!.subject });
    const json = await server.postJson(api, { ...aSignature({ email: somebody() }), ...way }, from(`198.51.100.${at}`));
    expect(json.status).toBe(202);
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('work is asked for by campaign, anew each time, and nobody keeps it', async () => {
  const ask = () => server.get('/api/v1/campaigns/social-credit/challenge');
  const [one, other] = [await ask(), await ask()];
  expect([one.status, one.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(((await one.json()) as { signature: string }).signature).not.toBe(
    ((await other.json()) as { signature: string }).signature,
  );
  expect((await server.get('/api/v1/campaigns/no-such-campaign/challenge')).status).toBe(404);
});

test('one machine that asks for work all the time is told to wait, and takes it from nobody else', async () => {
  const ask = (address: string) => server.get('/api/v1/campaigns/social-credit/challenge', { headers: from(address) });
  const most = postsByNetwork.challenge.line.aMinute;
  const answers = await statuses(Array.from({ length: most + 80 }, () => ask('198.51.100.77')));
  expect([answers.get(200)?.length, answers.get(429)?.length]).toEqual([most, 80]);
  expect(Number(answers.get(429)![0]!.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await ask('203.0.113.77')).status).toBe(200);
});

test('where more ask for work than there is, an office signs without it as often as with it', async () => {
  const busy = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
  try {
    const ask = (at: number) =>
      busy.get('/api/v1/campaigns/social-credit/challenge', { headers: from(`2001:db8:${at.toString(16)}::1`) });
    let asked = 0;
    let short = false;
    while (!short && asked < 6000) {
      const answers = await statuses(Array.from({ length: 600 }, () => ask((asked += 1))));
      expect([...answers.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
      short = answers.has(503);
    }
    expect(short).toBe(true);
    const most = postsByNetwork.form.line.aMinute;
    const forms = Array.from({ length: most + 5 }, () =>
      busy.post('/social-credit/sign', aSignature({ email: somebody() }), from('192.0.2.9')),
    );
    const answers = await statuses(forms);
    expect([answers.get(303)?.length, answers.get(429)?.length]).toEqual([most, 5]);
  } finally {
    await busy.stop();
  }
});

test('every public form has a limit, none is forgotten, and the links in mails have one that nobody reaches', async () => {
  const site = { config: { siteUrl: 'http://localhost' }, now: () => 0 } as Site;
  const values: Record<string, string> = { locale: 'de', campaign: 'social-credit', answer: 'yes', token: 'made-up' };
  const posts = createApp(site, () => undefined)
    .routes.filter(({ method, path }) => method === 'POST' && !path.startsWith('/organize'))
    .map(({ path }) => path.replace(/:(\w+)(?:\{.+?\}(?=\/|$))?/g, (_all, name: string) => values[name] ?? ''));
  const paths = [...new Set(posts)];
  expect(paths.length).toBeGreaterThan(10);
  const knock = (path: string) => server.post(path, {}, from('203.0.113.99'));
  for (let posted = 0; posted < postsByNetwork.link.line.aMinute; posted += 50) {
    const answers = await statuses(Array.from({ length: 50 }, () => knock('/confirm/made-up')));
    expect([...answers.keys()]).toEqual([404]);
  }
  for (let posted = 0; posted < postsByNetwork.form.line.aMinute; posted += 40)
    await statuses(Array.from({ length: 40 }, () => knock('/me')));
  for (const path of paths) expect([path, (await knock(path)).status]).toEqual([path, 429]);
});

test('on this machine nobody is limited, and one line tells of a proxy that nobody has named', async () => {
  const local = await aServer();
  try {
    const signers = Array.from({ length: 300 }, (_, at) => aSignature({ email: `local-${at}@example.org` }));
    const alone = await statuses(signers.slice(0, 150).map((signer) => local.post('/social-credit/sign', signer)));
    expect(alone.get(303)).toHaveLength(150);
    expect(local.troubles).toEqual([]);
    const proxied = await statuses(
      signers.slice(150).map((signer, at) => local.post('/social-credit/sign', signer, from(`203.0.113.${at % 3}`))),
    );
    expect(proxied.get(303)).toHaveLength(150);
    expect(local.troubles).toHaveLength(1);
    expect(local.troubles[0]).toContain('TRUSTED_PROXIES');
    expect(local.troubles[0]).not.toMatch(/203\.0\.113|127\.0\.0/);
  } finally {
    await local.stop();
  }
});
