import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { StoreBusy } from '../../src/store/writer.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDriver, type Driver } from '../support/a-driver.ts';
import { aRudeMailServer, type RudeMailServer } from '../support/a-rude-mail-server.ts';
import { mailStates, postMails, sendBy, untilIt } from '../support/an-outbox.ts';

/** Mails go out while the database takes nothing: what went out cannot be written down. */
let context: TestContext;
let driver: Driver;
let mailServer: RudeMailServer;
beforeEach(async () => {
  context = await aContext();
  driver = aDriver();
  mailServer = await aRudeMailServer(() => 'polite');
});
afterEach(async () => {
  driver.letGo();
  await mailServer.stop();
  await context.remove();
});

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const doubles = (): string[] => {
  const ids = mailServer.taken.map(({ messageId }) => messageId);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
};

test('once a mail cannot be written down, none goes out until the disk has room, and then each goes out once', async () => {
  const logged: string[] = [];
  await postMails(context, 1000);
  const delivering = sendBy(context, mailServer.url, logged);
  await untilIt(() => mailServer.taken.length >= 600);
  const before = mailServer.taken.length;
  driver.fail('SQLITE_FULL');
  await sleep(1500);
  // Those that left until the first could not be written down; there are five lanes.
  expect(mailServer.taken.length - before).toBeLessThan(100);
  // Their claims have lapsed meanwhile.
  context.clock.at += 300;
  await sleep(1200);
  driver.mend();
  await untilIt(async () => (await mailStates(context)).sent === 1000, 20);
  await delivering.stop();
  expect(doubles()).toEqual([]);
  expect(mailServer.taken).toHaveLength(1000);
  expect(logged.filter((line) => line.includes('no mail goes out'))).toHaveLength(1);
});

test('a mail that could not be made because the database did not answer was not tried, and goes out as if nothing had been', async () => {
  const logged: string[] = [];
  await postMails(context, 2);
  driver.fail('SQLITE_IOERR_READ', /from "links" where "id"/);
  const delivering = sendBy(context, mailServer.url, logged);
  await untilIt(() => logged.filter((line) => line.includes('could not be made')).length === 2);
  const rows = await context.store.read.selectFrom('messages').select(['state', 'attempts', 'failure']).execute();
  expect(rows).toEqual([
    { state: 'due', attempts: 0, failure: null },
    { state: 'due', attempts: 0, failure: null },
  ]);
  driver.mend();
  context.clock.at += 15;
  await untilIt(async () => (await mailStates(context)).sent === 2);
  await delivering.stop();
  expect(mailServer.taken).toHaveLength(2);
  const tries = await context.store.read.selectFrom('mail_hours').selectAll().execute();
  expect(tries).toMatchObject([{ outcome: 'sent', count: 2 }]);
});

test('mails of which nobody knows whether they were claimed, because the connection broke just then, need not wait until that lapses', async () => {
  await postMails(context, 3);
  let broken = false;
  const write: Store['write'] = async (act, surely) => {
    const done = await context.store.write(act, surely);
    if (broken) return done;
    broken = true;
    throw new StoreBusy('the connection broke while it committed');
  };
  const delivering = sendBy({ ...context, store: { ...context.store, write } }, mailServer.url);
  await untilIt(async () => (await mailStates(context)).sent === 3, 4);
  await delivering.stop();
  expect([broken, mailServer.taken.length]).toEqual([true, 3]);
});

test('told to stop while the database takes nothing, it stops, and its log names the mails that will go out again', async () => {
  const logged: string[] = [];
  await postMails(context, 40);
  const delivering = sendBy(context, mailServer.url, logged);
  await untilIt(() => mailServer.taken.length > 5);
  driver.fail('SQLITE_FULL');
  await untilIt(() => logged.some((line) => line.includes('no mail goes out')));
  const began = performance.now();
  await delivering.stop();
  expect(performance.now() - began).toBeLessThan(7000);
  driver.mend();
  const named = new Set(
    logged.flatMap((line) => /^a mail went out and could not be written down\D*(\d+)/.exec(line)?.[1] ?? []),
  );
  expect(named.size).toBeGreaterThan(0);

  context.clock.at += 300;
  const next = sendBy(context, mailServer.url);
  await untilIt(async () => (await mailStates(context)).sent === 40);
  await next.stop();
  const { vault } = context;
  const names = new Set([...named].map((id) => `<${vault.mailToken('message', Number(id))}@localhost>`));
  expect(new Set(doubles())).toEqual(names);
});
