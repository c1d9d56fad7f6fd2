import { expect, test } from 'vitest';
import { retained } from '../../src/campaign/retain.ts';
import { factNames, lineOf } from '../../src/log.ts';
import { openLine } from '../../src/mail/line.ts';
import type { Store } from '../../src/store/store.ts';

const at = new Date('2026-11-23T12:34:56Z');
const facts = { message: 7, reason: 'a "quoted"\nword', left: undefined };

test('programs get a line of JSON an event, whatever stands in it', () => {
  const line = lineOf('json', 'error', 'mail put off', facts, at);
  expect(line.trimEnd()).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    at: '2026-11-23T12:34:56.000Z',
    level: 'error',
    event: 'mail put off',
    message: 7,
    reason: 'a "quoted"\nword',
  });
});

test('people get a line that they can read, and it stays one', () => {
  expect(lineOf('text', 'error', 'mail put off', facts, at)).toBe(
    '12:34:56 ! mail put off (message: 7, reason: a "quoted" word)\n',
  );
  expect(lineOf('text', 'info', 'started', {}, at)).toBe('12:34:56   started\n');
});

test('what a line may tell is on a list: whatever else somebody hands in is left out', () => {
  const whole = { email: 'sam@example.org', body: 'name=Sam', token: 'secret', ...facts };
  for (const format of ['json', 'text'] as const) {
    const line = lineOf(format, 'error', 'mail put off', whole, at);
    expect(line).toBe(lineOf(format, 'error', 'mail put off', facts, at));
    expect(line).toContain('7');
  }
  // By their names in the code, which the list repeats.
  expect(factNames).toEqual(expect.arrayContaining([...retained]));
});

test('a database that quotes somebody’s address while mail is looked for does not carry it into the log', async () => {
  const told: string[] = [];
  const tell = (event: string, more?: object): void => void told.push(JSON.stringify({ event, ...more }));
  const broken = {
    onChange: () => () => undefined,
    get read(): never {
      throw new TypeError('no place for\n    at sam@example.org:1:1');
    },
  } as unknown as Store;
  const leave = { turn: () => Promise.resolve(), take: () => true };
  const line = openLine(broken, () => 0, { info: tell, error: tell }, leave);
  const next = line.next();
  await expect.poll(() => told).toHaveLength(1);
  await line.close();
  expect(await next).toBeUndefined();
  expect(told[0]).toContain('"delivery stumbled","error":"TypeError"');
  expect(told[0]).not.toContain('sam@');
});
