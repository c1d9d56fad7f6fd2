import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../places.ts';
import { direction } from '../strings/format.ts';

/** Colours, sizes and the dark scheme of all mails, beside the site's. */
const look = readFileSync(join(projectRoot, 'src/styles/mails.mjml'), 'utf8');

/** What mails are set in has no letters of these scripts, and what stands in for them beside it is not made for a screen. */
const typefaces: [script: string, families: string][] = [
  ['Hans', "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"],
  ['Hant', "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', sans-serif"],
  ['Arab', "'Segoe UI', 'Geeza Pro', 'Noto Sans Arabic', Tahoma, Arial, sans-serif"],
];

/**
 * A mail's MJML with our look and as its language wants it: `lang` and `dir` on the whole, a typeface that has its letters, and from right to
 * left all that MJML sets from left to right unless it is told. Templates of all languages can therefore be alike but for their words.
 * @param locale of the file's name
 */
export function markupIn(locale: string, mjml: string): string {
  const { script } = new Intl.Locale(locale).maximize();
  const families = typefaces.find(([known]) => known === script)?.[1];
  const dir = direction(locale);
  const forAll = [
    ...(families === undefined ? [] : [`font-family="${families}"`]),
    ...(dir === 'rtl' ? ['direction="rtl" align="right"'] : []),
  ];
  const marked = mjml
    .replace(/^<mjml\b[^>]*>/, `<mjml lang="${locale}" dir="${dir}">`)
    .replace('<mj-head>', `$&${look}`)
    // The last word counts.
    .replace('</mj-attributes>', forAll.length === 0 ? '$&' : `<mj-all ${forAll.join(' ')} /></mj-attributes>`);
  return dir === 'rtl' ? marked.replaceAll(' align="left"', ' align="right"') : marked;
}
