/**
 * The ISO day that a date of a Popolo file means, '' for none, undefined if it is no date. Popolo
 * allows a year or a month alone: a start is then its first day, an end its last. Of a time, the day counts.
 */
export function readDay(text: string, edge: 'start' | 'end'): string | undefined {
  if (text === '') return '';
  const [, year, month, day] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (day !== undefined) return realDay(`${year}-${month}-${day}`);
  if (edge === 'start') return realDay(`${year}-${month ?? '01'}-01`);
  return realDay(`${year}-${month ?? '12'}-${lastDay(Number(year), Number(month ?? 12))}`);
}

/** Day 0 of a month is the last one of the month before. */
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Date rolls 30 February over to March: such a day is none. */
function realDay(day: string): string | undefined {
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== day ? undefined : day;
}
