import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { anOrganizer, type TestOrganizer } from '../support/an-organizer.ts';

let server: TestServer;
let olga: TestOrganizer;
let vera: TestOrganizer;
beforeAll(async () => {
  // Tests come from this machine, and say where from like a proxy does.
  server = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
  // A network has another tag after midnight.
  if (Date.now() % 86_400_000 > 86_100_000) server.wait(600);
  olga = await anOrganizer(server, 'editor', 'olga');
  vera = await anOrganizer(server, 'viewer', 'vera');
});
afterAll(() => server.stop());

const path = '/organize/social-credit/invalidations';
const sign = (email: string, from: string) =>
  server.post('/social-credit/sign', aSignature({ email }), { 'X-Forwarded-For': from });
const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text();

test('she sees how many forms had the hidden field filled in, and takes those out by it', async () => {
  const [, honeypot] = /<input id="(f[0-9a-f]{10})" name="\1"/.exec(await textOf(server.get('/social-credit')))!;
  const robot = aSignature({ email: 'robot@example.org', [honeypot!]: 'http://made-up.example/' });
  expect((await server.post('/social-credit/sign', robot, { 'X-Forwarded-For': '192.0.2.8' })).status).toBe(303);
  expect((await sign('human@example.org', '192.0.2.9')).status).toBe(303);
  expect(await textOf(vera.get('/organize/social-credit/trends'))).toContain('1 of 2 forms of the last 14 days, 50%');
  const trends = await textOf(olga.get('/organize/social-credit/trends'));
  expect(trends).toContain(`href="${path}/new?honeypot=yes"`);
  expect(await textOf(olga.get(`${path}/new?honeypot=yes`))).toMatch(/value="yes" selected/);
  const form = { honeypot: 'yes', reason: 'A robot filled in what people do not see.' };
  const preview = await textOf(olga.post(`${path}/preview`, form));
  expect(preview).toContain('1 fit.');
  // What is previewed is what the button under it makes.
  expect(preview).toMatch(/<input type="hidden" name="honeypot" value="yes"/);
  const one = (await olga.post(path, form)).headers.get('Location')!;
  await expect.poll(() => textOf(vera.get(one))).toContain('1 signatures, of which 0 had counted');
  expect(await textOf(vera.get(one))).toContain('Hidden field filled in');
  await olga.post(`${one}/undo`, {});
  await expect.poll(() => textOf(vera.get(one))).toMatch(/Undone<\/dd>/);
});

test('Olga finds forty signatures of one network, looks, takes them out with a reason, and undoes it', async () => {
  for (let at = 0; at < 40; at++)
    expect((await sign(`made-up-${at}@disposable.example`, `203.0.113.${at}`)).status).toBe(303);
  await sign('sam@example.org', '198.51.100.7');
  for (const email of ['made-up-0@disposable.example', 'sam@example.org']) {
    const [mail] = await server.mailsTo(email);
    expect((await server.post(linkIn(mail!), {})).status).toBe(303);
  }
  expect(await countOn(server)).toBe(2);

  const trends = await textOf(olga.get('/organize/social-credit/trends'));
  expect(trends).not.toContain('203.0.113');
  expect(trends).toContain('disposable.example (to throw away)');
  const [, network] = /invalidations\/new\?network=([0-9a-f]{16})/.exec(trends)!;
  expect(trends).toContain(`>${network!.slice(0, 6)}</th>`);
  expect(await textOf(olga.get(`${path}/new?network=${network}`))).toContain(`value="${network}"`);

  const form = { network: network!, reason: 'One machine made them up.' };
  const preview = await textOf(olga.post(`${path}/preview`, form));
  expect(preview).toContain('40 fit. By those that are confirmed, 1,');
  expect(await countOn(server)).toBe(2);

  const made = await olga.post(path, form);
  expect(made.status).toBe(303);
  const one = made.headers.get('Location')!;
  await expect.poll(() => textOf(vera.get(one))).toContain('40 signatures, of which 1 had counted');
  await expect.poll(() => countOn(server)).toBe(1);
  expect(await textOf(vera.get(path))).toContain('One machine made them up.');
  const [mail] = await server.mailsTo('made-up-0@disposable.example');
  const page = await textOf(server.get(linkIn(mail!).replace('/confirm/', '/me/')));
  expect(page).toContain('One machine made them up.');
  expect(page).toContain('took your signature out of the count');
  expect((await server.get(linkIn(mail!))).status).toBe(410);

  expect((await olga.post(`${one}/undo`, {})).headers.get('Location')).toBe(one);
  await expect.poll(() => countOn(server)).toBe(2);
  await expect.poll(() => textOf(vera.get(one))).toMatch(/Undone<\/dd>/);
  expect(server.troubles).toEqual([]);
});

