import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countryFigures, fewestShown, type CountryCount } from '../../src/domain/country-figures.ts';

const of = (counts: Record<string, number>): CountryCount[] =>
  Object.entries(counts).map(([country, count]) => ({ country, count }));

test('where every country has enough signers, all are shown, the largest first', () => {
  const { shown, others } = countryFigures(of({ AT: 10, DE: 500, FR: 10, GB: 0 }));
  expect(shown.map(({ country }) => country)).toEqual(['DE', 'AT', 'FR']);
  expect(others).toBeUndefined();
});

test('several small countries that are many together are one sum', () => {
  expect(countryFigures(of({ DE: 500, TW: 6, TM: 5 }))).toEqual({ shown: of({ DE: 500 }), others: 11 });
});

test('the one signer from a small country is not found by subtracting: the next smallest is folded in', () => {
  expect(countryFigures(of({ DE: 500, FR: 80, TM: 1 }))).toEqual({ shown: of({ DE: 500 }), others: 81 });
});

test('two small countries that are few together take the next smallest with them', () => {
  expect(countryFigures(of({ DE: 500, FR: 80, TM: 1, TW: 2 }))).toEqual({ shown: of({ DE: 500 }), others: 83 });
});

test('where that leaves nothing, nothing is told but the total', () => {
  expect(countryFigures(of({ DE: 500, TM: 1 }))).toEqual({ shown: [], others: 501 });
  expect(countryFigures(of({ TM: 3 }))).toEqual({ shown: [], others: 3 });
  expect(countryFigures([])).toEqual({ shown: [], others: undefined });
});

const anyCounts = fc
  .uniqueArray(fc.record({ country: fc.stringMatching(/^[A-Z]{2}$/), count: fc.nat({ max: 40 }) }), {
    selector: ({ country }) => country,
    maxLength: 12,
  })
  .map((counts) => counts as CountryCount[]);

const total = (counts: readonly CountryCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

test('whoever signed from wherever, nothing is lost and no small number can be worked out', () => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      const { shown, others } = countryFigures(counts);
      const names = new Set(shown.map(({ country }) => country));
      const folded = counts.filter(({ country, count }) => count > 0 && !names.has(country));
      expect(total(shown) + (others ?? 0)).toBe(total(counts));
      expect(shown.every(({ count }) => count >= fewestShown)).toBe(true);
      expect(others === undefined).toBe(folded.length === 0);
      if (folded.length === 0) return;
      expect(total(folded)).toBe(others);
      if (shown.length > 0) expect(folded.length > 1 && total(folded) >= fewestShown).toBe(true);
      // Nobody is hidden who is larger than somebody shown.
      const largestFolded = Math.max(...folded.map(({ count }) => count));
      expect(shown.every(({ count }) => count >= largestFolded)).toBe(true);
    }),
  );
});

test('no more is folded in than it takes', () => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      const { shown } = countryFigures(counts);
      const names = new Set(shown.map(({ country }) => country));
      const folded = counts.filter(({ country, count }) => count > 0 && !names.has(country));
      const large = folded.filter(({ count }) => count >= fewestShown).toSorted((a, b) => a.count - b.count);
      const last = large.at(-1);
      if (last === undefined) return;
      const without = folded.filter((row) => row !== last);
      expect(without.length < 2 || total(without) < fewestShown).toBe(true);
    }),
  );
});
