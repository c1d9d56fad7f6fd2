import { afterEach, beforeEach, expect, test } from 'vitest';
import { aMailProvider, until } from '../support/a-mail-provider.ts';
import { aNameServer } from '../support/a-name-server.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

const zone = { 'takes-none.made-up': { MX: [[0, '']] }, 'mail.made-up': { MX: [[10, 'mx.example.org']] } } as const;
let provider: Awaited<ReturnType<typeof aMailProvider>>;
let names: Awaited<ReturnType<typeof aNameServer>>;
const servers: TestServer[] = [];
beforeEach(async () => {
  provider = await aMailProvider();
  names = await aNameServer(zone);
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await names.stop();
  await provider.stop();
});

async function started(env: Record<string, string>): Promise<TestServer> {
  const server = await aServer({ env, resolver: names.resolver });
  servers.push(server);
  return server;
}
const signAll = async (server: TestServer) => {
  for (const email of ['sam@takes-none.made-up', 'suzie@mail.made-up', 'ada@example.org'])
    expect((await server.post('/social-credit/sign', aSignature({ email }))).status).toBe(303);
};
const got = () => provider.got.map(({ envelopeTo }) => envelopeTo.join()).toSorted();

test('MX look-ups belong to delivery, never to the request: whoever signs is answered alike, and the mail is given up', async () => {
  const server = await started({ SMTP_URL: provider.url });
  await signAll(server);
  const began = performance.now();
  await server.post('/social-credit/sign', aSignature({ email: 'nova@silent.made-up' }));
  expect(performance.now() - began).toBeLessThan(1500);
  await until(() => (server.troubles.length > 0 && provider.got.length === 3 ? true : undefined));
  expect(got()).toEqual(['ada@example.org', 'nova@silent.made-up', 'suzie@mail.made-up']);
  expect(server.troubles).toEqual([expect.stringMatching(/^mail given up .*"reason":"ENULLMX at DNS"/)]);
  expect(server.logged.join()).not.toContain('made-up');
  expect(names.asked.toSorted()).toEqual(['MX mail.made-up', 'MX silent.made-up', 'MX takes-none.made-up']);
});

test('an operator who switches it off asks nobody', async () => {
  const server = await started({ SMTP_URL: provider.url, MX_LOOKUP: 'off' });
  await signAll(server);
  await until(() => (provider.got.length === 3 ? true : undefined));
  expect(names.asked).toEqual([]);
});

test('without a mail server nobody is asked', async () => {
  const server = await started({});
  await signAll(server);
  for (const address of ['sam@takes-none.made-up', 'suzie@mail.made-up']) await server.mailsTo(address);
  expect(names.asked).toEqual([]);
});
