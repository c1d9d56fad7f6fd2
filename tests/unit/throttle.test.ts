import { expect, test } from 'vitest';
import { openThrottle } from '../../src/http/organize/throttle.ts';

const olga = { kind: 'password', of: 'olga' } as const;

test('a network that is shut out cannot make tries at a handle forgotten by typing thousands of others', () => {
  const throttle = openThrottle(() => 1_000_000);
  for (let tries = 0; tries < 10; tries++) throttle.take(olga, '192.0.2.1');
  expect(throttle.take(olga, '192.0.2.2').waitSeconds).toBeGreaterThan(0);
  for (let tries = 0; tries < 25_000; tries++) throttle.take({ kind: 'password', of: `made-up-${tries}` }, '192.0.2.1');
  expect(throttle.take(olga, '192.0.2.2').waitSeconds).toBeGreaterThan(0);
});

test('what is typed as a handle counts as nothing else', () => {
  const throttle = openThrottle(() => 1_000_000);
  for (let tries = 0; tries < 11; tries++) throttle.take({ kind: 'password', of: '192.0.2.9' }, '192.0.2.1');
  expect(throttle.take({ kind: 'passkey', of: '192.0.2.9' }, '192.0.2.9').waitSeconds).toBe(0);
});

test('after a quarter of an hour one may try again', () => {
  let seconds = 0.5;
  const throttle = openThrottle(() => seconds);
  for (let tries = 0; tries < 10; tries++) throttle.take(olga, '192.0.2.1');
  seconds += 600.25;
  expect(throttle.take(olga, '192.0.2.1')).toEqual({ waitSeconds: 300, first: true });
  seconds += 300;
  expect(throttle.take(olga, '192.0.2.1').waitSeconds).toBe(0);
});
