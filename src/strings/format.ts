/** `iso` is a day (2027-12-31) or a time, shown as the day it is in UTC. */
export const formatDay = (locale: string, iso: string): string =>
  dates(locale, { dateStyle: 'long' }).format(new Date(iso));

export const formatTime = (locale: string, iso: string): string =>
  dates(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** A day without its year, for the axis of a chart. */
export const formatShortDay = (locale: string, iso: string): string =>
  dates(locale, { day: 'numeric', month: 'short' }).format(new Date(iso));

/** Day and hour, likewise. */
export const formatShortTime = (locale: string, iso: string): string =>
  dates(locale, { day: 'numeric', month: 'short', hour: 'numeric' }).format(new Date(iso));

export const formatNumber = (locale: string, value: number): string => numbers(locale, {}).format(value);

/** Short enough for the axis of a chart: 1.5M. */
export const formatCompact = (locale: string, value: number): string =>
  numbers(locale, { notation: 'compact' }).format(value);

/** @param share from 0 to 1 */
export const formatShare = (locale: string, share: number): string =>
  numbers(locale, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 }).format(share);

const dates = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dateFormats, locale, options, () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

const numbers = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(numberFormats, locale, options, () => new Intl.NumberFormat(locale, options));

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making one takes a hundred times as long as using it, and a page with charts uses hundreds. */
function kept<Format>(formats: Map<string, Format>, locale: string, options: object, make: () => Format): Format {
  const name = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(name) ?? make();
  formats.set(name, format);
  return format;
}

/** The country's name in the locale's language; the code itself for codes that nobody knows. */
export const countryName = (locale: string, code: string): string =>
  new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;

/** A language's name in the locale's. */
export const languageName = (locale: string, language: string): string =>
  new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(language) ?? language;

/** ISO 639 languages that are written from right to left. */
const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const direction = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
