import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { confirmByCode } from '../../src/campaign/confirm.ts';
import { retainTraces } from '../../src/campaign/retain.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { daySeconds, hourSeconds } from '../../src/domain/clock.ts';
import { startClock } from '../../src/server-clock.ts';
import { claimMessages } from '../../src/store/claims.ts';
import { settleMessage } from '../../src/store/outbox.ts';
import { signatureCounts } from '../../src/store/signatures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { confirmBy, deliver, mailbox } from '../support/a-delivery.ts';
import { aRudeMailServer, type RudeMailServer } from '../support/a-rude-mail-server.ts';
import { codeIn } from '../support/a-server.ts';
import { typed } from '../support/a-signature.ts';
import { mailStates, postMails, sendBy, untilIt } from '../support/an-outbox.ts';

/** Somebody sets the machine's clock, or it wakes with a wrong one, and it is set right again. */
let context: TestContext;
let mailServer: RudeMailServer;
const cleanups: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  context = await aContext();
  mailServer = await aRudeMailServer(() => 'polite');
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  vi.useRealTimers();
  await mailServer.stop();
  await context.remove();
});

const recipients = (): string[] => mailServer.taken.map(({ to }) => to).toSorted();
const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the server does by its timers, which the test turns. @returns the log */
function runClock(stopwatch: () => number): string[] {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const logged: string[] = [];
  const log = { info: (event: string) => void logged.push(event), error: (event: string) => void logged.push(event) };
  const stop = startClock({ ...context, pages: { clear: () => undefined }, sending: { real: true } }, log, stopwatch);
  cleanups.push(stop);
  return logged;
}

test('mails that are being sent when the clock is set ahead by a day go out once', async () => {
  // Two of them take the mail server long.
  const slow = await aRudeMailServer(({ step, to }) => (step === 'taken' && /^s[01]@/.test(to) ? 'late' : 'polite'));
  cleanups.push(() => slow.stop());
  await postMails(context, 20);
  const delivering = sendBy(context, slow.url);
  await untilIt(() => slow.taken.length > 2);
  context.clock.at += daySeconds;
  await untilIt(async () => (await mailStates(context)).sent === 20);
  await delivering.stop();
  expect(slow.taken.map(({ to }) => to).toSorted()).toEqual(
    Array.from({ length: 20 }, (_, at) => `s${at}@example.org`).toSorted(),
  );
});

test('no mail that was put off, or claimed by a sender that died, waits for a day because the clock was a day ahead', async () => {
  const { store, clock } = context;
  clock.at += daySeconds;
  await postMails(context, 3);
  const [putOff] = await store.write((writing) => claimMessages(writing, 'one', clock.at, 120, 1));
  await store.write((writing) =>
    settleMessage(writing, putOff!, { state: 'due', dueAt: clock.at + 3600, failure: 'ECONNECTION' }, clock.at),
  );
  await store.write((writing) => claimMessages(writing, 'dead', clock.at, 120, 1));
  clock.at -= daySeconds;

  const delivering = sendBy(context, mailServer.url);
  cleanups.push(() => delivering.stop());
  await sleep(200);
  expect(recipients()).toEqual([]);
  runClock(() => clock.at);
  vi.advanceTimersByTime(60_000);
  await untilIt(() => mailServer.taken.length === 2);
  // Whoever claimed the third may be sending it: they have as long as ever.
  clock.at += 100;
  await sleep(1200);
  expect(mailServer.taken).toHaveLength(2);
  clock.at += 140;
  await untilIt(() => mailServer.taken.length === 3);
  expect(recipients()).toEqual(['s0@example.org', 's1@example.org', 's2@example.org']);
});

test('mail of minutes that come a second time, after the clock was set back, is opened by their second key', async () => {
  const delivering = sendBy(context, mailServer.url);
  cleanups.push(() => delivering.stop());
  await postMails(context, 1, 'first');
  await untilIt(async () => (await mailStates(context)).sent === 1);
  context.clock.at += daySeconds;
  await context.keyring.mailSeal();
  await retainTraces(context);
  context.clock.at -= daySeconds;
  await postMails(context, 1, 'second');
  await untilIt(async () => (await mailStates(context)).due === undefined);
  await untilIt(async () => (await mailStates(context)).claimed === undefined);
  expect(recipients()).toEqual(['first0@example.org', 'second0@example.org']);
});

test('no link dies early while the clock is a day ahead, and if it stays so, what is due goes a day later', async () => {
  const { clock } = context;
  let passed = 0;
  const logged = runClock(() => passed);
  const pending = async () => (await signatureCounts(context.store.read, context.socialCredit.id)).pending;
  const wait = (seconds: number): void => {
    clock.at += seconds;
    passed += seconds;
  };
  const tick = async (): Promise<void> => {
    vi.advanceTimersByTime(hourSeconds * 1000);
    await sleep(200);
  };
  await sign('sam@example.org');
  await sign('sue@example.org');
  await deliver(context);
  wait(6.5 * daySeconds);
  clock.at += daySeconds;
  await tick();
  expect(await pending()).toBe(2);
  expect(logged.filter((line) => line.includes('set ahead'))).toHaveLength(1);
  clock.at -= daySeconds;
  await tick();
  expect(await confirmBy(context, 'sam@example.org')).toBe('confirmed');

  clock.at += daySeconds;
  await tick();
  wait(daySeconds - hourSeconds);
  await tick();
  expect(await pending()).toBe(1);
  wait(2 * hourSeconds);
  await tick();
  expect(await pending()).toBe(0);
  expect((await signatureCounts(context.store.read, context.socialCredit.id)).confirmed).toBe(1);
});

test('a clock that is set back opens no new allowance of mails, and no new tries at a code', async () => {
  const { clock } = context;
  const outcomes: string[] = [];
  for (let times = 0; times < 4; times++) outcomes.push(await sign('suzie@example.org'));
  expect(outcomes.at(-1)).toBe('mailed-enough');
  clock.at -= daySeconds;
  expect(await sign('suzie@example.org')).toBe('mailed-enough');
  clock.at += daySeconds;
  await deliver(context);
  const newest = (await mailbox(context)).find(({ to }) => to === 'suzie@example.org')!;
  const tryCode = (code: string) => confirmByCode(context, context.socialCredit, 'suzie@example.org', code);
  for (let times = 0; times < 5; times++) expect(await tryCode('000000')).toBe('wrong');
  clock.at -= hourSeconds;
  expect(await tryCode(codeIn(newest))).toBe('wrong');
  // And nobody is locked out for longer than by the clock of today.
  clock.at += 2 * hourSeconds;
  expect(await tryCode(codeIn(newest))).toMatchObject({ about: 'signature' });
});
