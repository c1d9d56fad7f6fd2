import { expect, test } from 'vitest';
import { plotLetters } from '../../src/cli/letters-plot.ts';
import { tellLetters } from '../../src/cli/letters-tell.ts';
import type { Pace } from '../../src/domain/pacing.ts';
import { simulateLetters, type LetterRush } from '../../src/domain/simulate-letters.ts';

const pace: Pace = { hourly: 30, daily: 150, opensAt: 9, closesAt: 17, weekdaysOnly: true };
/** A Tuesday. */
const from = Date.parse('2026-11-24T10:20:00Z') / 1000;

type Changes = Partial<LetterRush> & { offices?: number; zones?: string[] };

function aRush({ offices = 10, zones = ['Europe/London'], ...changes }: Changes): LetterRush {
  const representatives = Array.from({ length: offices }, (_, place) => ({
    key: String(place + 1),
    zone: zones[place % zones.length] ?? '',
  }));
  return { representatives, pace, writers: 5000, each: 1, curve: 'burst', from, ...changes };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('every letter that is written is delivered, none before it is written', () => {
  const { letters, hours, localHours, lastAt } = simulateLetters(aRush({ each: 3 }));
  expect(letters).toBe(15_000);
  expect(sum(hours.map(({ written }) => written))).toBe(15_000);
  expect(sum(hours.map(({ delivered }) => delivered))).toBe(15_000);
  expect(sum(localHours)).toBe(15_000);
  let waiting = 0;
  for (const hour of hours) {
    waiting += hour.written - hour.delivered;
    expect(hour.waiting).toBe(waiting);
    expect(waiting).toBeGreaterThanOrEqual(0);
  }
  expect(waiting).toBe(0);
  expect(lastAt! - hours.at(-1)!.at).toBeLessThanOrEqual(3600);
});

test('half of the writers come in the first day, and nobody after two weeks', () => {
  const { hours } = simulateLetters(aRush({ offices: 1, each: 1, writers: 1000 }));
  const until = (days: number) =>
    sum(hours.filter(({ at }) => at < from + days * 86_400).map(({ written }) => written));
  expect(until(1)).toBeGreaterThan(480);
  expect(until(1)).toBeLessThan(540);
  expect(until(14)).toBe(1000);
});

test('one representative gets no more than the caps, whatever comes', () => {
  const { hours, longestWaitSeconds, busiest } = simulateLetters(aRush({ offices: 1, curve: 'at-once', writers: 600 }));
  expect(busiest).toEqual({ place: 0, letters: 600 });
  expect(Math.max(...hours.map(({ delivered }) => delivered))).toBeLessThanOrEqual(30);
  const days = Map.groupBy(hours, ({ at }) => Math.floor(at / 86_400));
  for (const day of days.values()) expect(sum(day.map(({ delivered }) => delivered))).toBeLessThanOrEqual(150);
  // Tuesday's rest, Wednesday to Friday, and a weekend before Monday.
  expect(longestWaitSeconds / 86_400).toBeGreaterThan(5);
  expect(longestWaitSeconds / 86_400).toBeLessThan(7);
});

test('offices of several zones each get their letters in their own day', () => {
  const { localHours, hours } = simulateLetters(
    aRush({ zones: ['Europe/London', 'Asia/Kolkata', 'America/New_York'], curve: 'at-once' }),
  );
  expect(localHours.flatMap((count, hour) => (count > 0 ? [hour] : []))).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  expect(
    new Set(hours.filter(({ delivered }) => delivered > 0).map(({ at }) => (at / 3600) % 24)).size,
  ).toBeGreaterThan(16);
});

test('the same rush ends the same way', () => {
  expect(simulateLetters(aRush({}))).toEqual(simulateLetters(aRush({})));
});

test('each writer chooses evenly and nobody twice', () => {
  const all = simulateLetters(aRush({ offices: 20, writers: 50, each: 999 }));
  expect(all.letters).toBe(1000);
  expect(all.busiest.letters).toBe(50);
  const some = simulateLetters(aRush({ offices: 20, writers: 1000, each: 5 }));
  expect(some.busiest.letters).toBeGreaterThan(250);
  expect(some.busiest.letters).toBeLessThan(310);
});

test('a year that is too short is told', () => {
  const rush = aRush({ offices: 1, curve: 'at-once', pace: { ...pace, daily: 1 } });
  const simulated = simulateLetters(rush);
  expect(simulated.lastAt).toBeUndefined();
  expect(tellLetters(simulated, rush, 'Sam Example')).toContain('a year is too short to deliver them all');
});

test('5,000 writers to each of 650 representatives take less than two seconds to simulate', () => {
  const before = process.cpuUsage();
  expect(simulateLetters(aRush({ offices: 650, each: 650 })).letters).toBe(3_250_000);
  // Of the processor, not of the clock: others may use the machine.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
});

test('an organizer reads when the last letter is delivered, how long it waits and who gets most', () => {
  const rush = aRush({ curve: 'at-once', writers: 5000 });
  const told = tellLetters(simulateLetters(rush), rush, 'Sam Example');
  expect(told).toMatch(
    /^5,000 writers: the last letter is delivered by \w+day \d+ \w+, \d\d:\d\d UTC; half of them by \w+day \d+ \w+, \d\d:\d\d UTC\.$/m,
  );
  expect(told).toMatch(/The longest wait is \d days?( and \d+ hours?)?\. Sam Example gets the most, \d+ letters\./);
  expect(told).toContain('at most 30 an hour and 150 a day, from 9:00 to 17:00 by their own clock, Monday to Friday.');
});

test.each([40, 80, 133])('the plot has labelled axes and fits into %i columns', (width) => {
  const plot = plotLetters(simulateLetters(aRush({})), width);
  const lines = plot.split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  expect(lines[1]).toMatch(/^ +5,000 ┤/);
  expect(plot).toMatch(/ 0 └─+┬/);
  expect(plot).toMatch(/2[56] Nov/);
  expect(plot).not.toContain('\u001B');
  expect(plot).toContain('░');
});

test('the plot of a rush shows letters that wait until they are delivered', () => {
  const lines = plotLetters(simulateLetters(aRush({ curve: 'at-once' })), 80).split('\n');
  // All are written at once: no gap on the left; the highest row is delivered last.
  expect(lines[1]).toMatch(/┤░+█+$/);
  const delivered = lines.slice(1, 11).map((line) => line.split('█').length);
  expect(delivered).toEqual(delivered.toSorted((a, b) => a - b));
});

test('where the plot’s middle row is full, half of the letters are delivered', () => {
  const { hours, ...rest } = simulateLetters(aRush({ curve: 'at-once' }));
  const row = plotLetters({ hours, ...rest }, 80)
    .split('\n')
    .find((line) => line.includes('2,500 ┤'))!
    .split('┤')[1]!;
  const share = row.indexOf('█') / row.length;
  const before = hours.slice(0, Math.round(share * hours.length)).map(({ delivered }) => delivered);
  // A row is a tenth, and counts from its middle.
  expect(sum(before) / 5000).toBeGreaterThan(0.35);
  expect(sum(before) / 5000).toBeLessThan(0.5);
});

test('a rush of a few minutes still has a plot', () => {
  expect(plotLetters(simulateLetters(aRush({ offices: 1, writers: 1, curve: 'at-once' })), 80)).toContain('█');
});
