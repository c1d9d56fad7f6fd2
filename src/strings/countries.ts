import { countryCodes } from '../domain/countries.ts';
import { countryName } from './format.ts';

interface Option {
  value: string;
  label: string;
}

/** Naming and sorting 250 countries takes milliseconds; there are as many lists as locales. */
const byLocale = new Map<string, Option[]>();

/** All countries by their names in the locale's language, in that language's order. */
export function countries(locale: string): Option[] {
  const known = byLocale.get(locale);
  if (known) return known;
  const { compare } = new Intl.Collator(locale);
  const options = countryCodes
    .map((code) => ({ value: code, label: countryName(locale, code) }))
    .toSorted((a, b) => compare(a.label, b.label));
  byLocale.set(locale, options);
  return options;
}
