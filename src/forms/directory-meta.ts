import type { Directory } from '../domain/directory.ts';
import { timeZoneOf } from '../domain/time-zone.ts';
import { readDay } from './directory-day.ts';
import type { WarningCollector } from './import-warnings.ts';

/** What a file, or whoever imports it, says about a directory. '' is not known. */
export interface DirectoryMeta {
  id: string;
  title: string;
  source: string;
  licence: string;
  asOf: string;
  timeZone: string;
  /** Where representatives are if nothing else says so: as `readCountry` takes it. */
  country: string;
  /** Undefined where nobody says. */
  usableForSending: unknown;
  demonstration: unknown;
}

export const nothingSaid: DirectoryMeta = {
  id: '',
  title: '',
  source: '',
  licence: '',
  asOf: '',
  timeZone: '',
  country: '',
  usableForSending: undefined,
  demonstration: undefined,
};

/** The directory that `meta` describes; one that has no name there is named after `fileName`. */
export function readDirectory(meta: DirectoryMeta, fileName: string, warnings: WarningCollector): Directory {
  const stem = fileName.replace(/^.*[/\\]/s, '').replace(/\.[^.]*$/, '');
  const asOf = readDay(meta.asOf, 'end');
  if (asOf === undefined) warnings.add('date', `meta.data_as_of, “${meta.asOf}”, is not a date; left out.`);
  const timeZone = timeZoneOf(meta.timeZone);
  if (timeZone === undefined && meta.timeZone !== '')
    warnings.add(
      'time zone',
      `meta.time_zone, “${meta.timeZone}”, is not a time zone such as Europe/Berlin; left out.`,
    );
  const usable = meta.usableForSending;
  if (typeof usable !== 'boolean' && usable !== undefined)
    warnings.add('meta', 'meta.usable_for_sending is neither true nor false; nothing is sent to this directory.');
  return {
    id: slugOf(meta.id) || slugOf(meta.title) || slugOf(stem) || 'directory',
    title: meta.title || meta.id || stem || 'Representatives',
    source: meta.source,
    licence: meta.licence,
    asOf: asOf ?? '',
    // Anything but a plain yes or silence is no leave to send.
    usableForSending: usable === undefined || usable === true,
    demonstration: meta.demonstration === true,
    timeZone: timeZone ?? '',
  };
}

/** Longer addresses are cut off in terminals and mails. */
const longestSlug = 60;

export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longestSlug)
    .replace(/-$/, '');
