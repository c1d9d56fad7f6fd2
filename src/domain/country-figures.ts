/** What may be told of fewer people than this: nothing. Signing can be a risk, and few people from one place are soon known by name. */
export const fewestShown = 10;

export interface CountryCount {
  /** ISO 3166-1 alpha-2. */
  country: string;
  count: number;
}

/** `others`: the sum of all countries that are not shown; undefined where all are. */
export interface CountryFigures {
  shown: CountryCount[];
  others: number | undefined;
}

/**
 * Countries as they may be published beside their total, the largest first. Those below `fewestShown` become one sum. Whoever subtracts what is
 * shown from the total learns that sum, so it is never of one country alone, nor itself too small: the smallest of the others are folded in
 * until it is neither, if need be all (complementary suppression, as statistical offices do it).
 */
export function countryFigures(counts: readonly CountryCount[]): CountryFigures {
  const sorted = counts
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count || (one.country < other.country ? -1 : 1));
  const large = sorted.filter(({ count }) => count >= fewestShown).length;
  if (large === sorted.length) return { shown: sorted, others: undefined };
  let kept = large;
  while (kept > 0 && !mayBeSummed(sorted.slice(kept))) kept -= 1;
  return { shown: sorted.slice(0, kept), others: sumOf(sorted.slice(kept)) };
}

const mayBeSummed = (folded: readonly CountryCount[]): boolean => folded.length > 1 && sumOf(folded) >= fewestShown;

const sumOf = (counts: readonly CountryCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);
