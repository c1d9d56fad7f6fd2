import { toHour } from '../domain/clock.ts';
import { areasWithoutAnybody, lookupSize, replaceLookup } from '../store/lookups.ts';
import type { Context } from './context.ts';

/** A country's table: which areas its postcodes, or their beginnings, lie in. */
export interface Lookup {
  /** ISO 3166-1 alpha-2, in capitals. */
  country: string;
  source: string;
  licence: string;
  /** ISO day, or ''. */
  asOf: string;
}

export interface LookupCounts {
  country: string;
  rows: number;
  codes: number;
  /** Codes that lie in more than one area. */
  codesInSeveralAreas: number;
  /** Areas that nobody in any directory answers for. */
  areasWithoutAnybody: number;
}

/**
 * Puts a country's table in place of the one before, whole or not at all. One with under half of its rows is left out without `force`:
 * such a file is more often the wrong one, or cut off.
 * @param postcodes codes as `normalisePostcode` makes them; each pair once
 */
export async function importLookup(
  { store, now }: Pick<Context, 'store' | 'now'>,
  { country, source, licence, asOf }: Lookup,
  postcodes: readonly { code: string; areaId: string }[],
  { force = false } = {},
): Promise<{ outcome: 'imported'; counts: LookupCounts } | { outcome: 'loses-most'; before: number }> {
  const row = { country, source, licence, as_of: asOf, imported_at: toHour(now()) };
  const rows = postcodes.map(({ code, areaId }) => ({ code, area_id: areaId }));
  const before = await store.write(async (writing) => {
    const size = await lookupSize(writing.db, country);
    if (rows.length * 2 < size.rows && !force) return size.rows;
    await replaceLookup(writing, row, rows);
    return undefined;
  });
  if (before !== undefined) return { outcome: 'loses-most', before };
  const areas = new Map<string, number>();
  for (const { code } of postcodes) areas.set(code, (areas.get(code) ?? 0) + 1);
  const counts = {
    country,
    rows: postcodes.length,
    codes: areas.size,
    codesInSeveralAreas: [...areas.values()].filter((count) => count > 1).length,
    areasWithoutAnybody: await areasWithoutAnybody(store.read, country),
  };
  return { outcome: 'imported', counts };
}
