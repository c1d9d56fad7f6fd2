import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, codeIn, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const sign = (changes: Record<string, string>) => server.post('/social-credit/sign', aSignature(changes));
const stats = async (): Promise<number> => {
  const answer = (await (await server.get('/api/v1/campaigns/social-credit')).json()) as {
    signatures: { confirmed: number };
  };
  return answer.signatures.confirmed;
};

test('a fresh install counts nobody', async () => {
  expect(await countOn(server)).toBe(0);
  expect(await stats()).toBe(0);
});

test('Sam signs, gets a mail, presses the button and is counted once', async () => {
  const before = await stats();
  const signed = await sign({});
  expect(signed.status).toBe(303);
  expect(signed.headers.get('location')).toBe('/social-credit/check-your-mail');
  expect(await stats()).toBe(before);

  const [mail] = await server.mailsTo('sam@example.org');
  const link = linkIn(mail!);
  for (const method of ['GET', 'HEAD']) expect((await server.get(link, { method })).status).toBe(200);
  expect(await stats()).toBe(before);

  for (let press = 0; press < 2; press++) {
    const confirmed = await server.post(link, {});
    expect(confirmed.status).toBe(303);
    expect(confirmed.headers.get('location')).toBe('/social-credit/signed');
  }
  expect(await stats()).toBe(before + 1);
  expect(await countOn(server)).toBe(before + 1);
});

test('Cora types the code instead, and the code by which she came goes on with her; the code is no use with another address', async () => {
  await sign({ email: 'cora@example.org', source: 'newsletter' });
  const [mail] = await server.mailsTo('cora@example.org');
  const code = codeIn(mail!);
  const wrong = await server.post('/social-credit/confirm-code', { email: 'dora@example.org', code });
  expect(wrong.status).toBe(422);
  const right = await server.post('/social-credit/confirm-code', { email: 'cora@example.org', code });
  expect(right.headers.get('location')).toBe('/social-credit/signed?source=newsletter');
});

test('five wrong codes an hour, and even the right one waits; an hour on it works', async () => {
  await sign({ email: 'guess@example.org' });
  const [mail] = await server.mailsTo('guess@example.org');
  const code = codeIn(mail!);
  const wrongCode = code === '000000' ? '000001' : '000000';
  const type = async (typed: string) =>
    (await server.post('/social-credit/confirm-code', { email: 'guess@example.org', code: typed })).status;
  for (let tries = 0; tries < 5; tries++) expect(await type(wrongCode)).toBe(422);
  expect(await type(code)).toBe(422);
  server.wait(3600);
  expect(await type(code)).toBe(303);
});

test('thirty posts of one address at once leave one signature and at most three mails', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, at) => sign({ email: 'crowd@example.org', name: `Crowd ${at}` })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 303));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const mails = await server.mailsTo('crowd@example.org');
  expect(mails).toHaveLength(3);
  const before = await stats();
  for (const mail of mails) expect((await server.post(linkIn(mail), {})).status).toBe(303);
  expect(await stats()).toBe(before + 1);
});

test('each mail confirms what was sent with it: a troll’s form does not speak for Vera', async () => {
  await sign({ email: 'vera@example.org', name: 'Troll Name' });
  const [trolls] = await server.mailsTo('vera@example.org');
  await sign({ email: 'vera@example.org', name: 'Vera Example' });
  const veras = (await server.mailsTo('vera@example.org', 2)).find(({ id }) => id !== trolls!.id);
  expect(await (await server.get(linkIn(veras!))).text()).toContain('Vera Example');
  await server.post(linkIn(veras!), {});
  await sign({ email: 'vera@example.org', name: 'Troll Again' });
  const third = (await server.mailsTo('vera@example.org', 3)).at(-1);
  expect(third?.subject).toContain('already signed');
  expect((await server.get(linkIn(trolls!))).status).toBe(200);
  expect(await (await server.get(linkIn(trolls!))).text()).not.toContain('Troll Name');
});

test('only the code of the newest mail works, so that a guesser gains nothing by asking for more', async () => {
  await sign({ email: 'twice@example.org' });
  const [first] = await server.mailsTo('twice@example.org');
  await sign({ email: 'twice@example.org' });
  const second = (await server.mailsTo('twice@example.org', 2)).find(({ id }) => id !== first!.id);
  const type = async (code: string) =>
    (await server.post('/social-credit/confirm-code', { email: 'twice@example.org', code })).status;
  if (codeIn(first!) !== codeIn(second!)) expect(await type(codeIn(first!))).toBe(422);
  expect(await type(codeIn(second!))).toBe(303);
});

test('Eve, who has a link of her own, cannot make Adam’s out of it', async () => {
  await sign({ email: 'adam@example.org' });
  await sign({ email: 'eve@example.org' });
  const tokenTo = async (address: string) =>
    Buffer.from(linkIn((await server.mailsTo(address))[0]!).slice('/confirm/'.length), 'base64url');
  const [adams, eves] = [await tokenTo('adam@example.org'), await tokenTo('eve@example.org')];
  const spliced = Buffer.concat([adams.subarray(0, 16), eves.subarray(16)]).toString('base64url');
  expect((await server.get(`/confirm/${spliced}`)).status).toBe(404);
  expect((await server.post(`/confirm/${spliced}`, {})).status).toBe(404);
});

test('a link that is a week old says so, and signing again works', async () => {
  await sign({ email: 'late@example.org' });
  const [mail] = await server.mailsTo('late@example.org');
  server.wait(7 * 86_400 + 7200);
  expect((await server.get(linkIn(mail!))).status).toBe(410);
  expect((await server.post(linkIn(mail!), {})).status).toBe(410);
  await sign({ email: 'late@example.org' });
  const fresh = (await server.mailsTo('late@example.org', 2)).at(-1);
  expect((await server.post(linkIn(fresh!), {})).status).toBe(303);
});

test('the mail that asks to confirm carries nothing that was typed', async () => {
  await sign({
    email: 'spam@example.org',
    name: 'You have won at evil.example',
    comment: 'claim now',
    source: 'flyer',
  });
  const [mail] = await server.mailsTo('spam@example.org');
  expect(JSON.stringify(mail)).not.toMatch(/You have won|claim now|flyer/);
  expect(mail!.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
});

test('only who asked to be shown is shown, and only once confirmed', async () => {
  await sign({ email: 'quiet@example.org', name: 'Quiet Example' });
  await sign({ email: 'loud@example.org', name: 'Loud Example', comment: 'Because I care', public: 'on' });
  const page = async () => (await server.get('/social-credit')).text();
  expect(await page()).not.toContain('Loud Example');
  for (const address of ['quiet@example.org', 'loud@example.org'])
    await server.post(linkIn((await server.mailsTo(address))[0]!), {});
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await page()).toContain('Loud Example');
  expect(await page()).not.toContain('Quiet Example');
});

test('a program signs through the API and is told what is wrong, field by field', async () => {
  const path = '/api/v1/campaigns/social-credit/signatures';
  expect((await server.postJson(path, aSignature({ email: 'api@example.org' }))).status).toBe(202);
  const refused = await server.postJson(path, { name: '', email: 'no', country: 'XX', public: true });
  expect(refused.status).toBe(422);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  const { errors } = (await refused.json()) as { errors: { field: string }[] };
  expect(errors.map(({ field }) => field)).toEqual(['name', 'email', 'country']);
});

test('nothing was logged as trouble', () => {
  expect(server.troubles).toEqual([]);
});
