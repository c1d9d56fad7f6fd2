import { countryCodes } from '../domain/countries.ts';
import { timeZoneOf } from '../domain/time-zone.ts';
import { csvFields, type ColumnMap } from '../forms/csv-columns.ts';
import { readDay } from '../forms/directory-day.ts';
import { slugOf, type DirectoryMeta } from '../forms/directory-meta.ts';
import { mapOf } from './column-map.ts';
import { CommandError } from './command.ts';

/** Of `import` and `diff`: what a file cannot say of itself. */
export const recipientsOptions = {
  json: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  map: { type: 'string', multiple: true },
  id: { type: 'string' },
  title: { type: 'string' },
  source: { type: 'string' },
  licence: { type: 'string' },
  'as-of': { type: 'string' },
  country: { type: 'string' },
  'time-zone': { type: 'string' },
  'no-sending': { type: 'boolean', default: false },
} as const;

interface Values {
  id?: string | undefined;
  title?: string | undefined;
  source?: string | undefined;
  licence?: string | undefined;
  'as-of'?: string | undefined;
  country?: string | undefined;
  'time-zone'?: string | undefined;
  'no-sending': boolean;
}

/** What the organizer says of the directory. @throws CommandError for what cannot be */
export function saidOf(values: Values): Partial<DirectoryMeta> {
  const { id, title, source, licence, 'as-of': asOf, country, 'time-zone': timeZone } = values;
  if (id !== undefined && (id === '' || slugOf(id) !== id))
    throw new CommandError('--id takes small letters, digits and hyphens, as in --id us-congress', 2);
  if (asOf !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(asOf) || readDay(asOf, 'end') === undefined))
    throw new CommandError('--as-of takes a day, as in --as-of 2026-11-23', 2);
  if (country !== undefined && country !== '*' && !countryCodes.includes(country))
    throw new CommandError('--country takes a code of two capitals, as in --country FR, or * for every country', 2);
  if (timeZone !== undefined && timeZoneOf(timeZone) === undefined)
    throw new CommandError('--time-zone takes a name, as in --time-zone Europe/Berlin', 2);
  return {
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    ...(licence === undefined ? {} : { licence }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(country === undefined ? {} : { country }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(values['no-sending'] ? { usableForSending: false } : {}),
  };
}

/** `--map name="Member Name"`, any number of times. */
export const columnMapOf = (maps: readonly string[]): ColumnMap => mapOf(maps, csvFields, 'name="Member"');
