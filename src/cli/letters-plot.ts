import type { SimulatedLetters } from '../domain/simulate-letters.ts';

interface Column {
  /** When it begins, in seconds since 1970. */
  at: number;
  /** All until its end. */
  written: number;
  delivered: number;
  /** The most in one of its hours. */
  writtenAnHour: number;
  deliveredAnHour: number;
}

const rows = 10;
const gutter = 11;

/**
 * Letters written and delivered over time, in characters of one width and without colours. What is shaded has been
 * written and waits: its height is the queue, its length the wait.
 * @param width in characters; narrower than 40 is drawn as 40
 */
export function plotLetters({ letters, hours, localHours }: SimulatedLetters, width: number): string {
  const columns = columnsOf(hours, Math.max(width, 40) - gutter - 2);
  const most = (of: (column: Column) => number) => Math.max(...columns.map(of));
  const spark = (label: string, of: (column: Column) => number) => [
    `${label.padStart(gutter - 1)} ${sparkline(columns.map(of))}`,
    `${' '.repeat(gutter)}at most ${number(most(of))} an hour`,
  ];
  return [
    '█ delivered, ░ written and waiting; UTC',
    ...area(columns, letters),
    ...timeAxis(columns),
    ...spark('written', (column) => column.writtenAnHour),
    ...spark('delivered', (column) => column.deliveredAnHour),
    ...byClock(localHours),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}

/** As many as fit; where there are fewer hours than places, an hour takes several. */
function columnsOf(hours: SimulatedLetters['hours'], places: number): Column[] {
  const count = Math.min(hours.length, places);
  const each = Math.floor(places / count);
  let [written, delivered] = [0, 0];
  return Array.from({ length: count }, (_, place) => {
    const part = hours.slice(
      Math.floor((place * hours.length) / count),
      Math.floor(((place + 1) * hours.length) / count),
    );
    written += part.reduce((sum, hour) => sum + hour.written, 0);
    delivered += part.reduce((sum, hour) => sum + hour.delivered, 0);
    return Array.from({ length: each }, (): Column => ({
      at: part[0]?.at ?? 0,
      written,
      delivered,
      writtenAnHour: Math.max(...part.map((hour) => hour.written)),
      deliveredAnHour: Math.max(...part.map((hour) => hour.delivered)),
    }));
  }).flat();
}

function area(columns: readonly Column[], letters: number): string[] {
  return Array.from({ length: rows }, (_, fromTop) => {
    const row = rows - fromTop;
    const label = row === rows ? number(letters) : row === rows / 2 ? number(letters / 2) : '';
    // A cell counts from its middle up.
    const reached = (count: number) => (count / letters) * rows > row - 0.5;
    const cells = columns.map(({ written, delivered }) => (reached(delivered) ? '█' : reached(written) ? '░' : ' '));
    return `${label.padStart(gutter - 2)} ${label === '' ? '│' : '┤'}${cells.join('')}`;
  });
}

/** Marks where a day begins, as often as there is room for its date; hours where there is only one day. */
function timeAxis(columns: readonly Column[]): string[] {
  const days = new Set(columns.map(({ at }) => dayLabel(at)));
  const labelOf = days.size > 1 ? dayLabel : (at: number) => new Date(at * 1000).toISOString().slice(11, 16);
  let line = '';
  let labels = '';
  for (const [place, { at }] of columns.entries()) {
    const before = columns[place - 1];
    const label = labelOf(at);
    const begins = before !== undefined && labelOf(before.at) !== label && place > labels.length;
    const fits = begins && place + label.length <= columns.length;
    line += fits ? '┬' : '─';
    if (fits) labels = `${labels.padEnd(place)}${label} `;
  }
  return [`${'0'.padStart(gutter - 2)} └${line}`, `${' '.repeat(gutter)}${labels}`];
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayLabel = (at: number): string => dayFormat.format(at * 1000);

function byClock(localHours: readonly number[]): string[] {
  const from = localHours.findIndex((count) => count > 0);
  const until = localHours.findLastIndex((count) => count > 0) + 1;
  if (from === -1) return [];
  return [
    `${'by clock'.padStart(gutter - 1)} ${sparkline(localHours.slice(from, until))}`,
    `${' '.repeat(gutter)}${from}:00 to ${until}:00, their own time`,
  ];
}

const levels = ' ▁▂▃▄▅▆▇█'.split('');

/** A bar of eight levels for each value; whatever is not nothing shows. */
function sparkline(values: readonly number[]): string {
  const most = Math.max(...values);
  return values.map((value) => levels[value === 0 ? 0 : Math.max(1, Math.round((value / most) * 8))]).join('');
}

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 });
