import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import { expect, test } from 'vitest';
import { markupIn } from '../../src/cli/mail-markup.ts';
import { matchLocale, nearestLocale, preferredLocale } from '../../src/domain/locale.ts';
import { openTemplates } from '../../src/mail/templates.ts';
import { mailHtmlFolder, projectRoot, templatesFolder } from '../../src/places.ts';
import {
  direction,
  formatDays,
  formatFacts,
  formatList,
  joinSentences,
  markedAs,
  ownName,
} from '../../src/strings/format.ts';
import { isolating } from '../../src/strings/isolate.ts';
import { languageOf, locales, strings } from '../../src/strings/strings.ts';

const offered = ['ar', 'de', 'en', 'zh-Hans', 'zh-Hant'];

test.each([
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['de-AT', 'de'],
  ['ar-EG', 'ar'],
  ['nl', undefined],
  ['ar-Latn', undefined],
  ['no tag', undefined],
  ['', undefined],
])('who reads %s reads %s', (wanted, found) => {
  expect(matchLocale(wanted, offered)).toBe(found);
});

test('who reads one kind of Chinese gets the other rather than English, and who reads neither gets none', () => {
  expect(nearestLocale('zh-Hant', ['en', 'zh-Hans'])).toBe('zh-Hans');
  expect(nearestLocale('zh-Hant', ['en', 'zh-Hans', 'zh-TW'])).toBe('zh-TW');
  expect(nearestLocale('de', ['en', 'zh-Hans'])).toBeUndefined();
  expect(nearestLocale('no tag', ['en'])).toBeUndefined();
});

test.each([
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
  ['nl, fr;q=0.9, de;q=0.5, en;q=0.7', 'en'],
  ['de;q=0, ar;q=0.1', 'ar'],
  ['*', undefined],
  [',;;q=x,,', undefined],
  [undefined, undefined],
])('a browser that asks for %s gets %s', (accept, found) => {
  expect(preferredLocale(accept, offered)).toBe(found);
});

test('a language that we do not have is read in English, and a spelling of one that we have is that one', () => {
  expect([languageOf('nl'), languageOf('en-GB')]).toEqual(['en', 'en']);
  expect(strings('en-GB')).toBe(strings('en'));
});

test.each([
  ['en', 'English', 'ltr', 'A and B', 'x, y', 'One. Two.', '7 days'],
  ['fr', 'Français', 'ltr', 'A et B', 'x, y', 'One. Two.', '7\u00A0jours'],
  ['tr', 'Türkçe', 'ltr', 'A ve B', 'x, y', 'One. Two.', '7 gün'],
  ['ar', 'العربية', 'rtl', 'A وB', 'x، y', 'One. Two.', '7 أيام'],
  ['zh-Hans', '简体中文', 'ltr', 'A和B', 'x，y', 'One.Two.', '7天'],
  ['zh-Hant', '繁體中文', 'ltr', 'A和B', 'x，y', 'One.Two.', '7 天'],
])('%s is called %s, runs %s and joins as it does', (locale, name, runs, list, facts, sentences, days) => {
  expect([ownName(locale), direction(locale)]).toEqual([name, runs]);
  expect(formatList(locale, ['A', 'B'])).toBe(list);
  expect(formatFacts(locale, ['x', '', undefined, 'y'])).toBe(facts);
  expect(joinSentences(locale, ['One.', false, undefined, 'Two.'])).toBe(sentences);
  expect(formatDays(locale, 7)).toBe(days);
});

test('a text is marked where it is in another language than its page, and only there', () => {
  expect(markedAs('en', 'ar')).toEqual({ lang: 'en', dir: 'ltr' });
  expect(markedAs('ar', 'en')).toEqual({ lang: 'ar', dir: 'rtl' });
  expect(markedAs('zh-Hans', 'zh-Hant')).toEqual({ lang: 'zh-Hans', dir: 'ltr' });
  expect([markedAs('en', 'en-GB'), markedAs('zh-TW', 'zh-Hant')]).toEqual([{}, {}]);
});

