import { matchLocale } from '../domain/locale.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { direction } from './format.ts';
import { fr } from './fr.ts';
import { isolating } from './isolate.ts';
import { tr } from './tr.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

/** What every language has to say; one that lacks a string does not build. */
export type Strings = typeof en;

/** The interface's languages, by tag. One more is a line here and one above, and files: docs/languages.md. */
const languages: Record<string, Strings> = {
  ar,
  de,
  en,
  es,
  fr,
  tr,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};

/** The tags of all languages of the interface, in the order in which they are offered. */
export const locales: readonly string[] = Object.keys(languages).toSorted();

/** The language of the interface where a locale is asked for; English where it does not have that one. */
export const languageOf = (locale: string): string => matchLocale(locale, locales) ?? 'en';

/** What a page is written and formatted in where a locale is asked for: that locale, or English where there is no language for it. */
export const shownLocale = (locale: string): string => (matchLocale(locale, locales) === undefined ? 'en' : locale);

const ready = new Map<string, Strings>();

/** Every interface string in the locale's language, or in English where there is none yet. */
export function strings(locale: string): Strings {
  const known = ready.get(locale);
  if (known !== undefined) return known;
  const language = languageOf(locale);
  const made = ready.get(language) ?? isolating(languages[language] ?? en, direction(language));
  ready.set(language, made);
  // Locales come from addresses that are answered and from rows: there are no more than campaigns speak.
  ready.set(locale, made);
  return made;
}
