import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHour } from '../../src/domain/clock.ts';
import { mayLeave, nextLook, windowsOf, type Pace } from '../../src/domain/pacing.ts';

const usual: Pace = { hourly: 30, daily: 150, opensAt: 9, closesAt: 17, weekdaysOnly: true };
const seconds = (iso: string): number => Date.parse(iso) / 1000;
const minute = 60;
const daySeconds = 86_400;

/** A queue that is looked into at `looks` and always holds more than may leave; remembers whole hours, as the database does. */
function letters(pace: Pace, zone: string, looks: Iterable<number>, key = '1'): number[] {
  const left: number[] = [];
  for (const at of looks) {
    const { hourFrom, dayFrom } = windowsOf(zone, at);
    const since = (from: number) => left.filter((moment) => toHour(moment) >= from).length;
    const more = mayLeave({ pace, zone, at, sentThisHour: since(hourFrom), sentToday: since(dayFrom), key });
    for (let count = 0; count < more; count++) left.push(at);
  }
  return left;
}

function* everyMinute(from: number, days: number): Generator<number> {
  for (let at = from; at < from + days * daySeconds; at += minute) yield at;
}

function most(moments: readonly number[], windowOf: (at: number) => string | number): number {
  const counts = new Map<string | number, number>();
  for (const moment of moments) counts.set(windowOf(moment), (counts.get(windowOf(moment)) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** Apart from what is tested: the wall clock as Intl writes it, with the weekday before the day. */
const wallClock = (zone: string) => {
  const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const format = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const weekday = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' });
  return (at: number) => ({
    day: `${weekday.format(at * 1000)} ${format.format(at * 1000).slice(0, 10)}`,
    hour: Number(format.format(at * 1000).slice(11, 13)),
    offset: offset.format(at * 1000),
  });
};

const weeks = [
  ['Europe/Berlin', '2026-03-26T00:00:00Z'],
  ['Europe/Berlin', '2026-10-23T00:00:00Z'],
  ['America/New_York', '2026-03-06T00:00:00Z'],
  ['America/New_York', '2026-10-30T00:00:00Z'],
  ['Asia/Kolkata', '2026-11-26T00:00:00Z'],
  ['Asia/Kathmandu', '2026-11-26T00:00:00Z'],
  ['Australia/Adelaide', '2026-10-02T14:00:00Z'],
] as const;

const paces = fc
  .record({
    hourly: fc.integer({ min: 1, max: 60 }),
    daily: fc.integer({ min: 1, max: 400 }),
    opensAt: fc.integer({ min: 0, max: 23 }),
    open: fc.integer({ min: 1, max: 24 }),
    weekdaysOnly: fc.boolean(),
  })
  .map(({ open, ...rest }): Pace => ({ ...rest, closesAt: Math.min(rest.opensAt + open, 24) }));

/** Looks with any pauses between them: a server that stood still catches up on nothing it may not. */
const looks = (from: number) =>
  fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 50, maxLength: 200 }).map((gaps) => {
    let at = from;
    return gaps.map((gap) => (at += gap * minute));
  });

test.each(weeks)(
  'no hour and no day of anybody’s clock passes its cap, nothing comes at night (%s, %s)',
  (zone, from) => {
    const wall = wallClock(zone);
    fc.assert(
      fc.property(paces, looks(seconds(from)), fc.string(), (pace, moments, key) => {
        const left = letters(pace, zone, moments, key);
        const local = new Map(left.map((at) => [at, wall(at)]));
        const shown = (at: number) => local.get(at)!;
        expect(most(left, toHour)).toBeLessThanOrEqual(pace.hourly);
        // An hour that a change of clocks repeats is two hours.
        expect(most(left, (at) => Object.values(shown(at)).join(' '))).toBeLessThanOrEqual(pace.hourly);
        expect(most(left, (at) => shown(at).day)).toBeLessThanOrEqual(pace.daily);
        for (const { day, hour } of local.values()) {
          expect(hour >= pace.opensAt && hour < pace.closesAt).toBe(true);
          if (pace.weekdaysOnly) expect(day).not.toMatch(/^S/);
        }
      }),
      { numRuns: 60 },
    );
  },
);

test.each(weeks)(
  'a queue that never empties gets nearly a full day’s letters each working day (%s, %s)',
  (zone, from) => {
    const left = letters(usual, zone, everyMinute(seconds(from), 7));
    expect(left.length).toBeGreaterThan(5 * usual.daily * 0.85);
    expect(left.length).toBeLessThanOrEqual(5 * usual.daily);
  },
);

test('by each minute of an hour an even share has left, and never a burst', () => {
  const hour = seconds('2026-11-24T12:00:00Z');
  const whole = letters(usual, 'UTC', everyMinute(hour, 1 / 24)).length;
  for (let until = 1; until <= 60; until++) {
    const left = letters(usual, 'UTC', everyMinute(hour, until / 1440)).length;
    expect(Math.abs(left - (whole * until) / 60)).toBeLessThanOrEqual(1);
  }
});

test('midday gets more than opening and closing, over many representatives', () => {
  const byHour = Array.from({ length: 24 }, () => 0);
  for (let key = 0; key < 100; key++)
    for (const at of letters(usual, 'UTC', everyMinute(seconds('2026-11-24T00:00:00Z'), 1), String(key)))
      byHour[new Date(at * 1000).getUTCHours()]! += 1;
  const [opening, midday, closing] = [byHour[9]!, byHour[12]!, byHour[16]!];
  expect(midday).toBeGreaterThan(1.8 * opening);
  expect(midday).toBeGreaterThan(1.8 * closing);
  expect(Math.min(opening, closing)).toBeGreaterThan(0.4 * (usual.daily / 8) * 100);
});

test('an hour differs from the bell by a quarter at most, and not always by the same', () => {
  const noon = seconds('2026-11-24T12:59:00Z');
  const wide: Pace = { ...usual, hourly: 1000, daily: 4000 };
  const budgets = Array.from({ length: 200 }, (_, key) =>
    mayLeave({
      pace: wide,
      zone: 'UTC',
      at: noon,
      sentThisHour: 0,
      sentToday: 0,
      key: String(key),
    }),
  );
  // 500 an hour in the mean; the hour after noon has 1.45 of that.
  expect(Math.min(...budgets)).toBeGreaterThanOrEqual(500 * 1.45 * 0.745);
  expect(Math.max(...budgets)).toBeLessThanOrEqual(500 * 1.46 * 1.255);
  expect(new Set(budgets).size).toBeGreaterThan(100);
});

test('the same representative and minute get the same answer', () => {
  const ask = (key: string) => letters(usual, 'Asia/Kolkata', everyMinute(seconds('2026-11-24T00:00:00Z'), 1), key);
  expect(ask('17')).toEqual(ask('17'));
  expect(ask('17')).not.toEqual(ask('18'));
});

test('hundreds of representatives do not get their hour’s first letter in the same minute', () => {
  const firsts = Array.from(
    { length: 300 },
    (_, key) => letters(usual, 'UTC', everyMinute(seconds('2026-11-24T10:00:00Z'), 1 / 24), String(key))[0]!,
  );
  expect(most(firsts, (at) => at)).toBeLessThan(300 * 0.4);
});

test('a letter of the first half hour of a day counts, though the database has it in an hour that began the day before', () => {
  const night: Pace = { hourly: 60, daily: 1, opensAt: 0, closesAt: 2, weekdaysOnly: false };
  const midnight = seconds('2026-11-24T18:30:00Z');
  const counts = Array.from(
    { length: 200 },
    (_, key) => letters(night, 'Asia/Kolkata', everyMinute(midnight, 1 / 12), String(key)).length,
  );
  expect(Math.max(...counts)).toBe(1);
});

test('after a standstill no more leave at once than the day has left', () => {
  const look = { pace: usual, zone: 'UTC', at: seconds('2026-11-24T12:50:00Z'), key: '1', sentThisHour: 0 };
  expect(mayLeave({ ...look, sentToday: 0 })).toBeGreaterThan(2);
  for (const left of [2, 1, 0]) expect(mayLeave({ ...look, sentToday: usual.daily - left })).toBe(left);
});

test('one letter an hour and one a day still leave', () => {
  const slow: Pace = { ...usual, hourly: 1, daily: 8 };
  for (const zone of ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu'])
    expect(letters(slow, zone, everyMinute(seconds('2026-11-23T00:00:00Z'), 5)).length).toBeGreaterThan(20);
});

test('whoever looks again when told to finds something to send, and nothing was to be sent before', () => {
  fc.assert(
    fc.property(
      paces,
      fc.constantFrom(...weeks),
      fc.integer({ min: 0, max: 7 * 1440 }),
      (pace, [zone, from], minutes) => {
        const at = seconds(from) + minutes * minute;
        const { hourFrom, dayFrom } = windowsOf(zone, at);
        const look = { pace, zone, at, sentThisHour: 0, sentToday: 0, key: '1' };
        const now = mayLeave(look);
        const full = { ...look, sentThisHour: now, sentToday: now };
        const next = nextLook(full);
        expect(next).toBeGreaterThan(at);
        const moreAt = (then: number) =>
          mayLeave({
            ...full,
            at: then,
            sentThisHour: windowsOf(zone, then).hourFrom === hourFrom ? now : 0,
            sentToday: windowsOf(zone, then).dayFrom === dayFrom ? now : 0,
          });
        for (let before = at + minute; before < next; before += minute) expect(moreAt(before)).toBe(0);
        if (next < at + 7 * daySeconds) expect(moreAt(next)).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('after Friday’s close the next look is on Monday', () => {
  const look = { pace: usual, zone: 'Europe/Berlin', sentThisHour: 0, sentToday: 0, key: '1' };
  const next = nextLook({ ...look, at: seconds('2026-11-27T16:00:00Z') });
  expect(new Date(next * 1000).toISOString()).toMatch(/^2026-11-30T08:/);
});
