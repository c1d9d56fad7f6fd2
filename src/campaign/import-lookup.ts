import { toHour } from '../domain/clock.ts';
import { areasWithoutAnybody, replaceLookup } from '../store/lookups.ts';
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
 * Puts a country's table in place of the one before, whole or not at all.
 * @param postcodes codes as `normalisePostcode` makes them; each pair once
 */
export async function importLookup(
  { store, now }: Pick<Context, 'store' | 'now'>,
  { country, source, licence, asOf }: Lookup,
  postcodes: readonly { code: string; areaId: string }[],
): Promise<LookupCounts> {
  const row = { country, source, licence, as_of: asOf, imported_at: toHour(now()) };
  const rows = postcodes.map(({ code, areaId }) => ({ code, area_id: areaId }));
  await store.write((writing) => replaceLookup(writing, row, rows));
  const areas = new Map<string, number>();
  for (const { code } of postcodes) areas.set(code, (areas.get(code) ?? 0) + 1);
  return {
    country,
    rows: postcodes.length,
    codes: areas.size,
    codesInSeveralAreas: [...areas.values()].filter((count) => count > 1).length,
    areasWithoutAnybody: await areasWithoutAnybody(store.read, country),
  };
}
