import { areasAround } from '../domain/area.ts';
import { beginningsOf, longestPostcode, normalisePostcode } from '../domain/postcode.ts';
import { areasOfCodes } from '../store/lookups.ts';
import type { Context } from './context.ts';

/**
 * The areas that a postcode lies in, and those around them; none if the country's table knows neither the postcode nor a
 * beginning of it. Nothing of what was typed is kept.
 * @param country ISO 3166-1 alpha-2
 */
export async function findAreas({ store }: Pick<Context, 'store'>, country: string, typed: string): Promise<string[]> {
  const code = normalisePostcode(typed, country);
  if (code.length > longestPostcode) return [];
  const areas = await areasOfCodes(store.read, country, beginningsOf(code));
  return [...new Set(areas.flatMap(areasAround))];
}
