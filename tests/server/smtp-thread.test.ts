import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Log } from '../../src/log.ts';
import { readSmtpFailure } from '../../src/mail/smtp-failure.ts';
import { openSmtpThread } from '../../src/mail/smtp-thread.ts';
import { aRudeMailServer } from '../support/a-rude-mail-server.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  logged.length = 0;
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const waits = { connectionTimeout: 2000, greetingTimeout: 2000, socketTimeout: 5000, whole: 3000 };
const logged: string[] = [];
const line = (event: string, facts?: object): void => void logged.push(`${event} ${JSON.stringify(facts)}`);
const log: Log = { info: line, error: line };
const mail = { from: 'campaigns@example.org', to: 'sam@example.org', subject: 'Please confirm', text: 'Here.' };

test('what a mail server says of an address comes back from the thread as it said it', async () => {
  const thread = await aThread(['220 hello', '250 hello', '250 well', '550 5.1.1 <sam@example.org> is nobody here']);
  const failure = await thread.send(mail).catch((error: unknown) => error);
  expect(readSmtpFailure(failure)).toEqual({
    permanent: true,
    addressRefused: true,
    reason: 'EENVELOPE at RCPT 550',
  });
});

test('a mail that is in hand when the thread ends is neither forgotten nor called sent', async () => {
  const thread = await aThread(['220 hello', '250 hello']);
  const sending = thread.send(mail).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 300));
  thread.close();
  expect(readSmtpFailure(await sending)).toEqual({ permanent: false, addressRefused: false, reason: 'ETHREAD' });
});

test('a thread that dies again and again is told of once, by what it died of', async () => {
  const url = 'smtp://127.0.0.1:9';
  const thread = openSmtpThread({ url, dkim: undefined, connections: 1, waits: { ...waits, whole: -1 } }, log);
  cleanups.push(() => thread.close());
  for (let times = 0; times < 2; times++) {
    const failure = await thread.send(mail).catch((error: unknown) => error);
    expect(readSmtpFailure(failure)).toEqual({ permanent: false, addressRefused: false, reason: 'ETHREAD' });
  }
  expect(logged).toEqual([expect.stringMatching(/^the thread for mail died.+"error":"RangeError"/)]);
});

test('a mail server that hangs up fails the mail: trying again is the outbox’s, which tells of it', async () => {
  let calls = 0;
  const server = await aRudeMailServer(({ step }) => (step === 'greeting' && (calls += 1) === 1 ? 'dies' : 'polite'));
  const thread = openSmtpThread({ url: server.url, dkim: undefined, connections: 1, waits }, log);
  cleanups.push(
    () => server.stop(),
    () => thread.close(),
  );
  await expect(thread.send(mail)).rejects.toMatchObject({ code: 'ECONNECTION' });
  expect([calls, server.taken.length]).toEqual([1, 0]);
});

test('a mail server that takes its time at every step is left before another server would try the same mail', async () => {
  const server = await aRudeMailServer(() => 'late');
  const thread = openSmtpThread({ url: server.url, dkim: undefined, connections: 1, waits }, log);
  cleanups.push(
    () => server.stop(),
    () => thread.close(),
  );
  const began = performance.now();
  const failure = readSmtpFailure(await thread.send(mail).catch((error: unknown) => error));
  expect(failure.permanent).toBe(false);
  expect(performance.now() - began).toBeLessThan(4500);
  expect(server.taken).toEqual([]);
});

/** A thread whose server gives these answers, one to each line that it is told, and then none. */
async function aThread(answers: readonly string[]) {
  const server = createServer((socket) => {
    const left = [...answers];
    const answer = (): void => void socket.write(`${left.shift() ?? ''}\r\n`);
    socket.on('error', () => undefined);
    socket.on('data', () => left.length > 0 && answer());
    answer();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const thread = openSmtpThread({ url: `smtp://127.0.0.1:${port}`, dkim: undefined, connections: 1, waits }, log);
  cleanups.push(
    () => server.close(),
    () => thread.close(),
  );
  return thread;
}
