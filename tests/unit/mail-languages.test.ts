import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mailHtmlFolder, templatesFolder } from '../../src/places.ts';
import { direction } from '../../src/strings/format.ts';

const kinds = readdirSync(templatesFolder);
const filesOf = (kind: string): string[] => readdirSync(join(templatesFolder, kind));
const textOf = (kind: string, file: string): string => readFileSync(join(templatesFolder, kind, file), 'utf8');
const localeOf = (file: string): string => file.slice(0, file.indexOf('.'));

/** Of one locale, by their endings: `.subject`, `.text`, `.html`. */
const partsOf = (kind: string, locale: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(kind)
      .filter((file) => localeOf(file) === locale)
      .map((file) => [file.slice(locale.length), textOf(kind, file)]),
  );

const locales = [...new Set(kinds.flatMap((kind) => filesOf(kind).map(localeOf)))].filter((locale) => locale !== 'en');
const translations = kinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const));

/** The names in `{{ … }}`, without filters: a list's comma is each language's own. */
const filledIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map(([, name]) => name!))].toSorted();

/** What `{% if … %}`, `{% elsif … %}` and `{% for … %}` ask. */
const asked = (text: string): string[] =>
  [...text.matchAll(/\{%-?\s*(?:if|elsif|for)\s+(.*?)\s*-?%\}/g)].map(([, question]) => question!);

test('what mails fill in and ask is found', () => {
  const text = '{% if yours > 0 -%}{{ name | join: ", " }} {{ a.b }}{%- elsif x == "" %}{% else %}{{name}}{% endif %}';
  expect([filledIn(text), asked(text)]).toEqual([
    ['a.b', 'name'],
    ['yours > 0', 'x == ""'],
  ]);
  expect(locales).toContain('de');
});

test.each(translations)('the mail “%s” tells people who read %s all that it tells in English', (kind, locale) => {
  const told = partsOf(kind, locale);
  const english = partsOf(kind, 'en');
  expect(Object.keys(told)).toEqual(Object.keys(english));
  for (const [part, text] of Object.entries(english)) {
    expect(filledIn(told[part]!)).toEqual(filledIn(text));
    // A language may have to ask more: for its plurals.
    expect(asked(told[part]!)).toEqual(expect.arrayContaining(asked(text)));
  }
});

const withHtml = translations.filter(([kind, locale]) => '.html' in partsOf(kind, locale));

test.each(withHtml)('the mail “%s” says that it is in %s', (kind, locale) => {
  expect(partsOf(kind, locale)['.html']).toMatch(new RegExp(`^<mjml[^>]* lang="${locale}"`));
});

const fromTheRight = withHtml.filter(([, locale]) => direction(locale) === 'rtl');

test.each(fromTheRight)('the mail “%s” reads in %s from the right', (kind, locale) => {
  const html = readFileSync(join(mailHtmlFolder, kind, `${locale}.html`), 'utf8');
  expect(html).toContain(`<html lang="${locale}" dir="rtl"`);
  // MJML writes the direction of each into its cells, left to right unless told.
  expect(html).not.toMatch(/direction:ltr|align="left"/);
});

test('a language that reads from the right is among them', () => {
  expect(fromTheRight.map(([, locale]) => locale)).toContain('ar');
});
