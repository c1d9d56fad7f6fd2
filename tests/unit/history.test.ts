import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daySeconds, hourSeconds, isoDay } from '../../src/domain/clock.ts';
import { gainOf, gainsByDay, periodsOf, wholeHistory, type EventCount } from '../../src/domain/history.ts';
import { troubleOf } from '../../src/domain/mail-trouble.ts';
import { signatureEvents } from '../../src/domain/signature.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
// A Monday.
const now = seconds('2026-11-23T12:34:56Z');
const on = (day: string, event: EventCount['event'], count: number): EventCount => ({
  at: seconds(`${day}T00:00:00Z`),
  event,
  count,
});

test('hours in which nothing happened are there as well, up to the one that is not over', () => {
  const hour = seconds('2026-11-23T12:00:00Z');
  const events = [
    { at: hour, event: 'confirmed' as const, count: 2 },
    { at: hour - 2 * hourSeconds, event: 'received' as const, count: 3 },
    { at: hour - 9 * hourSeconds, event: 'received' as const, count: 99 },
  ];
  expect(periodsOf(events, { from: hour - 2 * hourSeconds, now, seconds: hourSeconds })).toEqual([
    { at: hour - 2 * hourSeconds, received: 3, confirmed: 0, withdrawn: 0, gained: 0 },
    { at: hour - hourSeconds, received: 0, confirmed: 0, withdrawn: 0, gained: 0 },
    { at: hour, received: 0, confirmed: 2, withdrawn: 0, gained: 2 },
  ]);
});

test('the count rises by who confirms and falls by who leaves, and the day that is not over says nothing of the pace', () => {
  const events = [
    on('2026-11-20', 'received', 30),
    on('2026-11-20', 'confirmed', 20),
    on('2026-11-20', 'withdrawn', 1),
    on('2026-11-22', 'invalidated', 5),
    on('2026-11-22', 'reinstated', 2),
    on('2026-11-22', 'erased', 1),
    on('2026-11-22', 'expired', 9),
    on('2026-11-23', 'confirmed', 100),
  ];
  expect(gainsByDay(events, now)).toEqual([19, 0, -4]);
  expect(gainOf(events)).toBe(115);
  expect(gainsByDay([], now)).toEqual([]);
});

test('a short campaign is told by days, a long one by weeks from Monday, one of years by four weeks', () => {
  const since = (days: number) => wholeHistory([{ at: now - days * daySeconds, event: 'received', count: 1 }], now);
  expect(since(0)).toMatchObject({ days: 1, periods: [{ received: 1 }] });
  expect(since(90)).toMatchObject({ days: 1 });
  expect(since(90).periods).toHaveLength(91);
  expect(since(200).days).toBe(7);
  expect(since(200).periods.map(({ at }) => new Date(at * 1000).getUTCDay())).toEqual(Array(30).fill(1));
  expect(isoDay(since(200).periods.at(-1)!.at)).toBe('2026-11-23');
  expect(since(3000).days).toBe(28);
  expect(wholeHistory([], now).periods).toHaveLength(1);
});

test('nothing is lost or counted twice, however long it took', () => {
  const events = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 4000 }).map((days) => seconds('2026-11-23T00:00:00Z') - days * daySeconds),
      event: fc.constantFrom(...signatureEvents),
      count: fc.nat(1e9),
    }),
    { maxLength: 50 },
  );
  fc.assert(
    fc.property(events, (some) => {
      const { periods } = wholeHistory(some, now);
      const total = (event: 'received' | 'confirmed' | 'withdrawn') => [
        periods.reduce((sum, period) => sum + period[event], 0),
        some.reduce((sum, row) => sum + (row.event === event ? row.count : 0), 0),
      ];
      for (const event of ['received', 'confirmed', 'withdrawn'] as const) {
        const [found, given] = total(event);
        expect(found).toBe(given);
      }
      expect(periods.length).toBeLessThanOrEqual(150);
    }),
  );
});

test('what went wrong with mail is told in words, by what the mail server said', () => {
  const said = [
    'ECONNECTION at CONN',
    'ETIMEDOUT at CONN',
    'ESOCKET',
    'EDNS at CONN',
    'EAUTH at AUTH 535',
    'EENVELOPE at RCPT 550',
    'EENVELOPE at RCPT 451',
    'EMESSAGE at DATA 554',
    'ENULLMX at DNS',
    'ENODOMAIN at DNS',
    'its letter is gone',
    'ERROR',
  ];
  expect(said.map(troubleOf)).toEqual([
    ...Array<string>(4).fill('unreachable'),
    'sign-in',
    'address',
    'later',
    'refused',
    'domain',
    'domain',
    'no-longer',
    'other',
  ]);
});
