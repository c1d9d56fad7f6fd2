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

test('whoever comes from thousands of networks makes tries at a handle no sooner forgotten by that', () => {
  const throttle = openThrottle(() => 1_000_000);
  for (let tries = 0; tries < 10; tries++) throttle.take(olga, '192.0.2.1');
  for (let tries = 0; tries < 15_000; tries++)
    throttle.take({ kind: 'password', of: `made-up-${tries}` }, `2001:db8:${tries.toString(16)}::/48`);
  expect(throttle.take(olga, '192.0.2.2').waitSeconds).toBeGreaterThan(0);
});

test('what is typed as a handle counts as nothing else', () => {
  const throttle = openThrottle(() => 1_000_000);
  for (let tries = 0; tries < 11; tries++) throttle.take({ kind: 'password', of: '192.0.2.9' }, '192.0.2.1');
  expect(throttle.take({ kind: 'code', of: '192.0.2.9' }, '192.0.2.9').waitSeconds).toBe(0);
});

test('behind a proxy that nobody has named, wrong tries at one handle shut out that handle and nobody else', () => {
  const throttle = openThrottle(() => 1_000_000);
  for (let tries = 0; tries < 100; tries++) throttle.take({ kind: 'password', of: `made-up-${tries}` }, undefined);
  for (let tries = 0; tries < 10; tries++) expect(throttle.take(olga, undefined).waitSeconds).toBe(0);
  expect(throttle.take(olga, undefined).waitSeconds).toBeGreaterThan(0);
  expect(throttle.take({ kind: 'password', of: 'nora' }, undefined).waitSeconds).toBe(0);
});

test('a network asks for passkeys thirty times, and one that unlocked counts no longer', () => {
  const throttle = openThrottle(() => 1_000_000);
  for (let asked = 0; asked < 30; asked++) expect(throttle.take(undefined, '192.0.2.1').waitSeconds).toBe(0);
  expect(throttle.take(undefined, '192.0.2.1').waitSeconds).toBeGreaterThan(0);
  throttle.forgive(undefined, '192.0.2.1');
  expect(throttle.take(undefined, '192.0.2.1').waitSeconds).toBe(0);
});

test('behind a proxy that nobody has named a stranger who asks for passkeys keeps nobody from theirs', () => {
  const throttle = openThrottle(() => 1_000_000);
  for (let asked = 0; asked < 1000; asked++) throttle.take(undefined, undefined);
  expect(throttle.take(undefined, undefined).waitSeconds).toBe(0);
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