test('what stands in a sentence’s gap keeps its direction to itself, but an address stays one that programs read', () => {
  const said = {
    by: (name: string, most: number) => `“${name}” ${most}`,
    all: [{ of: (names: string[]) => names.join() }],
  };
  const [ltr, rtl] = [isolating(said, 'ltr'), isolating(said, 'rtl')];
  expect(ltr.by('Sam', 2)).toBe('“Sam” 2');
  expect(ltr.by('محمد', 2)).toBe('“\u2068محمد\u2069” 2');
  expect(rtl.by('+44 20', 2)).toBe('“\u2068+44 20\u2069” 2');
  expect(rtl.by('https://example.org/', 2)).toBe('“https://example.org/” 2');
  expect(rtl.all[0]?.of(['a', 'b'])).toBe('\u2068a\u2069,\u2068b\u2069');
});

const options = { validationLevel: 'strict', filePath: templatesFolder } as const;
const kinds = readdirSync(templatesFolder);
const htmlOf = (kind: string): string | undefined =>
  readdirSync(join(templatesFolder, kind)).find((file) => file === 'en.html') &&
  readFileSync(join(templatesFolder, kind, 'en.html'), 'utf8');

test.each(kinds)(
  'the mail “%s” runs from right to left where its language does, whatever its template says',
  async (kind) => {
    const template = htmlOf(kind);
    if (template === undefined) return;
    const { html } = await mjml2html(markupIn('ar', template), options);
    expect(html).toMatch(/<html lang="ar" dir="rtl"/);
    expect(html).not.toMatch(/direction:ltr|align="left"|font-family:Charter/);
    const { html: german } = await mjml2html(markupIn('de', template), options);
    expect(german).toMatch(/<html lang="de" dir="ltr"/);
    expect(german).not.toMatch(/direction:rtl|align="right"/);
  },
);

test.each(kinds)('the mail “%s” has the site’s colours, by day and by night', async (kind) => {
  const template = htmlOf(kind);
  if (template === undefined) return;
  const { html } = await mjml2html(markupIn('en', template), options);
  const tokens = readFileSync(join(projectRoot, 'src/styles/tokens.css'), 'utf8');
  expect(html).toContain('<meta name="color-scheme" content="light dark"');
  for (const colour of [...html.matchAll(/#[0-9a-f]{6}\b/g)].map(([found]) => found))
    expect(`${tokens} #ffffff`).toContain(colour);
  for (const colour of ['#12151d', '#1a1f2b', '#ece8df']) expect(html).toContain(colour);
});

test('a mail in a language without templates comes in English', () => {
  const fill = openTemplates(templatesFolder, mailHtmlFolder);
  const fields = { title: 'T', campaign_url: 'u', publisher: 'P', contact: 'c', data_url: 'd', days: 7 };
  expect(fill('your-data', 'nl', fields)).toEqual(fill('your-data', 'en', fields));
  expect(fill('your-data', 'nl', fields).text).toContain('7 days');
});

test('every language of the interface writes every mail', () => {
  for (const kind of kinds) {
    const files = readdirSync(join(templatesFolder, kind));
    const spoken = new Set(files.map((file) => file.slice(0, file.indexOf('.'))));
    expect([kind, [...spoken].toSorted()]).toEqual([kind, locales.toSorted()]);
  }
});

/** What names a side of the screen, and shorthands whose two sides differ. */
const physical = [
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-)?(?:left|right)\s*:/,
  /(?:float|text-align)\s*:\s*(?:left|right)/,
  /(?:margin|padding): [\w.-]+ ([\w.-]+) [\w.-]+ (?!\1;)[\w.-]+;/,
];

test('styles say start and end, never left and right', () => {
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const stylesIn = (file: string): string => {
    const text = readFileSync(join(projectRoot, 'src', file), 'utf8');
    const all = file.endsWith('.css') ? text : [...text.matchAll(/<style>(.*?)<\/style>/gs)].join('\n');
    // A sheet of paper has a left and a right, whatever is written on it.
    return all.replaceAll(/@page [\w-]+ \{[^}]*\}/g, '');
  };
  expect(
    physical.map((pattern) => [' left: 0;', 'float: left', 'margin: 0 1px 0 2px;'].some((css) => pattern.test(css))),
  ).toEqual([true, true, true]);
  const found = files
    .filter((file) => /\.(?:css|astro)$/.test(file))
    .filter((file) => physical.some((pattern) => pattern.test(stylesIn(file))));
  expect(found).toEqual([]);
});
