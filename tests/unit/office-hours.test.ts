import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countryCodes } from '../../src/domain/countries.ts';
import { localTime, startOfLocalDay, zoneOf } from '../../src/domain/office-hours.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const hour = 3600;

test.each([
  ['Europe/Berlin', '2026-03-29T00:59:00Z', 1, 59, 0],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', 3, 0, 0],
  ['America/New_York', '2026-11-01T05:30:00Z', 1, 30, 0],
  ['America/New_York', '2026-11-01T06:30:00Z', 1, 30, 0],
  ['Asia/Kolkata', '2026-11-24T18:29:00Z', 23, 59, 2],
  ['Asia/Kathmandu', '2026-11-24T18:15:00Z', 0, 0, 3],
  ['Pacific/Kiritimati', '2026-11-28T10:00:00Z', 0, 0, 0],
])('in %s the clock on the wall is right at %s', (zone, at, hours, minutes, weekday) => {
  expect(localTime(zone, seconds(at))).toEqual({ secondOfDay: hours * hour + minutes * 60, weekday });
});

test.each([
  ['a day that loses an hour', 'Europe/Berlin', '2026-03-29T20:00:00Z', '2026-03-28T23:00:00Z'],
  ['a day that gains one', 'America/New_York', '2026-11-02T03:00:00Z', '2026-11-01T04:00:00Z'],
  ['a day whose midnight is skipped', 'America/Santiago', '2026-09-06T12:00:00Z', '2026-09-06T04:00:00Z'],
  ['a day whose midnight strikes twice', 'America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00Z'],
  ['a day that begins within our hour', 'Asia/Kolkata', '2026-11-25T03:00:00Z', '2026-11-24T18:30:00Z'],
])('%s begins when it does', (_, zone, at, start) => {
  expect(new Date(startOfLocalDay(zone, seconds(at)) * 1000).toISOString()).toBe(start.replace('Z', '.000Z'));
});

test('wherever and whenever it is asked, a day has begun, and a second earlier it was another one', () => {
  const zones = ['Europe/Berlin', 'America/Santiago', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
  const years = fc.integer({ min: seconds('2024-01-01T00:00:00Z'), max: seconds('2030-01-01T00:00:00Z') });
  fc.assert(
    fc.property(fc.constantFrom(...zones), years, (zone, at) => {
      const day = (moment: number) => new Date(moment * 1000).toLocaleDateString('en', { timeZone: zone });
      const start = startOfLocalDay(zone, at);
      expect(start).toBeLessThanOrEqual(at);
      expect(day(start)).toBe(day(at));
      expect(day(start - 1)).not.toBe(day(at));
    }),
  );
});

test('a representative’s own zone wins, then the directory’s, then the legislature’s', () => {
  expect(zoneOf('Europe/Lisbon', 'Europe/Madrid', 'FR')).toBe('Europe/Lisbon');
  expect(zoneOf('', 'Europe/Madrid', 'FR')).toBe('Europe/Madrid');
  expect(zoneOf('Europe/Atlantis', 'nonsense', 'FR')).toBe('Europe/Paris');
  expect(zoneOf('', '', 'US')).toBe('America/New_York');
  expect(zoneOf('', '', 'NZ')).toBe('Pacific/Auckland');
});

test('where nothing is known, offices keep UTC', () => {
  for (const country of ['*', '', 'ZZ', 'Narnia', 'AQ']) expect(zoneOf('', '', country)).toBe('UTC');
});

test('every country with a legislature has a zone that the machine knows', () => {
  const without = countryCodes.filter((country) => zoneOf('', '', country) === 'UTC');
  // Antarctica, and islands where nobody or no legislature sits.
  expect(without.toSorted()).toEqual(['AQ', 'BV', 'HM', 'UM']);
  for (const country of countryCodes) expect(() => localTime(zoneOf('', '', country), 0)).not.toThrow();
});
