import { afterEach, beforeEach, expect, test } from 'vitest';
import { findAreas } from '../../src/campaign/find-areas.ts';
import { importLookup } from '../../src/campaign/import-lookup.ts';
import { deleteLookup, lookups, lookupSize } from '../../src/store/lookups.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory } from '../support/a-delivery.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const table = (country: string, ...pairs: [code: string, areaId: string][]) => imported(country, pairs);

const imported = (country: string, pairs: [code: string, areaId: string][], options = {}) =>
  importLookup(
    context,
    { country, source: 'Example', licence: 'CC0-1.0', asOf: '2026-11-01' },
    pairs.map(([code, areaId]) => ({ code, areaId })),
    options,
  );

test('the longest known beginning of a postcode tells its areas, in its own country only', async () => {
  await table('CA', ['K1A', 'north'], ['K1A0B1', 'south'], ['K1B', 'east'], ['K1B', 'west']);
  await table('US', ['12345', 'ocd-division/country:us/state:al/cd:3']);
  expect(await findAreas(context, 'CA', 'k1a 9z9')).toEqual(['north']);
  expect(await findAreas(context, 'CA', 'K1A 0B1')).toEqual(['south']);
  expect(await findAreas(context, 'CA', 'K1B 2C2')).toEqual(['east', 'west']);
  expect(await findAreas(context, 'US', '12345-6789')).toContain('ocd-division/country:us/state:al');
  for (const unknown of ['X1A 0B1', '12345', '', '  ', "'; --", 'K'.repeat(5000)])
    expect(await findAreas(context, 'CA', unknown)).toEqual([]);
});

test('a new table takes the place of the one before, and tells which areas nobody answers for', async () => {
  await aDirectory(context);
  await table('GB', ['N1__', 'gone'], ['N2__', 'gone']);
  const result = await table('GB', ['N1__', 'north'], ['N1__', 'nowhere'], ['N3__', 'nowhere']);
  const counts = { country: 'GB', rows: 3, codes: 2, codesInSeveralAreas: 1, areasWithoutAnybody: 1 };
  expect(result).toEqual({ outcome: 'imported', counts });
  expect(await lookupSize(context.store.read, 'GB')).toEqual({ rows: 3, codes: 2 });
  expect(await findAreas(context, 'GB', 'N2 1AA')).toEqual([]);
});

test('a table with under half of the rows takes the place of none unasked, and one with half does', async () => {
  const rowsOf = (count: number) => Array.from({ length: count }, (_, at): [string, string] => [`N${at}__`, 'north']);
  await table('CA', ...rowsOf(1));
  await table('GB', ...rowsOf(10));
  expect(await table('GB', ...rowsOf(4))).toEqual({ outcome: 'loses-most', before: 10 });
  expect(await lookupSize(context.store.read, 'GB')).toEqual({ rows: 10, codes: 10 });
  expect(await table('GB', ...rowsOf(5))).toMatchObject({ outcome: 'imported' });
  expect(await imported('GB', rowsOf(1), { force: true })).toMatchObject({ outcome: 'imported', counts: { rows: 1 } });
});

test('a table that cannot be stored whole leaves the one before', async () => {
  await table('GB', ['N1__', 'north']);
  const many = Array.from({ length: 1200 }, (_, at): [string, string] => [`N${at}`, 'south']);
  await expect(table('GB', ...many, ['N1', 'south'])).rejects.toThrow();
  expect(await lookupSize(context.store.read, 'GB')).toEqual({ rows: 1, codes: 1 });
});

test('42,000 rows are there within seconds, and can be taken away again', async () => {
  await table(
    'US',
    ...Array.from({ length: 42_000 }, (_, at): [string, string] => [`${10_000 + at}`, `cd:${at % 435}`]),
  );
  expect(await lookupSize(context.store.read, 'US')).toEqual({ rows: 42_000, codes: 42_000 });
  expect(await context.store.write((writing) => deleteLookup(writing, 'US'))).toBe(true);
  expect(await context.store.write((writing) => deleteLookup(writing, 'US'))).toBe(false);
  expect(await lookups(context.store.read)).toEqual([]);
  expect(await lookupSize(context.store.read, 'US')).toEqual({ rows: 0, codes: 0 });
}, 15_000);
