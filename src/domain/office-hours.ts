import { daySeconds } from './clock.ts';

/** What the clock on an office's wall shows. */
interface LocalTime {
  /** Seconds since midnight by that clock: 9:30 is 34,200, also on a day of 23 or 25 hours. */
  secondOfDay: number;
  /** 0 is Sunday. */
  weekday: number;
}

/**
 * The wall clock of a zone. It is asked for hundreds of representatives a minute and mostly answers from memory.
 * @param zone IANA
 * @param at seconds since 1970
 * @throws RangeError for a zone that `zoneOf` would not have let pass
 */
export function localTime(zone: string, at: number): LocalTime {
  const shown = at + offsetAt(zone, at);
  // 1 January 1970 was a Thursday.
  return { secondOfDay: modulo(shown, daySeconds), weekday: modulo(Math.floor(shown / daySeconds) + 4, 7) };
}

/**
 * When the zone's day of `at` began, in seconds since 1970: after the jump where clocks jump over
 * midnight, at the first midnight where they strike it twice.
 */
export function startOfLocalDay(zone: string, at: number): number {
  const dayOf = (moment: number) => Math.floor((moment + offsetAt(zone, moment)) / daySeconds);
  const day = dayOf(at);
  const starts = [at, day * daySeconds - offsetAt(zone, at) - aroundAChange].map(
    (moment) => day * daySeconds - offsetAt(zone, moment),
  );
  return Math.min(...starts.filter((start) => dayOf(start) === day));
}

/** Longer than any change of clocks, shorter than the time between two. */
const aroundAChange = 6 * 3600;

/**
 * The zone in which a representative keeps office hours: their own, else their directory's, else
 * that of their country's legislature, else UTC.
 * @param country ISO 3166-1 alpha-2; '*' and '' are nowhere
 */
export const zoneOf = (representativeTimeZone: string, directoryTimeZone: string, country: string): string =>
  [representativeTimeZone, directoryTimeZone].find(isZone) ?? legislatureZone(country) ?? 'UTC';

const isZone = (zone: string): boolean => zone !== '' && formatterOf(zone) !== undefined;

function legislatureZone(country: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(country)) return undefined;
  const known = severalZones[country];
  if (known !== undefined) return known;
  const [zone, ...others] = new Intl.Locale(`und-${country}`).getTimeZones() ?? [];
  return others.length === 0 ? zone : undefined;
}

/** Where the legislature sits in countries with several zones, or with none in CLDR. */
const severalZones: Record<string, string> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  XK: 'Europe/Belgrade',
};

interface KnownZone {
  format: Intl.DateTimeFormat;
  /** Seconds east of UTC, by quarter of an hour since 1970. */
  offsets: Map<number, number>;
}

/** Intl takes 50 times as long to make a formatter, and 20 times as long to format, as a look into a map. */
const knownZones = new Map<string, KnownZone | undefined>();

/** Clocks change, and zones differ, by whole quarters of an hour. */
const quarterSeconds = 900;

/** About 40 days of one zone: a server that runs for years forgets again. */
const mostOffsets = 4096;

function offsetAt(zone: string, at: number): number {
  const known = formatterOf(zone);
  if (known === undefined) throw new RangeError(`There is no time zone ${zone}`);
  const quarter = Math.floor(at / quarterSeconds);
  const remembered = known.offsets.get(quarter);
  if (remembered !== undefined) return remembered;
  if (known.offsets.size >= mostOffsets) known.offsets.clear();
  const offset = shownBy(known.format, quarter * quarterSeconds) - quarter * quarterSeconds;
  known.offsets.set(quarter, offset);
  return offset;
}

function formatterOf(zone: string): KnownZone | undefined {
  if (knownZones.has(zone)) return knownZones.get(zone);
  const known = newZone(zone);
  knownZones.set(zone, known);
  return known;
}

function newZone(timeZone: string): KnownZone | undefined {
  const numeric = 'numeric';
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric } as const;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, calendar: 'gregory', hourCycle: 'h23', ...fields });
    return { format, offsets: new Map() };
  } catch {
    return undefined;
  }
}

/** What the clock shows, as if it were one in UTC. */
function shownBy(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at * 1000).map(({ type, value }) => [type, Number(value)]));
  const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map(
    (type) => parts.get(type) ?? 0,
  ) as [number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute) / 1000;
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
