/** `iso` is a day (2027-12-31) or a time, shown as the day it is in UTC. */
export const formatDay = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));

export const formatTime = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso));

/** The same without the year, for the axis of a chart. */
export const formatShortDay = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(iso));

/** Day and hour, likewise. */
export const formatShortTime = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', timeZone: 'UTC' }).format(
    new Date(iso),
  );

/** Short enough for the axis of a chart: 1.5M. */
export const formatCompact = (locale: string, value: number): string =>
  new Intl.NumberFormat(locale, { notation: 'compact' }).format(value);

/** @param share from 0 to 1 */
export const formatShare = (locale: string, share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 }).format(
    share,
  );

export const formatNumber = (locale: string, value: number): string => new Intl.NumberFormat(locale).format(value);

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
