import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { barLengths } from '../../src/charts/bar-lengths.ts';
import { timeChart } from '../../src/charts/time-chart.ts';

const size = { width: 1000, height: 200 };
/** From nothing to more signatures than there are people. */
const count = fc.oneof(fc.nat(20), fc.nat(1_000_000), fc.integer({ min: 0, max: 1e11 }));

test('every bar stays inside of its chart, in its own place, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(count, { maxLength: 120 }), (values) => {
      const { bars } = timeChart(values, size, values.toReversed());
      expect(bars).toHaveLength(values.length);
      for (const [index, { x, y, width, height }] of bars.entries()) {
        expect(Math.min(x, y, height)).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThan(0);
        expect(x + width).toBeLessThanOrEqual(size.width + 0.02);
        expect(y + height).toBeCloseTo(size.height, 1);
        if (index > 0) expect(x).toBeGreaterThanOrEqual(bars[index - 1]!.x + bars[index - 1]!.width - 0.02);
      }
    }),
  );
});

test('a bar is seen wherever something happened and nowhere else, and more is never shorter', () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 120 }), (values) => {
      const heights = timeChart(values, size).bars.map(({ height }) => height);
      expect(heights.map((height) => height > 0)).toEqual(values.map((value) => value > 0));
      for (const [index, value] of values.entries())
        for (const [other, height] of heights.entries())
          if (value > values[other]!) expect(heights[index]).toBeGreaterThanOrEqual(height);
    }),
    { numRuns: 30 },
  );
});

test('the axis counts in whole numbers from 0 to its top, evenly, and no value is above it', () => {
  fc.assert(
    fc.property(fc.array(count, { maxLength: 20 }), fc.array(count, { maxLength: 20 }), (values, outlined) => {
      const { ticks, grid } = timeChart(values, size, outlined);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...values, ...outlined));
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect([grid[0], grid.at(-1)]).toEqual([size.height, 0]);
      const [step = 0] = ticks.slice(1);
      // The words beside the chart stand evenly apart, and must not lie.
      for (const [index, tick] of ticks.entries()) expect(tick).toBeCloseTo(index * step, 6);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});

test('what was received is an outline of steps over the same places; without any there is none', () => {
  const { outline, bars } = timeChart([1, 2], size, [2, 4]);
  expect(outline).toBe('M0,100L500,100L500,0L1000,0L1000,0');
  expect(bars).toEqual([
    { x: 50, y: 150, width: 400, height: 50 },
    { x: 550, y: 100, width: 400, height: 100 },
  ]);
  expect(timeChart([], size, []).outline).toBe('');
  expect(timeChart([3], size)).toMatchObject({ outline: '', bars: [{ x: 100, y: 0, width: 800, height: 200 }] });
});

test('an empty campaign has an empty chart with an axis', () => {
  expect(timeChart([], size)).toEqual({ bars: [], outline: '', ticks: [0, 1], grid: [200, 0] });
  expect(timeChart([0], size).bars).toEqual([{ x: 100, y: 200, width: 800, height: 0 }]);
});

test('bars beside each other are as long as their share of the longest, and a sliver for whatever is not nothing', () => {
  expect(
    barLengths([
      { whole: 200, filled: 100 },
      { whole: 1_000_000, filled: 1 },
      { whole: 0, filled: 0 },
    ]),
  ).toEqual([
    { whole: 0.5, filled: 0.5 },
    { whole: 100, filled: 0.5 },
    { whole: 0, filled: 0 },
  ]);
  expect(barLengths([])).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.record({ whole: count, filled: count }), { maxLength: 30 }), (rows) => {
      for (const { whole, filled } of barLengths(rows))
        for (const length of [whole, filled]) {
          expect(length).toBeGreaterThanOrEqual(0);
          expect(length).toBeLessThanOrEqual(100);
        }
    }),
  );
});
