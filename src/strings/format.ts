import { sameWriting } from '../domain/locale.ts';

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

/** 7 days. */
export const formatDays = (locale: string, count: number): string =>
  numbers(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(count);

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

/** A language's name in itself, as it stands in a list of languages: Français, 繁體中文. */
export function ownName(language: string): string {
  const [first = '', ...rest] = languageName(language, language);
  return first.toLocaleUpperCase(language) + rest.join('');
}

/** A, B and C. */
export const formatList = (locale: string, items: readonly string[]): string =>
  kept(listFormats, locale, {}, () => new Intl.ListFormat(locale)).format(items);

const listFormats = new Map<string, Intl.ListFormat>();

/** What belongs to one thing, such as role, party and area; what is empty is left out. CLDR has no list without an “and”. */
export const formatFacts = (locale: string, facts: readonly (string | undefined)[]): string =>
  facts.filter(Boolean).join(commas[scriptOf(locale)] ?? ', ');

const commas: Record<string, string> = { Arab: '، ', Hans: '，', Hant: '，', Jpan: '、' };

/** Whole sentences one after the other; whatever is no sentence is left out. */
export const joinSentences = (locale: string, sentences: readonly (string | false | undefined)[]): string =>
  sentences.filter(Boolean).join(withoutSpaces.has(scriptOf(locale)) ? '' : ' ');

/** Scripts whose full stop brings its own room along. */
const withoutSpaces = new Set(['Hans', 'Hant', 'Jpan']);

const scriptOf = (locale: string): string => new Intl.Locale(locale).maximize().script ?? '';

export const direction = (locale: string): 'ltr' | 'rtl' =>
  new Intl.Locale(locale).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';

/** What marks a text in another language than its page's; nothing for one that is in the same. */
export const markedAs = (language: string, pageLocale: string): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  sameWriting(language, pageLocale) ? {} : { lang: language, dir: direction(language) };