test('a viewer looks and takes nothing out, and whoever is not signed in does neither', async () => {
  const form = { country: 'DE', reason: 'Because.' };
  expect((await vera.get('/organize/social-credit/trends')).status).toBe(200);
  expect(await textOf(vera.get('/organize/social-credit/trends'))).not.toContain('invalidations/new');
  expect((await vera.get(path)).status).toBe(200);
  for (const answer of [
    vera.get(`${path}/new`),
    vera.post(path, form),
    vera.post(`${path}/preview`, form),
    vera.post(`${path}/1/undo`, {}),
  ])
    expect((await answer).status).toBe(403);
  for (const answer of [
    server.post(path, form),
    server.post(`${path}/preview`, form),
    server.post(`${path}/1/undo`, {}),
  ])
    expect((await answer).status).toBe(401);
  for (const place of ['/organize/social-credit/trends', path, `${path}/1`, `${path}/new`])
    expect((await server.get(place)).headers.get('Location')).toBe('/organize/sign-in');
  const foreign = { Cookie: olga.cookie, Origin: 'http://evil.example' };
  for (const place of [path, `${path}/preview`, `${path}/1/undo`])
    expect((await server.post(place, form, foreign)).status).toBe(403);
});

test('what would empty the petition, or gives no reason, is not taken, and the form says what to do', async () => {
  const refused = async (fields: Record<string, string>): Promise<string> => {
    const answer = await olga.post(path, { country: 'DE', reason: 'Because.', ...fields });
    expect(answer.status).toBe(422);
    return answer.text();
  };
  expect(await refused({ country: '', state: 'pending' })).toContain('href="#from"');
  expect(await refused({ reason: ' ' })).toContain('Write why.');
  expect(await refused({ reason: 'x'.repeat(301) })).toContain('300 characters or fewer');
  expect(await refused({ domain: 'not a domain' })).toContain('value="not a domain"');
  expect(await refused({ from: '2026-11-23T14:00', to: '2026-11-23T13:00' })).toContain('Choose a later hour');
  expect(await refused({ country: 'VA' })).toContain('No signature fits');
  expect((await olga.get(`${path}/999`)).status).toBe(404);
  expect((await olga.post(`${path}/999/undo`, {})).status).toBe(404);
});

test('a domain that Olga types is found by its tag, and its name is kept nowhere', async () => {
  for (const name of ['ida', 'ivo']) await sign(`${name}@small-office.example`, '198.51.100.9');
  const preview = await textOf(olga.post(`${path}/preview`, { domain: 'Small-Office.example', reason: 'Because.' }));
  expect(preview).toContain('2 fit. By those that are confirmed, 0,');
  const [, tag] = /type="hidden" name="domain" value="([0-9a-f]{16})"/.exec(preview)!;
  const made = await olga.post(path, { domain: tag!, reason: 'Because.' });
  await expect.poll(() => textOf(olga.get(made.headers.get('Location')!))).toContain('2 signatures, of which 0');
  expect(await textOf(olga.get(made.headers.get('Location')!))).not.toContain('small-office');
});
