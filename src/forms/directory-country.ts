import { countryCodes } from '../domain/countries.ts';

/**
 * The country that an area lies in, as ISO 3166-1 alpha-2 in capitals: by the area's own ISO
 * identifier, else the file's `meta.country`, else an Open Civic Data id such as
 * `ocd-division/country:us/state:wa`. `'*'` in the file stands for every country, '' is not known.
 */
export function readCountry(
  areaId: string,
  identifiers: readonly { scheme: string; identifier: string }[],
  ofFile: string,
): string {
  const iso = identifiers.find(({ scheme }) => /^iso[ _-]?3166[ _-]?1(?!\d)/i.test(scheme))?.identifier ?? '';
  const division = /^ocd-division\/country:([a-z]{2})(?:\/|$)/.exec(areaId)?.[1] ?? '';
  return known(iso) || (ofFile === '*' ? '*' : known(ofFile)) || known(division);
}

/** '' for what is no country, such as EU. */
function known(code: string): string {
  const upper = code.toUpperCase();
  const country = otherNames[upper] ?? upper;
  return countries.has(country) ? country : '';
}

const countries: ReadonlySet<string> = new Set(countryCodes);

/** Codes that the European Union uses beside ISO's. */
const otherNames: Partial<Record<string, string>> = { UK: 'GB', EL: 'GR' };
