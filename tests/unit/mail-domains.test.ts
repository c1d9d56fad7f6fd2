import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openMailDomains, type MailResolver } from '../../src/mail/mail-domains.ts';
import { aNameServer } from '../support/a-name-server.ts';

const minute = 60_000;
let at: number;
let logged: string[];
const log = {
  info: (event: string) => void logged.push(event),
  error: (event: string) => void logged.push(`! ${event}`),
};
beforeEach(() => {
  at = 0;
  logged = [];
});
afterEach(() => {
  vi.useRealTimers();
});

/** A resolver that answers as it is told to; every domain has a mail server unless it is told otherwise. */
function aResolver(says: (domain: string) => Promise<{ exchange: string; priority: number }[]> = hasServer) {
  const asked: string[] = [];
  const none = () => Promise.reject(Object.assign(new Error(), { code: 'ENODATA' }));
  const resolveMx = (domain: string) => {
    asked.push(domain);
    return says(domain);
  };
  const resolver = { resolveMx, resolve4: none, resolve6: none } as MailResolver;
  return { asked, ask: openMailDomains(log, resolver, () => at) };
}
const hasServer = () => Promise.resolve([{ exchange: 'mx.example.org', priority: 10 }]);
const gone = () => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' }));
const never = () => new Promise<never>(() => undefined);

test.each([
  ['with a mail server', { MX: [[10, 'mx.example.org']] }, 'takes'],
  [
    'with several, one of them nonsense',
    {
      MX: [
        [0, ''],
        [10, 'mx.example.org'],
      ],
    },
    'takes',
  ],
  ['with an address and no MX, which is where its mail goes', { A: ['192.0.2.1'] }, 'takes'],
  ['with an IPv6 address alone', { AAAA: ['20010db8000000000000000000000001'] }, 'takes'],
  ['with a null MX', { MX: [[0, '']] }, 'refuses'],
  ['that does not exist', { code: 'NXDOMAIN' }, 'nowhere'],
  ['that has neither mail server nor address', {}, 'nowhere'],
  ['whose name server is broken', { code: 'SERVFAIL' }, 'unsaid'],
] as const)('a domain %s, as a real name server tells it', async (_, answer, expected) => {
  const server = await aNameServer({ 'mail.made-up': answer });
  const ask = openMailDomains(log, server.resolver);
  expect(await ask('mail.made-up')).toBe(expected);
  expect(server.asked).toContain('MX mail.made-up');
  await server.stop();
});

test('a name server that says nothing holds a mail up for two seconds and no longer', async () => {
  const server = await aNameServer({});
  const began = performance.now();
  expect(await openMailDomains(log, server.resolver)('mail.made-up')).toBe('unsaid');
  expect(performance.now() - began).toBeGreaterThan(1500);
  expect(performance.now() - began).toBeLessThan(4000);
  await server.stop();
});

test('time runs out over all that is asked together, also for a resolver that is slow with each', async () => {
  vi.useFakeTimers();
  const { ask } = aResolver(never);
  const answer = ask('mail.made-up');
  await vi.advanceTimersByTimeAsync(1999);
  let answered = false;
  void answer.then(() => (answered = true));
  await vi.advanceTimersByTimeAsync(0);
  expect(answered).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toBe('unsaid');
});

test('a thousand mails to one provider ask once, also all at once, and again after an hour', async () => {
  const { ask, asked } = aResolver();
  await Promise.all(Array.from({ length: 1000 }, () => ask('mail.made-up')));
  expect(asked).toHaveLength(1);
  at += 59 * minute;
  expect(await ask('mail.made-up')).toBe('takes');
  expect(asked).toHaveLength(1);
  at += 2 * minute;
  await ask('mail.made-up');
  expect(asked).toHaveLength(2);
});

test('a domain that was not there is asked about again after five minutes', async () => {
  let there = false;
  const { ask } = aResolver(() =>
    there ? hasServer() : Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
  );
  expect(await ask('mail.made-up')).toBe('nowhere');
  there = true;
  at += 4 * minute;
  expect(await ask('mail.made-up')).toBe('nowhere');
  at += 2 * minute;
  expect(await ask('mail.made-up')).toBe('takes');
});

test('made-up domains without end take no more memory than ten thousand', async () => {
  const { ask, asked } = aResolver();
  for (let domain = 0; domain < 10_001; domain++) await ask(`d${domain}.made-up`);
  await ask('d1.made-up');
  expect(asked).toHaveLength(10_001);
  await ask('d0.made-up');
  expect(asked).toHaveLength(10_002);
});

test('where no name server answers, five lanes wait once, then one mail a minute', async () => {
  vi.useFakeTimers();
  let says: () => Promise<{ exchange: string; priority: number }[]> = never;
  const { ask, asked } = aResolver(() => says());
  const send = (lane: number, mail: number) => ask(`d${lane}-${mail}.made-up`);
  const lanes = Promise.all(Array.from({ length: 5 }, (_, lane) => send(lane, 0)));
  await vi.advanceTimersByTimeAsync(2000);
  expect(await lanes).toEqual(Array.from({ length: 5 }, () => 'unsaid'));
  for (let mail = 1; mail < 100; mail++) expect(await send(0, mail)).toBe('unsaid');
  expect(asked).toHaveLength(5);
  expect(logged).toEqual([expect.stringContaining('no name server answers')]);

  at += minute;
  const probe = send(0, 100);
  expect(await send(1, 100)).toBe('unsaid');
  expect(asked).toHaveLength(6);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await probe).toBe('unsaid');
  expect(await send(1, 101)).toBe('unsaid');
  expect(asked).toHaveLength(6);

  at += minute;
  says = hasServer;
  expect(await send(0, 102)).toBe('takes');
  expect(await send(1, 102)).toBe('takes');
  expect(logged).toHaveLength(2);
  expect(logged[1]).toContain('a name server answers again');
});

test('one domain whose own name server is gone keeps nobody from asking about others', async () => {
  const { ask } = aResolver((domain) => (domain === 'gone.made-up' ? gone() : hasServer()));
  for (let mail = 0; mail < 20; mail++) {
    expect(await ask('gone.made-up')).toBe('unsaid');
    expect(await ask(`d${mail}.made-up`)).toBe('takes');
    at += 6 * minute;
  }
  expect(logged).toEqual([]);
});
