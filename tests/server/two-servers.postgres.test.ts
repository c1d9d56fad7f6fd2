import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailbox } from '../../src/mail/mailbox.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { driftedCounts } from '../../src/store/signatures.ts';
import { aDatabase, askPostgres, type TestDatabase } from '../support/a-database.ts';
import { aServer, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

let database: TestDatabase;
let one: TestServer;
let other: TestServer;
let store: Store;
beforeAll(async () => {
  database = await aDatabase();
  one = await aServer({ env: database.env });
  other = await aServer({ env: { ...database.env, SERVER_KEY_FILE: join(one.dataDir, 'server.key') } });
  store = await openStore({ kind: 'postgres', url: database.env.DATABASE_URL! });
});
afterAll(async () => {
  await store.close();
  await other.stop();
  await database.remove();
});

const mailsTo = async (address: string) =>
  (await Promise.all([one, other].map(({ dataDir }) => openMailbox(join(dataDir, 'mailbox')).list())))
    .flat()
    .filter(({ to }) => to.includes(address));

const until = async (what: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500; tries++) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to that in twenty-five seconds');
};

const untilAllIsSent = (): Promise<void> =>
  until(async () => {
    const waiting = await store.read.selectFrom('messages').select('id').where('state', '!=', 'sent').execute();
    return waiting.length === 0;
  });

test('thirty forms of one address at two servers at once make one signature, and three mails a day', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      (at % 2 === 0 ? one : other).post('/social-credit/sign', aSignature({ email: 'suzie@example.org' })),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  const rows = await store.read.selectFrom('signatures').select(['state', 'mails_that_day']).execute();
  expect(rows).toEqual([{ state: 'pending', mails_that_day: 3 }]);
  await untilAllIsSent();
  expect(await mailsTo('suzie@example.org')).toHaveLength(3);
});

test('people who sign at one server and confirm at the other are each counted and mailed once', async () => {
  const emails = Array.from({ length: 40 }, (_, at) => `p${at}@example.org`);
  const halves = [one, other];
  await Promise.all(emails.map((email, at) => halves[at % 2]!.post('/social-credit/sign', aSignature({ email }))));
  await untilAllIsSent();
  const mails = await Promise.all(emails.map((email) => mailsTo(email)));
  expect(mails.filter(({ length }) => length !== 1)).toEqual([]);
  const confirmed = await Promise.all(mails.map(([mail], at) => halves[(at + 1) % 2]!.post(linkIn(mail!), {})));
  expect(new Set(confirmed.map(({ status }) => status))).toEqual(new Set([303]));
  expect(await driftedCounts(store.read)).toEqual([]);
  const numbers = await store.read.selectFrom('signatures').select('id').where('state', '=', 'confirmed').execute();
  expect(numbers).toHaveLength(40);
});

test('what is confirmed at one server stands on the other’s page about a second later', async () => {
  await other.post('/social-credit/sign', aSignature({ email: 'late@example.org' }));
  await untilAllIsSent();
  const before = await countOn(one);
  const [mail] = await mailsTo('late@example.org');
  await other.post(linkIn(mail!), {});
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await countOn(one)).toBe(before + 1);
});

const leadersLock = 0x434b6c64;

/** The connection that holds the leaders' lock. */
const leader = async (): Promise<unknown> => {
  const held = await askPostgres(
    database.env.DATABASE_URL!,
    `select pid from pg_locks where locktype = 'advisory' and objid = ${leadersLock} and granted
      and database = (select oid from pg_database where datname = current_database())`,
  );
  expect(held.length).toBeLessThan(2);
  return held[0]?.pid;
};

const aLetterThatLeaves = async (server: TestServer, email: string): Promise<void> => {
  const before = await store.read.selectFrom('deliveries').select('id').where('state', '=', 'sent').execute();
  await server.post('/social-credit/letter', aLetter('1', { email }));
  await untilAllIsSent();
  const [mail] = await mailsTo(email);
  await server.post(linkIn(mail!), {});
  await until(async () => {
    const sent = await store.read.selectFrom('deliveries').select('id').where('state', '=', 'sent').execute();
    return sent.length === before.length + 1;
  });
};

test('the privacy page of a server without the organizers’ key tells that another server holds it, until it is taken away', async () => {
  const privacy = async () => (await other.get('/privacy')).text();
  expect(existsSync(join(other.dataDir, 'organizer.key'))).toBe(false);
  expect(await privacy()).toContain('for now that key still lies on this server');
  rmSync(join(one.dataDir, 'organizer.key'));
  await until(async () => (await privacy()).includes('which they keep away from this server'));
});

test('letters leave wherever they were verified, and go on leaving when the server that leads is gone', async () => {
  await until(async () => (await leader()) !== undefined);
  const first = await leader();
  await aLetterThatLeaves(one, 'wanda@example.org');
  await aLetterThatLeaves(other, 'wilma@example.org');
  await askPostgres(database.env.DATABASE_URL!, `select pg_terminate_backend(${String(first)})`);
  await until(async () => !([undefined, first] as unknown[]).includes(await leader()));
  await one.stop();
  await until(async () => (await leader()) !== undefined);
  await aLetterThatLeaves(other, 'willa@example.org');
  const states = await store.read.selectFrom('deliveries').select('state').execute();
  expect(states.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
});
