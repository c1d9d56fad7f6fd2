import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { exportedFrom } from '../support/a-context.ts';
import { runCommand } from '../support/run-command.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

/** Signs and confirms. @returns the path of the link in the mail */
async function confirmed(email: string, changes: Record<string, string> = {}): Promise<string> {
  await server.post('/social-credit/sign', aSignature({ email, ...changes }));
  const link = linkIn((await server.mailsTo(email))[0]!);
  expect((await server.post(link, {})).status).toBe(303);
  return link;
}

/** The count of this very moment; pages may be a second behind. */
const counted = async (): Promise<number> => {
  const answer = await (await server.get('/api/v1/campaigns/social-credit')).json();
  return (answer as { signatures: { confirmed: number } }).signatures.confirmed;
};

const asMe = (link: string): string => link.replace('/confirm/', '/me/');
const dataOf = async (link: string) =>
  (await (await server.get(`${asMe(link)}/data.json`)).json()) as { signature: Record<string, unknown> };

test('a stranger who sends the form with the address of somebody who withdrew changes nothing of theirs', async () => {
  const before = await counted();
  const link = await confirmed('bob@example.org', { name: 'Bob Example', postcode: '10115', public: 'on' });
  expect((await server.post(asMe(link), { act: 'withdraw' })).status).toBe(303);
  await server.post(
    '/social-credit/sign',
    aSignature({ email: 'bob@example.org', name: 'Not Bob', comment: 'Fooled you' }),
  );
  const [, second] = await server.mailsTo('bob@example.org', 2);
  expect(await dataOf(link)).toMatchObject({
    signature: { name: 'Bob Example', postcode: '10115', state: 'withdrawn', formsWaiting: 1 },
  });
  expect(await counted()).toBe(before);
  const gone = await server.get(link);
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('is not counted')]);

  // Bob comes back by the second mail: what was sent with it is what counts then.
  expect((await server.post(linkIn(second!), {})).status).toBe(303);
  expect(await counted()).toBe(before + 1);
  expect(await dataOf(linkIn(second!))).toMatchObject({
    signature: { name: 'Not Bob', state: 'confirmed', public: false },
  });
  expect((await dataOf(link)).signature.name).toBeUndefined();
  // A link from before he left the second time brings nobody back.
  expect((await server.post(asMe(linkIn(second!)), { act: 'withdraw' })).status).toBe(303);
  expect((await server.post(linkIn(second!), {})).status).toBe(410);
  expect(await counted()).toBe(before);
});

test('who came back is not taken out again by an older wish in the ledger', async () => {
  const link = await confirmed('rita@example.org');
  await server.post(asMe(link), { act: 'withdraw' });
  await server.post('/social-credit/sign', aSignature({ email: 'rita@example.org' }));
  const [, second] = await server.mailsTo('rita@example.org', 2);
  await server.post(linkIn(second!), {});
  const count = await counted();
  const { stdout } = await runCommand(server, 'export', 'social-credit', '--format', 'jsonl');
  expect(stdout).toContain('rita@example.org');
  expect(await counted()).toBe(count);
});

test('one button ends the news, whatever was ticked, and a fresh link can press it too', async () => {
  const link = await confirmed('nora@example.org', { updates: 'on' });
  expect(await dataOf(link)).toMatchObject({ signature: { updates: true, noNews: false } });
  await server.post('/me', { email: 'nora@example.org' });
  const fresh = (await server.mailsTo('nora@example.org', 2))
    .map(({ text }) => /\/me\/[\w-]+/.exec(text)?.[0] ?? '')
    .at(-1)!;
  const pressed = await server.post(fresh, { act: 'no-news' });
  expect(pressed.headers.get('location')).toBe(`${fresh}?done=no-news#done`);
  expect(await dataOf(link)).toMatchObject({ signature: { noNews: true } });
  const { rows } = await exportedFrom(server.dataDir, { env: server.env });
  expect(rows.find(({ email }) => email === 'nora@example.org')?.updates).toBe(false);
});

test('what was agreed to is told box by box', async () => {
  const link = await confirmed('fay@example.org', { public: 'on' });
  const { signature } = await dataOf(link);
  expect(signature.consent).toEqual([
    { text: expect.stringContaining('By signing I agree') },
    { text: expect.stringContaining('in public'), ticked: true },
    { text: expect.stringContaining('may email me'), ticked: false },
  ]);
});
