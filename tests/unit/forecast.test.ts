import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daySeconds } from '../../src/domain/clock.ts';
import { delayWithin } from '../../src/domain/delay.ts';
import { forecast, type Progress } from '../../src/domain/forecast.ts';

const now = Date.parse('2026-11-23T12:00:00Z') / 1000;
const inDays = (days: number): number => now + days * daySeconds;
const steadily = (gain: number, days = 14): number[] => Array.from({ length: days }, () => gain);
const asked = (changes: Partial<Progress>) =>
  forecast({ count: 900, goal: 1000, gains: steadily(10), now, ...changes });

test('a steady campaign reaches its goal on one day', () => {
  expect(asked({})).toEqual({ outcome: 'expected', earliest: inDays(10), latest: inDays(10) });
});

test('where days of late went differently, it is a range from the quickest pace to the slowest', () => {
  // Three days at 20, the week at 14 and the two weeks at 10 a day or so.
  const gains = [...steadily(6, 7), ...steadily(10, 4), ...steadily(20, 3)];
  expect(asked({ gains })).toEqual({ outcome: 'expected', earliest: inDays(5), latest: inDays(10) });
});

test('where only the best days would get there, nobody says when it is at the latest', () => {
  expect(asked({ gains: [...steadily(-9, 11), ...steadily(20, 3)] })).toMatchObject({
    earliest: inDays(5),
    latest: undefined,
  });
  expect(
    asked({ gains: [...steadily(6, 7), ...steadily(10, 4), ...steadily(20, 3)], closesAt: inDays(8) }),
  ).toMatchObject({
    outcome: 'expected',
    latest: undefined,
  });
});

test('nothing is foretold from two days, nor past the end, nor for years', () => {
  expect(asked({ gains: [50, 50] })).toEqual({ outcome: 'too-early' });
  expect(asked({ gains: [] })).toEqual({ outcome: 'too-early' });
  expect(asked({ closesAt: inDays(9) })).toEqual({ outcome: 'after-the-end' });
  expect(asked({ gains: steadily(0) })).toEqual({ outcome: 'not-at-this-pace' });
  expect(asked({ gains: steadily(-4) })).toEqual({ outcome: 'not-at-this-pace' });
  expect(asked({ gains: steadily(0.1) })).toEqual({ outcome: 'not-at-this-pace' });
  expect(asked({ count: 1000 })).toEqual({ outcome: 'reached' });
});

test('whatever happened, the range runs forward, and more signatures never make it later', () => {
  const gains = fc.array(fc.integer({ min: -1000, max: 100_000 }), { maxLength: 40 });
  fc.assert(
    fc.property(gains, fc.nat(10_000_000), fc.nat(10_000_000), fc.nat(500), (days, count, goal, more) => {
      const found = forecast({ count, goal, gains: days, now });
      expect(found.outcome === 'reached').toBe(count >= goal);
      if (found.outcome !== 'expected') return;
      expect(found.earliest).toBeGreaterThan(now);
      if (found.latest !== undefined) expect(found.latest).toBeGreaterThanOrEqual(found.earliest);
      const faster = forecast({ count, goal, gains: days.map((gain) => gain + more), now });
      expect(faster).toMatchObject({ outcome: 'expected' });
      if (faster.outcome === 'expected') expect(faster.earliest).toBeLessThanOrEqual(found.earliest);
    }),
  );
});

test('half confirm within the hours that half of them took, counted as begun', () => {
  const delays = [
    { hours: 168, count: 1 },
    { hours: 0, count: 5 },
    { hours: 3, count: 4 },
  ];
  expect([0.5, 0.51, 0.9, 0.91, 1].map((share) => delayWithin(delays, share))).toEqual([1, 4, 4, 169, 169]);
  expect(delayWithin([], 0.5)).toBeUndefined();
  expect(delayWithin([{ hours: 2, count: 1 }], 0)).toBe(3);
});
