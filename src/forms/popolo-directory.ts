import type { Directory } from '../domain/directory.ts';
import type { WarningCollector } from './import-warnings.ts';
import { readDay } from './popolo-day.ts';
import type { PopoloFile } from './popolo-shape.ts';

/** The directory that a file describes in `meta`; a bare Popolo file is named after `fileName`. */
export function readDirectory(file: PopoloFile, fileName: string, warnings: WarningCollector): Directory {
  const { meta } = file;
  const stem = fileName.replace(/^.*[/\\]/s, '').replace(/\.[^.]*$/, '');
  const asOf = readDay(meta.data_as_of, 'end');
  if (asOf === undefined) warnings.add('date', `meta.data_as_of, “${meta.data_as_of}”, is not a date; left out.`);
  const usable = meta.usable_for_sending;
  if (typeof usable !== 'boolean' && usable !== undefined)
    warnings.add('meta', 'meta.usable_for_sending is neither true nor false; nothing is sent to this directory.');
  return {
    id: slugOf(meta.id) || slugOf(meta.title) || slugOf(stem) || 'directory',
    title: meta.title || meta.id || stem || 'Representatives',
    source: meta.source || meta.source_repo || meta.sources.replaceAll('\n', ', '),
    licence: meta.licence || meta.license,
    asOf: asOf ?? '',
    // Anything but a plain yes or silence is no leave to send.
    usableForSending: usable === undefined || usable === true,
    timeZone: '',
  };
}

/** Longer addresses are cut off in terminals and mails. */
const longestSlug = 60;

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longestSlug)
    .replace(/-$/, '');
