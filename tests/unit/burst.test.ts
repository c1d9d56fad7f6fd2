import { expect, test } from 'vitest';
import { burstsIn } from '../../src/domain/burst.ts';
import { daySeconds, hourSeconds } from '../../src/domain/clock.ts';

const noon = Date.parse('2026-11-23T12:00:00Z') / 1000;
/** A fortnight in which each hour has as many as `usual` says, and noon of the last day as many as `last`. */
const hours = (usual: (at: number) => number, last: number) => [
  ...Array.from({ length: 14 * 24 }, (_, ago) => {
    const hour = noon - (ago + 1) * hourSeconds;
    return { hour, count: usual(hour) };
  }).filter(({ count }) => count > 0),
  { hour: noon, count: last },
];
const bursts = (usual: (at: number) => number, last: number) =>
  burstsIn(hours(usual, last), noon - 7 * daySeconds).map(({ hour, count, usual: median }) => [hour, count, median]);

test('an hour with five times the usual number of forms stands out', () => {
  expect(bursts(() => 10, 50)).toEqual([[noon, 50, 10]]);
  expect(bursts(() => 10, 49)).toEqual([]);
});

test('where nothing is usual, twenty forms in one hour stand out and nineteen do not', () => {
  expect(bursts(() => 0, 20)).toEqual([[noon, 20, 0]]);
  expect(bursts(() => 0, 19)).toEqual([]);
});

test('one wild night does not make a wilder one look usual', () => {
  const wild = (at: number): number => (at >= noon - 6 * hourSeconds ? 1000 : 2);
  expect(bursts(wild, 1000)).toHaveLength(7);
  expect(bursts(wild, 1000)[0]).toEqual([noon, 1000, 2]);
});

test('of hours that came before the week which is looked at, none is told, and the newest comes first', () => {
  const found = burstsIn(
    [noon - 7 * daySeconds - hourSeconds, noon - daySeconds, noon].map((hour) => ({ hour, count: 100 })),
    noon - 7 * daySeconds,
  );
  expect(found.map(({ hour }) => hour)).toEqual([noon, noon - daySeconds]);
});
