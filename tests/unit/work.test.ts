import { expect, test, vi } from 'vitest';
import * as fc from 'fast-check';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { workOf, workSeconds } from '../../src/domain/work.ts';
import { openWork } from '../../src/robots/work.ts';

const secrets = { challenge: 'one secret', solution: 'another secret' };
const clock = { at: Math.floor(Date.now() / 1000) };
const open = () => openWork(secrets, () => clock.at);
const inBase64 = (payload: unknown): string => Buffer.from(JSON.stringify(payload)).toString('base64');

async function solved(challenge: Challenge): Promise<{ sent: string; counter: number; derivedKey: string }> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return { sent: inBase64({ challenge, solution }), counter: solution!.counter, derivedKey: solution!.derivedKey };
}
const asked = async (work = open(), level: 'light' | 'heavy' = 'light') => (await work.challenge('a-campaign', level))!;

test('work that was done counts, once', async () => {
  const work = open();
  const { sent, counter } = await solved(await asked(work));
  expect(counter).toBeGreaterThanOrEqual(workOf.light.least);
  expect(counter).toBeLessThanOrEqual(workOf.light.most);
  const all = await Promise.all(Array.from({ length: 30 }, () => work.isDone(sent, 'a-campaign', 'light')));
  expect(all.filter(Boolean)).toHaveLength(1);
  expect(await work.isDone(sent, 'a-campaign', 'light')).toBe(false);
});

test('work that was given back is good once more, and once only', async () => {
  const work = open();
  const { sent } = await solved(await asked(work));
  expect(await work.isDone(sent, 'a-campaign', 'light')).toBe(true);
  work.giveBack(sent);
  for (const nothing of [undefined, '', 'made up', inBase64({})]) work.giveBack(nothing);
  expect(await work.isDone(sent, 'a-campaign', 'light')).toBe(true);
  expect(await work.isDone(sent, 'a-campaign', 'light')).toBe(false);
});

test('whoever sends a form pays at least fifty times what it costs us to check that they did', async () => {
  const work = open();
  const spent = { solving: 0, checking: 0 };
  for (let forms = 0; forms < 5; forms++) {
    const challenge = await asked(work);
    const begun = performance.now();
    const { sent } = await solved(challenge);
    const checking = performance.now();
    expect(await work.isDone(sent, 'a-campaign', 'light')).toBe(true);
    spent.solving += checking - begun;
    spent.checking += performance.now() - checking;
  }
  expect(spent.solving / spent.checking).toBeGreaterThan(50);
});

test('what one server asked is answered to another with the same server key, and to none with another', async () => {
  const { sent } = await solved(await asked());
  const foreign = openWork({ challenge: 'of another server', solution: 'another secret' }, () => clock.at);
  expect(await foreign.isDone(sent, 'a-campaign', 'light')).toBe(false);
  expect(await open().isDone(sent, 'a-campaign', 'light')).toBe(true);
});

test('light work counts for no campaign that asks for heavy work, and for no other campaign', async () => {
  const { sent } = await solved(await asked());
  expect(await open().isDone(sent, 'a-campaign', 'heavy')).toBe(false);
  expect(await open().isDone(sent, 'another', 'light')).toBe(false);
});

test('heavy work is ten times as much, and counts where light work is asked for meanwhile', async () => {
  const { sent, counter } = await solved(await asked(open(), 'heavy'));
  expect(counter).toBeGreaterThanOrEqual(10 * workOf.light.least);
  expect(await open().isDone(sent, 'a-campaign', 'light')).toBe(true);
});

test('after an hour it counts no longer', async () => {
  const { sent } = await solved(await asked());
  const begun = clock.at;
  clock.at = begun + workSeconds - 1;
  expect(await open().isDone(sent, 'a-campaign', 'light')).toBe(true);
  clock.at = begun + workSeconds;
  expect(await open().isDone(sent, 'a-campaign', 'light')).toBe(false);
  clock.at = begun;
});

test('a guess, another’s solution and a challenge that somebody made easier are no work', async () => {
  const challenge = await asked();
  const { counter, derivedKey } = await solved(await asked());
  const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1, keyPrefix: '00' } };
  const easy = await solveChallenge({ challenge: easier, deriveKey });
  for (const payload of [
    { challenge, solution: { counter, derivedKey } },
    { challenge, solution: { counter: 300, derivedKey: challenge.parameters.keyPrefix } },
    { challenge, solution: { counter: 300, derivedKey: '' } },
    { challenge: easier, solution: easy },
    { challenge: { parameters: easier.parameters }, solution: easy },
  ])
    expect(await open().isDone(inBase64(payload), 'a-campaign', 'light')).toBe(false);
});

test('whatever else is sent as work is none, and breaks nothing', async () => {
  const work = open();
  const challenge = await asked(work);
  const parts = fc.record(
    {
      challenge: fc.oneof(
        fc.jsonValue(),
        fc.record({
          parameters: fc.oneof(fc.jsonValue(), fc.constant(challenge.parameters)),
          signature: fc.jsonValue(),
        }),
        fc.constant(challenge),
      ),
      solution: fc.oneof(fc.jsonValue(), fc.record({ counter: fc.jsonValue(), derivedKey: fc.jsonValue() })),
    },
    { requiredKeys: [] },
  );
  const sent = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.base64String(),
    fc.jsonValue().map(inBase64),
    parts.map(inBase64),
  );
  await fc.assert(
    fc.asyncProperty(sent, async (text) => {
      expect(await work.isDone(text, 'a-campaign', 'light')).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('for an hour after work ran out as many forms are excused as people were given none', async () => {
  const elapsed = vi.spyOn(performance, 'now');
  try {
    const work = open();
    const ask = () => Promise.all(Array.from({ length: 200 }, () => work.challenge('a-campaign', 'light')));
    elapsed.mockReturnValue(5000);
    expect(await ask()).not.toContain(undefined);
    expect(work.isExcused()).toBe(false);
    for (let at = 0; at < 3; at++) expect(await work.challenge('a-campaign', 'light')).toBeUndefined();
    elapsed.mockReturnValue(5000 + workSeconds * 1000 - 1);
    // As many as got none, and nobody else.
    expect([1, 2].map(() => work.isExcused())).toEqual([true, true]);
    elapsed.mockReturnValue(5000 + workSeconds * 1000);
    // The third came too late.
    expect(work.isExcused()).toBe(false);
  } finally {
    elapsed.mockRestore();
  }
});

test('who asks for work thousands of times costs a fifth of a second in each: then there is none for anybody', async () => {
  const work = open();
  const began = performance.now();
  const all = await Promise.all(Array.from({ length: 3000 }, () => work.challenge('a-campaign', 'light')));
  const seconds = Math.ceil((performance.now() - began) / 1000) + 1;
  expect(all.filter((challenge) => challenge !== undefined).length).toBeLessThanOrEqual(200 * seconds);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await work.challenge('a-campaign', 'light')).toBeDefined();
});
