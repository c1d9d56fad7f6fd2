import { expect, test } from 'vitest';
import { openMailPace } from '../../src/campaign/mail-pace.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { askedLinkDays, longestMailDelayDays, mailsAMinute } from '../../src/domain/limits.ts';

/** A pace with a clock that a test turns. */
function aPace() {
  const clock = { at: 1000 };
  const pace = openMailPace(() => clock.at);
  return {
    clock,
    delays: (address: string, mails: number) => Array.from({ length: mails }, () => pace.delayOf(address)),
  };
}
const inAMinute = (delays: number[], minute: number) =>
  delays.filter((delay) => delay >= minute * 60 && delay < (minute + 1) * 60).length;
const townHall = 'clerk@town-hall-of-nowhere.org';

test('mails to a town hall leave at once up to its limit, and then at no less than 30 a minute', () => {
  const { delays } = aPace();
  const all = delays(townHall, 1000);
  expect(all.slice(0, mailsAMinute.other).every((delay) => delay === 0)).toBe(true);
  expect(all).toEqual(all.toSorted((one, other) => one - other));
  for (let minute = 1; minute < 15; minute++) {
    expect(inAMinute(all, minute)).toBeGreaterThanOrEqual(30);
    expect(inAMinute(all, minute)).toBeLessThanOrEqual(mailsAMinute.other + 1);
  }
});

test('whoever writes to another domain does not wait for that, and the town hall’s line grows shorter by the minute', () => {
  const { clock, delays } = aPace();
  const last = delays(townHall, 1000).at(-1)!;
  expect(delays('sam@village-of-nowhere.org', 1)).toEqual([0]);
  clock.at += 600;
  expect(Math.abs(last - 600 - delays(townHall, 1)[0]!)).toBeLessThanOrEqual(1);
  clock.at += daySeconds;
  expect(delays(townHall, mailsAMinute.other).every((delay) => delay === 0)).toBe(true);
});

test('a large provider’s thousands get their mail at once, all its domains in one line', () => {
  const { delays } = aPace();
  expect(delays('sam@gmail.com', 3000).at(-1)).toBe(0);
  expect(delays('sue@googlemail.com', 3001).at(-2)).toBe(0);
  expect(delays('sid@gmail.com', 200).at(-1)).toBeGreaterThan(0);
});

test('names that are nobody’s are not held up', () => {
  const { delays } = aPace();
  expect(delays('sam@example.org', 5000).at(-1)).toBe(0);
});

test('no mail waits so long that its link has lapsed', () => {
  expect(longestMailDelayDays).toBeLessThan(askedLinkDays);
  const pace = openMailPace(() => 0, 3600);
  const delays = Array.from({ length: 10_000 }, () => pace.delayOf(townHall));
  expect(delays.at(-1)).toBe(3600);
  expect(delays[3000]).toBeLessThan(3600);
});
