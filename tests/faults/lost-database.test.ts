import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPostgres } from '../support/a-database.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aPostgres, type PostgresServer } from '../support/a-postgres.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

let postgres: PostgresServer;
let server: TestServer;
beforeAll(async () => {
  postgres = await aPostgres();
  server = await aServer({ env: { DATABASE_URL: postgres.url } });
});
afterAll(async () => {
  await server.stop();
  await postgres.stop();
});

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Ten people at a time sign while something happens to the database. */
async function signersDuring(name: string, happening: () => Promise<unknown>) {
  let over = false;
  const answered: string[] = [];
  const refused: Response[] = [];
  const signers = Array.from({ length: 10 }, async (_, signer) => {
    for (let at = 0; !over; at++) {
      const email = `${name}${signer}.${at}@example.org`;
      const answer = await server.post('/social-credit/sign', aSignature({ email }));
      if (answer.status === 303) answered.push(email);
      else refused.push(answer);
      // A person who is told to come again does not do so at once.
      if (answer.status !== 303) await sleep(100);
    }
  });
  await happening();
  over = true;
  await Promise.all(signers);
  return { answered, refused };
}

const isSaid = ({ status, headers }: Response): boolean => status === 503 && headers.get('retry-after') !== null;

async function allAreStored(answered: string[]): Promise<void> {
  const stored = new Set(
    (await exportedFrom(server.dataDir, { env: { DATABASE_URL: postgres.url } })).rows.map(({ email }) => email),
  );
  expect(answered.filter((email) => !stored.has(email))).toEqual([]);
}

async function untilSigningWorks(email: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await server.post('/social-credit/sign', aSignature({ email }))).status === 303) return;
    await sleep(100);
  }
  throw new Error('the server did not recover');
}

test('connections that are cut while people sign cost nobody a signature who was told that it is stored', async () => {
  const { answered, refused } = await signersDuring('cut', async () => {
    for (let cuts = 0; cuts < 12; cuts++) {
      await sleep(150 + 17 * cuts);
      await askPostgres(
        postgres.url,
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
      );
    }
  });
  expect(answered.length).toBeGreaterThan(20);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter((answer) => !isSaid(answer)).map(({ status }) => status)).toEqual([]);
  await untilSigningWorks('after-cuts@example.org');
  await allAreStored([...answered, 'after-cuts@example.org']);
});

test('a database server that crashes and comes back is waited for: pages and forms say so, and go on by themselves', async () => {
  const link = linkIn((await server.mailsTo('after-cuts@example.org'))[0]!);
  const { answered, refused } = await signersDuring('crash', async () => {
    await sleep(700);
    await postgres.crash();
    await sleep(500);
    expect((await server.get('/readyz')).status).toBe(503);
    expect(isSaid(await server.get(link))).toBe(true);
    await postgres.start();
    await sleep(1500);
  });
  expect(answered.length).toBeGreaterThan(20);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter((answer) => !isSaid(answer)).map(({ status }) => status)).toEqual([]);
  await untilSigningWorks('after-crash@example.org');
  expect((await server.get('/readyz')).status).toBe(200);
  await allAreStored([...answered, 'after-crash@example.org']);
  // Mail, and what is heard of others, come back as well.
  expect(await server.mailsTo('after-crash@example.org')).toHaveLength(1);
});
