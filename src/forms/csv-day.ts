import { readDay } from './directory-day.ts';

/**
 * The ISO day that a date in a spreadsheet means, '' for none, undefined if nobody can tell. Beside ISO:
 * 3.7.2024, 2024/7/3, and 23/7/2024 or 7/23/2024 where only one of the numbers can be a month.
 */
export function readCsvDay(text: string, edge: 'start' | 'end'): string | undefined {
  const [, year, month, day] = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return readDay(isoOf(year, month, day), edge);
  const [, one = '', mark, two = '', yearLast = ''] = /^(\d{1,2})([./])(\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  if (mark === undefined) return readDay(text, edge);
  // With dots the day comes first wherever people write so.
  if (mark === '.' || Number(one) > 12 || one === two) return readDay(isoOf(yearLast, two, one), edge);
  return Number(two) > 12 ? readDay(isoOf(yearLast, one, two), edge) : undefined;
}

const isoOf = (year: string, month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
