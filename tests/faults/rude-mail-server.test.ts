import { afterEach, beforeEach, expect, test } from 'vitest';
import { newMailTold } from '../../src/mail/deliver.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aFaultProxy } from '../support/a-fault-proxy.ts';
import {
  aRudeMailServer,
  steps,
  type Conversation,
  type Manner,
  type RudeMailServer,
} from '../support/a-rude-mail-server.ts';
import { mailStates, postMails, sendBy, untilIt } from '../support/an-outbox.ts';

let context: TestContext;
const cleanups: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  context = await aContext();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  await context.remove();
});

/** The clock runs: a mail that was put off is due again soon. */
function hurry(): void {
  const timer = setInterval(() => (context.clock.at += 1), 50);
  cleanups.push(() => Promise.resolve(clearInterval(timer)));
}

/** The numbers of mails. */
const putOffIn = (logged: readonly string[]): Set<string> =>
  new Set(logged.flatMap((line) => /^mail put off \{"message":(\d+)/.exec(line)?.[1] ?? []));

async function aServerThat(manners: (at: Conversation) => Manner): Promise<RudeMailServer> {
  const server = await aRudeMailServer(manners);
  cleanups.push(() => server.stop());
  return server;
}

const manners: Manner[] = ['dies', 'hangs', '421 4.3.2 going down', '451 4.7.1 come back later'];
/** Half a second of silence, where it is a minute otherwise. */
const waits = { connectionTimeout: 500, greetingTimeout: 500, socketTimeout: 500, whole: 60_000 };

test('whatever a mail server does at whichever step, no mail is lost or stuck, and none goes out twice but where its answer was cut off', async () => {
  // Before RCPT nobody knows whom the mail is for: each of these happens once to whoever comes. From then on, once to a mail of its own.
  const early = steps.slice(0, 3).flatMap((step) => manners.map((manner) => ({ step, manner })));
  const late = steps
    .slice(3)
    // What it has taken it cannot take back: there it can only fail to say so.
    .flatMap((step) => manners.slice(0, step === 'taken' ? 2 : 4).map((manner) => ({ step, manner })))
    .map((fault, at) => ({ ...fault, to: `s${at}@example.org` }));
  const happened: string[] = [];
  const server = await aServerThat(({ step, to }) => {
    const own = late.find((fault) => fault.step === step && fault.to === to);
    const [fault] = own === undefined ? early.filter((one) => one.step === step) : [own];
    if (fault === undefined) return 'polite';
    happened.push(`${fault.step} ${fault.manner}`);
    const list: { step: string }[] = own === undefined ? early : late;
    list.splice(list.indexOf(fault), 1);
    return fault.manner;
  });
  const cutOff = late.filter(({ step }) => step === 'taken').map(({ to }) => to);
  const count = late.length;

  await postMails(context, count);
  const logged: string[] = [];
  const delivering = sendBy(context, server.url, logged, { waits });
  hurry();
  await untilIt(async () => (await mailStates(context)).sent === count, 20);
  await delivering.stop();

  expect(happened.toSorted()).toEqual(
    steps.flatMap((step) => manners.slice(0, step === 'taken' ? 2 : 4).map((manner) => `${step} ${manner}`)).toSorted(),
  );
  const copies = Map.groupBy(server.taken, ({ to }) => to);
  expect([...copies.keys()].toSorted()).toEqual(
    Array.from({ length: count }, (_, at) => `s${at}@example.org`).toSorted(),
  );
  const twice = [...copies].filter(([, mails]) => mails.length > 1);
  expect(twice.map(([to, mails]) => `${to} ${mails.length}`).toSorted()).toEqual(
    cutOff.map((to) => `${to} 2`).toSorted(),
  );
  for (const [, mails] of twice) expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
  // Whoever reads the log finds a line for each of them, with its number.
  expect(putOffIn(logged).size).toBe(count);
});

test('a network that cuts connections off after some bytes, refuses, swallows or delays them loses no mail and doubles none', async () => {
  const server = await aServerThat(() => 'polite');
  const network = await aFaultProxy(server.port);
  cleanups.push(() => network.stop());
  const logged: string[] = [];
  const delivering = sendBy(context, `smtp://127.0.0.1:${network.port}`, logged, { waits });
  hurry();
  const faults: (() => Promise<void> | void)[] = [
    // In a greeting, an envelope and, twice, a mail.
    ...[10, 90, 700, 1500].map((bytes) => () => network.cutAfter(bytes)),
    () => network.refuse(),
    () => network.swallow(),
  ];
  for (const [at, fault] of faults.entries()) {
    network.refuse();
    const happened = fault();
    await postMails(context, 1, `n${at}.`);
    await happened;
    await untilIt(() => putOffIn(logged).size > at);
    network.pass();
    // That the server has taken it is too early: to cut its answer off is to have the mail sent again.
    await untilIt(async () => (await mailStates(context)).sent === at + 1);
  }
  network.delay(50);
  await postMails(context, 1, 'late');
  await untilIt(async () => (await mailStates(context)).sent === faults.length + 1);
  await delivering.stop();
  expect(server.taken).toHaveLength(faults.length + 1);
  expect(new Set(server.taken.map(({ to }) => to)).size).toBe(faults.length + 1);
});

test('a mail server that refuses everybody uses up no more than ten mails, is not hammered, and gets the rest once it takes them', async () => {
  let refuses = true;
  const server = await aServerThat(({ step }) =>
    step === 'RCPT' && refuses ? '550 5.7.1 account suspended' : 'polite',
  );
  await postMails(context, 40);
  const logged: string[] = [];
  const told = newMailTold();
  // Forty seconds of the clock, which is longer than a mail stands in the line.
  const delivering = sendBy(context, server.url, logged, { told, askAgainMilliseconds: 2000 });
  hurry();
  await untilIt(() => told.held() === 'refusals');
  const asked = server.asked();
  await new Promise((resolve) => setTimeout(resolve, 5200));
  // One every two seconds, and up to five that were under way.
  expect(server.asked() - asked).toBeGreaterThanOrEqual(2);
  expect(server.asked() - asked).toBeLessThan(9);
  const { failed = 0, due = 0, claimed = 0 } = await mailStates(context);
  expect([failed < 10, failed + due + claimed]).toEqual([true, 40]);

  refuses = false;
  await untilIt(async () => (await mailStates(context)).sent === 40 - failed);
  await delivering.stop();
  expect(told.held()).toBeUndefined();
  expect(new Set(server.taken.map(({ to }) => to)).size).toBe(40 - failed);
  expect(server.taken).toHaveLength(40 - failed);
  expect(logged.filter((line) => line.startsWith('the mail server refuses everybody'))).toHaveLength(1);
});

test('made-up addresses among others do not stop the mail, and are given up as ever', async () => {
  const server = await aServerThat(({ step, to }) =>
    step === 'RCPT' && to.startsWith('made-up') ? '550 5.1.1 no such mailbox' : 'polite',
  );
  await postMails(context, 30, 'made-up');
  await postMails(context, 10);
  const logged: string[] = [];
  const delivering = sendBy(context, server.url, logged);
  await untilIt(async () => (await mailStates(context)).due === undefined);
  await untilIt(async () => (await mailStates(context)).claimed === undefined);
  await delivering.stop();
  expect(await mailStates(context)).toEqual({ failed: 30, sent: 10 });
  expect(logged.filter((line) => line.includes('refuses everybody'))).toEqual([]);
});

test('a mail that had to wait for days before its first try is not given up for one busy answer', async () => {
  let busy = true;
  const server = await aServerThat(({ step }) => {
    const manner = step === 'RCPT' && busy ? '451 4.7.1 come back later' : 'polite';
    if (step === 'RCPT') busy = false;
    return manner;
  });
  await postMails(context, 1);
  context.clock.at += 5 * 86_400;
  const delivering = sendBy(context, server.url);
  hurry();
  await untilIt(async () => (await mailStates(context)).sent === 1);
  await delivering.stop();
  expect(server.taken).toHaveLength(1);
});
