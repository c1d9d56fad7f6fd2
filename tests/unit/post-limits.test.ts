import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mailsAMinute, postsByNetwork, type Gate } from '../../src/domain/limits.ts';
import { projectRoot } from '../../src/places.ts';
import { openPostLimits, type PostLimits } from '../../src/robots/post-limits.ts';
import { openWindowCount } from '../../src/robots/window-count.ts';

const minute = 60;
const noon = Date.parse('2026-11-23T12:00:00Z');
let limits: PostLimits;
beforeEach(() => {
  vi.useFakeTimers({ now: noon, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  limits = openPostLimits(() => Math.floor(Date.now() / 1000));
});
afterEach(() => vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
/** How many of so many POSTs are let through. */
async function through(posts: number, address: string | ((at: number) => string), gate: Gate = 'form') {
  let passed = 0;
  for (let at = 0; at < posts; at++)
    if ((await limits.take(gate, typeof address === 'string' ? address : address(at))) === 0) passed += 1;
  return passed;
}

test('a hall of a hundred people signs at once from one address, and a robot there is told when to come back', async () => {
  expect(await through(100, '203.0.113.5')).toBe(100);
  const { aMinute } = postsByNetwork.form.line;
  expect(await through(1000, '203.0.113.5')).toBe(aMinute - 100);
  expect(await limits.take('form', '203.0.113.5')).toBe(60);
  pass(45);
  expect(await limits.take('form', '203.0.113.5')).toBe(15);
  pass(15);
  expect(await limits.take('form', '203.0.113.5')).toBe(0);
});

test('whoever keeps to the pace of each minute has an hour’s limit all the same', async () => {
  let passed = 0;
  for (let minutes = 0; minutes < 59; minutes++) {
    passed += await through(postsByNetwork.form.line.aMinute, '203.0.113.5');
    pass(minute);
  }
  expect(passed).toBe(postsByNetwork.form.line.anHour);
  expect(await limits.take('form', '203.0.113.5')).toBeLessThanOrEqual(60);
});

test.each([
  ['the 256 addresses of an IPv4 /24', (at: number) => `198.51.100.${at % 256}`, '198.51.101.1'],
  ['the networks of an IPv6 /48', (at: number) => `2001:db8:7:${(at % 256).toString(16)}::1`, '2001:db8:8::1'],
])('%s have a limit together, and the network beside them has its own', async (_what, address, beside) => {
  expect(await through(2000, address)).toBe(postsByNetwork.form.site.aMinute);
  expect(await limits.take('form', beside)).toBe(0);
});

test('all addresses of one IPv6 /64 are one line', async () => {
  expect(await through(1000, (at) => `2001:db8:1:2:${at.toString(16)}::9`)).toBe(postsByNetwork.form.line.aMinute);
});

test('a robot that is refused uses up nothing of its neighbours’ room', async () => {
  await through(5000, '203.0.113.5');
  expect(await through(100, '203.0.113.6')).toBe(100);
});

test('a refused IPv6 /48 makes nobody forgotten, from however many of its networks it sends', async () => {
  const { anHour } = postsByNetwork.workless.line;
  for (let minutes = 0; minutes < 11; minutes++) {
    await through(20, '203.0.113.5', 'workless');
    pass(minute);
  }
  expect(await limits.take('workless', '203.0.113.5')).toBeGreaterThan(60);
  const passed = await through(25_000, (at) => `2001:db8:7:${at.toString(16)}::1`, 'workless');
  expect(passed).toBeLessThan(anHour);
  expect(await limits.take('workless', '203.0.113.5')).toBeGreaterThan(60);
});

test('without work a network is let through less often, and it signs on with work', async () => {
  expect(await through(1000, '203.0.113.5', 'workless')).toBe(postsByNetwork.workless.line.aMinute);
  expect(await limits.take('form', '203.0.113.5')).toBe(0);
});

test('a company of five hundred confirms within a minute behind one address', async () => {
  expect(await through(500, '203.0.113.5', 'link')).toBe(500);
});

test('what is no address is not limited', async () => {
  expect(await through(1000, 'unknown')).toBe(1000);
});

test('at midnight UTC everybody begins anew, since nobody can tell yesterday’s networks any more', async () => {
  pass(12 * 3600 - 1);
  await through(1000, '203.0.113.5');
  expect(await limits.take('form', '203.0.113.5')).toBeGreaterThan(0);
  pass(1);
  expect(await limits.take('form', '203.0.113.5')).toBe(0);
});

test('a clock that is set back keeps nobody waiting for longer than the window', async () => {
  const count = openWindowCount({ most: 3, seconds: minute }, 100);
  for (let tries = 0; tries < 3; tries++) await count.take('somebody');
  vi.setSystemTime(noon - 86_400_000);
  expect([await count.take('somebody'), await count.secondsShut('somebody')]).toEqual([minute, minute]);
  pass(minute);
  expect([await count.secondsShut('somebody'), await count.take('somebody')]).toEqual([0, 0]);
});

test('however many networks come, only so many are held; those that came last and those that keep coming are', async () => {
  const count = openWindowCount({ most: 3, seconds: 3600 }, 100);
  const forgotten = vi.spyOn(globalThis, 'clearTimeout');
  for (let tries = 0; tries < 3; tries++) await count.take('robot');
  await count.take('seen once');
  for (let at = 0; at < 10_000; at++) {
    await count.take(`passer-by ${at}`);
    if (at % 40 === 0) expect(await count.take('robot')).toBeGreaterThan(0);
  }
  expect(forgotten.mock.calls.length).toBeGreaterThanOrEqual(10_002 - 100);
  expect(vi.getTimerCount()).toBeLessThanOrEqual(100);
});

test('organizers read the numbers that hold', () => {
  const organizers = readFileSync(join(projectRoot, 'docs/organizers.md'), 'utf8').replaceAll(/\s+/g, ' ');
  const inWords = (number: number) => number.toLocaleString('en');
  const { form, workless } = postsByNetwork;
  for (const { aMinute, anHour } of [form.line, workless.line])
    expect(organizers).toContain(`${inWords(aMinute)} times in a minute and ${inWords(anHour)} times in an hour`);
  for (const { line, site } of [form, workless])
    expect([site.aMinute, site.anHour]).toEqual([5 * line.aMinute, 5 * line.anHour]);
  expect(organizers).toContain(`to one mail domain ${mailsAMinute.other} a minute`);
  expect(organizers).toContain(`to large providers ${inWords(mailsAMinute.largeProvider)}`);
});
