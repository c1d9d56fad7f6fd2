import { longestPostcode, normalisePostcode } from '../domain/postcode.ts';
import { readCsv } from './csv.ts';
import { cleanLine } from './loose-shape.ts';
import { usDivision } from './us-divisions.ts';

/** A postcode or its beginning, normalised, and an area that it lies in. */
export interface PostcodeArea {
  code: string;
  areaId: string;
}

export interface ReadLookup {
  outcome: 'read';
  /** Each pair once. */
  rows: PostcodeArea[];
  /** How many lines had no postcode or no area. */
  leftOut: number;
}

/** Columns by their names, where the file calls them otherwise than we know. */
export interface LookupMap {
  postcode?: string | undefined;
  area?: string | undefined;
}

/**
 * Reads which areas postcodes lie in from CSV: a column of postcodes (or districts, sectors, the first three characters) and
 * one of area ids as the directory has them; or zip, state and cd, as the files of the United States have it.
 * @param country ISO 3166-1 alpha-2, in capitals
 */
export function readLookup(
  text: string,
  country: string,
  map: LookupMap = {},
): ReadLookup | { outcome: 'unreadable'; reason: string } {
  const table = readCsv(text);
  if ('reason' in table) return { outcome: 'unreadable', reason: table.reason };
  const lines = table.rows.map(({ cells }) => cells);
  if (lines.length === 0) return { outcome: 'unreadable', reason: 'This file has no lines below a heading.' };
  const columns = table.header.map((name) => name.trim().toLowerCase());
  const find = (asked: string | undefined, known: readonly string[]): number =>
    asked === undefined
      ? columns.findIndex((name) => known.includes(name))
      : columns.indexOf(asked.trim().toLowerCase());
  const at = { postcode: find(map.postcode, postcodeColumns), area: find(map.area, areaColumns) };
  const state = columns.findIndex((name) => stateColumns.includes(name));
  const district = columns.indexOf('cd');
  const congress = at.area === -1 && map.area === undefined && country === 'US' && state !== -1 && district !== -1;
  const missing = at.postcode === -1 ? 'postcode' : at.area === -1 && !congress ? 'area' : undefined;
  if (missing !== undefined)
    return {
      outcome: 'unreadable',
      reason: `No column of ${missing}s is known among ${columns
        .map((name) => `“${cleanLine(name).slice(0, 40)}”`)
        .slice(0, 20)
        .join(', ')}: say which it is with --map ${missing}=NAME.`,
    };
  const pairs = new Map<string, PostcodeArea>();
  let leftOut = 0;
  for (const line of lines) {
    const typed = (line[at.postcode] ?? '').trim();
    const code = normalisePostcode(congress ? typed.padStart(zipLength, '0') : typed, country);
    const areaId = congress ? districtId(line[state] ?? '', line[district] ?? '') : cleanLine(line[at.area]);
    if (typed === '' || code.length < 2 || code.length > longestPostcode || areaId === '') leftOut++;
    else pairs.set(`${code} ${areaId}`, { code, areaId });
  }
  if (pairs.size === 0) return { outcome: 'unreadable', reason: 'No line has both a postcode and an area.' };
  return { outcome: 'read', rows: [...pairs.values()], leftOut };
}

/** As public files call them. */
const postcodeColumns = ['postcode', 'postal_code', 'zip', 'zcta', 'plz', 'code_postal', 'fsa', 'outcode', 'sector'];
const areaColumns = ['area_id', 'area'];
const stateColumns = ['state', 'state_abbr'];

/** Spreadsheets take the zeros off the front of a number. */
const zipLength = 5;

/** The id of a congressional district: 0 is the whole of a state that has one member only. '' if it is none. */
function districtId(stateTyped: string, districtTyped: string): string {
  const division = usDivision(stateTyped.trim());
  if (division === '' || !/^\d{1,2}$/.test(districtTyped.trim())) return '';
  const district = Number(districtTyped);
  // Territories and the capital send one delegate, whatever number the file gives them.
  return district === 0 || !division.includes('/state:') ? division : `${division}/cd:${district}`;
}
