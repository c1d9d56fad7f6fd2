import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daySeconds, hourSeconds, isoTime } from '../../src/domain/clock.ts';
import { fewestShown } from '../../src/domain/country-figures.ts';
import { countChange, historyEvents, historyOf, type HistoryAt } from '../../src/domain/published-history.ts';

const monday = Date.parse('2026-11-23T00:00:00Z') / 1000;
const nothing = { received: 0, confirmed: 0, reinstated: 0, withdrawn: 0, invalidated: 0, erased: 0 };

/** In the given hour of that Monday, or of a day after it. */
const at = (hour: number, counts: Partial<HistoryAt>): HistoryAt => ({
  ...nothing,
  at: monday + hour * hourSeconds,
  ...counts,
});

const told = (hours: HistoryAt[]) =>
  historyOf(hours).map(
    ({ from, to, confirmed, total }) => `${isoTime(from)} ${(to - from) / 3600} ${confirmed} ${total}`,
  );

test('busy hours are told one by one, and empty ones are left out', () => {
  expect(told([at(3, { confirmed: 10 }), at(7, { confirmed: 25 }), at(8, { confirmed: 12 })])).toEqual([
    '2026-11-23T03:00:00Z 1 10 10',
    '2026-11-23T07:00:00Z 1 25 35',
    '2026-11-23T08:00:00Z 1 12 47',
  ]);
});

test('the hour in which Sam alone confirmed is one with its neighbours', () => {
  const hours = [
    at(0, { confirmed: 20 }),
    at(1, { confirmed: 1 }),
    at(4, { confirmed: 30 }),
    at(14, { confirmed: 11 }),
  ];
  expect(told(hours)).toEqual([
    '2026-11-23T00:00:00Z 3 21 21',
    '2026-11-23T04:00:00Z 1 30 51',
    '2026-11-23T14:00:00Z 1 11 62',
  ]);
});

test('on a day on which few signed nobody learns the hour, nor whether it was morning', () => {
  expect(told([at(14, { received: 50, confirmed: 3 })])).toEqual(['2026-11-23T00:00:00Z 24 3 3']);
});

test.each([3, 4, 22])('who withdrew or erased in hour %i is told of by the day, and no other row shows it', (hour) => {
  const busy = [at(3, { confirmed: 40 }), at(4, { confirmed: 30 })];
  const leaving = at(hour, {
    withdrawn: 1,
    erased: 2,
    confirmed: busy.find((other) => other.at === at(hour, {}).at)?.confirmed ?? 0,
  });
  const hours = [...busy.filter((other) => other.at !== leaving.at), leaving].toSorted((a, b) => a.at - b.at);
  expect(told(hours)).toEqual([
    '2026-11-23T03:00:00Z 1 40 40',
    '2026-11-23T04:00:00Z 1 30 70',
    '2026-11-23T00:00:00Z 24 0 67',
  ]);
  expect(historyOf(hours).map(({ withdrawn, erased }) => [withdrawn, erased])).toEqual([
    [0, 0],
    [0, 0],
    [1, 2],
  ]);
});

test('a day on which somebody left and nobody signed is one row', () => {
  expect(told([at(0, { confirmed: 10 }), at(30, { erased: 1 })])).toEqual([
    '2026-11-23T00:00:00Z 1 10 10',
    '2026-11-24T00:00:00Z 24 0 9',
  ]);
});

test('days stay apart, and the count runs on', () => {
  const hours = [
    at(1, { confirmed: 2 }),
    at(25, { confirmed: 3, reinstated: 2 }),
    at(49, { erased: 1, invalidated: 4 }),
  ];
  expect(told(hours)).toEqual([
    '2026-11-23T00:00:00Z 24 2 2',
    '2026-11-24T00:00:00Z 24 3 7',
    '2026-11-25T00:00:00Z 24 0 2',
  ]);
});

const anyHours = fc
  .uniqueArray(
    fc.record({
      hour: fc.nat({ max: 71 }),
      received: fc.nat({ max: 30 }),
      confirmed: fc.nat({ max: 30 }),
      withdrawn: fc.nat({ max: 2 }),
      erased: fc.nat({ max: 2 }),
    }),
    { selector: ({ hour }) => hour },
  )
  .map((hours) => hours.toSorted((a, b) => a.hour - b.hour).map(({ hour, ...counts }) => at(hour, counts)));

test('whenever people sign, nothing is lost, parts do not overlap, and none within a day tells of few or of who left', () => {
  fc.assert(
    fc.property(anyHours, (hours) => {
      const spans = historyOf(hours);
      for (const event of historyEvents)
        expect(spans.reduce((sum, span) => sum + span[event], 0)).toBe(
          hours.reduce((sum, hour) => sum + hour[event], 0),
        );
      expect(spans.at(-1)?.total ?? 0).toBe(hours.reduce((sum, hour) => sum + countChange(hour), 0));
      spans.forEach((span, index) => {
        const before = spans[index - 1];
        const hoursBefore = before === undefined ? 0 : (before.to - before.from) / hourSeconds;
        const isOfAll = span.to - span.from === daySeconds && hoursBefore < 24 && span.from <= (before?.from ?? -1);
        if (isOfAll) expect(span).toMatchObject({ received: 0, confirmed: 0, reinstated: 0, invalidated: 0 });
        else expect(span.from).toBeGreaterThanOrEqual(before?.to ?? 0);
        const hoursLong = (span.to - span.from) / hourSeconds;
        expect([1, 3, 6, 12, 24]).toContain(hoursLong);
        expect(((span.from % daySeconds) / hourSeconds) % hoursLong).toBe(0);
        if (hoursLong < 24) {
          expect(span.confirmed).toBeGreaterThanOrEqual(fewestShown);
          expect(span).toMatchObject({ withdrawn: 0, erased: 0 });
        }
      });
    }),
  );
});
