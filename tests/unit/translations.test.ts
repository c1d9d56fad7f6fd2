import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid } from 'liquidjs';
import { expect, test } from 'vitest';
import { templatesFolder } from '../../src/places.ts';

const engine = new Liquid();
const kinds = readdirSync(templatesFolder);
const parts = ['subject', 'text', 'html'];
const sourceOf = (kind: string, locale: string, part: string): string | undefined => {
  const file = join(templatesFolder, kind, `${locale}.${part}`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
/** `title`, `answer.yes_url`: what a part asks for, each once. */
const fieldsOf = (source: string): string[] => engine.fullVariablesSync(source).toSorted();

const languages = new Set(
  kinds.flatMap((kind) => readdirSync(join(templatesFolder, kind)).map((file) => file.split('.')[0] ?? '')),
);
languages.delete('en');
const mails = [...languages].flatMap((locale) => kinds.map((kind) => ({ locale, kind })));

test.each(mails)('the mail “$kind” holds in $locale every field that it holds in English', ({ locale, kind }) => {
  for (const part of parts) {
    const english = sourceOf(kind, 'en', part);
    const translated = sourceOf(kind, locale, part);
    expect(translated === undefined, `${kind}/${locale}.${part}`).toBe(english === undefined);
    if (english === undefined || translated === undefined) continue;
    expect(fieldsOf(translated), `${kind}/${locale}.${part}`).toEqual(fieldsOf(english));
    if (part === 'html') expect(translated).toContain(`<mjml lang="${locale}"`);
  }
});

test('the search does find translations, and fields in conditions and loops too', () => {
  expect(mails.length).toBeGreaterThan(0);
  expect(fieldsOf('{% if a.size > 0 %}{{ b | join }}{% endif %}{% for x in xs %}{{ x.y }}{% endfor %}')).toEqual([
    'a.size',
    'b',
    'x.y',
    'xs',
  ]);
});
