/**
 * A postcode, or the beginning of one, as it is stored and looked up: capitals and digits, without spaces, hyphens or dots.
 *
 * British ones get their first half filled up to four characters, as in the Post Office's own files (`N1 1` → `N1__1`):
 * otherwise the sector N1 1 and the district N11, which lie miles apart, would be one.
 * @param country ISO 3166-1 alpha-2, in capitals
 */
export function normalisePostcode(typed: string, country: string): string {
  const spaced = typed.normalize('NFKC').toUpperCase().trim();
  const code = bare(spaced);
  if (!british.has(country)) return code;
  const [, whole = '', inward = ''] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(code) ?? [];
  if (whole !== '') return fill(whole) + inward;
  const halves = /^(\S+)\s+(\S+)$/.exec(spaced);
  if (halves !== null) return fill(bare(halves[1] ?? '')) + bare(halves[2] ?? '');
  if (/^[A-Z]{1,2}\d[A-Z\d]?$/.test(code)) return fill(code);
  const [, district = '', sector = ''] = /^([A-Z]{1,2}\d[A-Z\d])(\d)$/.exec(code) ?? [];
  return district === '' ? code : fill(district) + sector;
}

/** The code itself and its beginnings, the longest first. One character says nothing anywhere. */
export const beginningsOf = (code: string): string[] =>
  Array.from({ length: Math.max(0, code.length - 1) }, (_, cut) => code.slice(0, code.length - cut));

/** Longer is no postcode in any country. */
export const longestPostcode = 20;

/** Great Britain, Northern Ireland and the islands that share their postcodes. */
const british: ReadonlySet<string> = new Set(['GB', 'GG', 'IM', 'JE']);

const bare = (code: string): string => code.replace(/[^\p{L}\p{N}]/gu, '');

const fill = (outward: string): string => outward.padEnd(4, '_');
