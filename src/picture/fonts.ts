import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';

/** Latin, Greek and Cyrillic; then what Chinese and Arabic are written with. Each package holds its typeface in files of some hundred letters. */
const typefaces = ['noto-sans', 'noto-sans-sc', 'noto-sans-tc', 'noto-sans-arabic'] as const;

type Typeface = (typeof typefaces)[number];

/** Hands the typefaces that come with the project to the canvas; they are unpacked once letters of theirs are drawn. */
export function registerFonts(): void {
  for (const typeface of typefaces) {
    const folder = join(
      dirname(fileURLToPath(import.meta.resolve(`@fontsource-variable/${typeface}/package.json`))),
      'files',
    );
    for (const file of readdirSync(folder).filter((name) => name.endsWith('-wght-normal.woff2')))
      GlobalFonts.registerFromPath(join(folder, file), typeface);
  }
}

/**
 * The typefaces of a locale, in the order in which they are asked for a letter. The same Chinese character has another shape in simplified
 * and traditional writing, so the locale says which comes first.
 */
export function typefacesOf(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  const chinese: Typeface[] = script === 'Hant' ? ['noto-sans-tc', 'noto-sans-sc'] : ['noto-sans-sc', 'noto-sans-tc'];
  const order: Typeface[] =
    language === 'ar' || script === 'Arab'
      ? ['noto-sans-arabic', 'noto-sans', ...chinese]
      : ['noto-sans', ...chinese, 'noto-sans-arabic'];
  return order.map((typeface) => `"${typeface}"`).join(', ');
}
