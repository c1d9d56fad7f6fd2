import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { nextDueAt } from '../../src/store/outbox.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const sign = (email: string) => server.post('/social-credit/sign', aSignature({ email }));
const api = '/api/v1/campaigns/social-credit/signatures';
const rounds = 120;
/** What differs shows every time; what the machine does besides, now and then. */
const tries = 6;

const middle = (numbers: number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/** Asks each in turn, in a new order each time, so that they share whatever else the machine does. @returns milliseconds of each */
async function timed<Name extends string>(ask: Record<Name, (round: number) => Promise<Response>>, from: number) {
  const names = Object.keys(ask) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = from; round < from + rounds; round++)
    for (const name of names.toSorted(() => Math.random() - 0.5)) {
      const began = performance.now();
      await (await ask[name](round)).arrayBuffer();
      took[name].push(performance.now() - began);
    }
  return took;
}

/** Whether some answers take as long as others: in the middle of their differences, to a tenth. */
async function takeAsLong(ask: Record<string, (round: number) => Promise<Response>>): Promise<string> {
  let told = '';
  for (let time = 0; time < tries; time++) {
    const [first = [], ...others] = Object.values(await timed(ask, time * rounds));
    const most = middle(first) / 10 + 0.15;
    const off = others.map((other) => middle(other.map((took, round) => took - first[round]!)));
    if (off.every((difference) => Math.abs(difference) <= most)) return 'alike';
    told = `${off.map((difference) => difference.toFixed(2)).join(', ')} ms apart, of ${middle(first).toFixed(2)}`;
  }
  return told;
}

/** All of an answer that a stranger sees. */
async function seen(answer: Response) {
  const headers = Object.fromEntries(answer.headers);
  return { status: answer.status, headers: { ...headers, date: '' }, body: await answer.text() };
}

/** `confirmed` has signed, `blocked` had three mails today. */
async function prepare(): Promise<void> {
  const confirmed = Array.from({ length: 2 }, (_, at) => `confirmed.${at}@example.org`);
  await Promise.all(confirmed.map(sign));
  for (let mail = 0; mail < 3; mail++) await sign('blocked@example.org');
  for (const address of confirmed) await server.post(linkIn((await server.mailsTo(address))[0]!), {});
}

test('a new signer, a duplicate and a blocked one see the same page with the same status', async () => {
  await prepare();
  const [first, ...others] = await Promise.all(
    ['new@example.org', 'confirmed.0@example.org', 'blocked@example.org'].map(async (email) => seen(await sign(email))),
  );
  expect(first).toMatchObject({ status: 303, headers: { location: '/social-credit/check-your-mail' } });
  for (const other of others) expect(other).toEqual(first);
  const [json, ...more] = await Promise.all(
    ['newer@example.org', 'confirmed.1@example.org', 'blocked@example.org'].map(async (email) =>
      seen(await server.postJson(api, aSignature({ email }))),
    ),
  );
  expect(json).toMatchObject({ status: 202 });
  for (const other of more) expect(other).toEqual(json);
});

test('and wait as long for it', async () => {
  // One each: a duplicate that gets its mail is nearer to being blocked.
  const duplicates = Array.from({ length: rounds * tries }, (_, round) => `duplicate.${round}@example.org`);
  await Promise.all(duplicates.map(sign));
  const store = await openStore({ kind: 'sqlite', file: join(server.dataDir, 'campaign.db') });
  await store.write(({ db }) =>
    db.updateTable('signatures').set({ state: 'confirmed', confirmed_at: 0 }).where('state', '=', 'pending').execute(),
  );
  while ((await nextDueAt(store.read)) !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
  await store.close();
  const ask = {
    new: (round: number) => sign(`new.${round}@example.org`),
    duplicate: (round: number) => sign(duplicates[round]!),
    blocked: () => sign('blocked@example.org'),
  };
  expect(await takeAsLong(ask)).toBe('alike');
}, 120_000);

test('whoever types a code for an address that we do not know waits as long as for one that we do', async () => {
  const type = (email: string) => () => server.post('/social-credit/confirm-code', { email, code: '123456' });
  const ask = { known: type('new@example.org'), unknown: type('nobody@example.org') };
  const [known, unknown] = await Promise.all(Object.values(ask).map(async (one) => seen(await one())));
  expect(known!.status).toBe(422);
  expect({ ...known, body: known!.body.replace('new@', 'nobody@') }).toMatchObject({
    body: unknown!.body,
    status: 422,
  });
  expect(await takeAsLong(ask)).toBe('alike');
}, 120_000);
