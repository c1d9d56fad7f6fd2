import { afterAll, beforeAll, expect, test } from 'vitest';
import { rememberFact } from '../../src/store/facts.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreBusy } from '../../src/store/writer.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aFaultProxy, type FaultProxy } from '../support/a-fault-proxy.ts';
import { aPostgres, type PostgresServer } from '../support/a-postgres.ts';
import { aRudeMailServer } from '../support/a-rude-mail-server.ts';
import { aServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { untilIt } from '../support/an-outbox.ts';

let postgres: PostgresServer;
const cleanups: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  postgres = await aPostgres();
});
afterAll(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
  await postgres.stop();
});

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const write = (store: Store, name: string) => store.write((writing) => rememberFact(writing, name, 'x'));

/** A network between us and the database that can be taken away. */
async function aNetwork(): Promise<{ proxy: FaultProxy; url: string }> {
  const url = new URL(postgres.url);
  const proxy = await aFaultProxy(Number(url.port));
  cleanups.push(() => proxy.stop());
  url.port = String(proxy.port);
  return { proxy, url: url.href };
}

test('a connection that swallows everything is waited for once, and let go: the rollback does not wait again', async () => {
  const { proxy, url } = await aNetwork();
  const store = await openPostgres(url, 1500);
  cleanups.push(() => store.close());
  await write(store, 'before');
  const began = performance.now();
  const hung = store.write(async (writing) => {
    await rememberFact(writing, 'during', 'x');
    proxy.swallow();
    await rememberFact(writing, 'never', 'x');
  });
  await expect(hung).rejects.toThrow(StoreBusy);
  expect(performance.now() - began).toBeLessThan(2500);
  proxy.pass();
  await write(store, 'after');
  const facts = await store.read.selectFrom('facts').select('name').where('value', '=', 'x').execute();
  expect(facts.map(({ name }) => name).toSorted()).toEqual(['after', 'before']);
});

test('a database server that is restarted again and again while people sign and mail leaves loses nobody, and sends no mail twice', async () => {
  const mailServer = await aRudeMailServer(() => 'polite');
  cleanups.push(() => mailServer.stop());
  const env = { DATABASE_URL: postgres.url, SMTP_URL: mailServer.url, MAIL_FROM: 'campaigns@example.org' };
  const server = await aServer({ env });
  cleanups.push(() => server.stop());
  let over = false;
  const answered: string[] = [];
  const others: number[] = [];
  const signers = Array.from({ length: 10 }, async (_, signer) => {
    for (let at = 0; !over; at++) {
      const email = `s${signer}.${at}@example.org`;
      const { status } = await server.post('/social-credit/sign', aSignature({ email }));
      if (status === 303) answered.push(email);
      else if (status !== 503) others.push(status);
      await sleep(status === 303 ? 10 : 100);
    }
  });
  await sleep(500);
  await postgres.restart();
  await sleep(800);
  await postgres.restart();
  await sleep(500);
  over = true;
  await Promise.all(signers);
  expect([answered.length > 20, others]).toEqual([true, []]);

  const { rows } = await exportedFrom(server.dataDir, { env: { DATABASE_URL: postgres.url } });
  const stored = new Set(rows.map(({ email }) => email));
  expect(answered.filter((email) => !stored.has(email))).toEqual([]);
  await untilIt(() => new Set(mailServer.taken.map(({ to }) => to)).size === stored.size, 20);
  const ids = mailServer.taken.map(({ messageId }) => messageId);
  expect(ids.length).toBe(new Set(ids).size);
});
