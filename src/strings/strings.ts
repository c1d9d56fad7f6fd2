import { en } from './en.ts';

export type Strings = typeof en;

/** By primary language subtag; `de-AT` finds `de`. */
const languages: Record<string, Strings> = { en };

/** Every interface string in the locale's language, or in English where there is none yet. */
export const strings = (locale: string): Strings => languages[locale.split('-')[0] ?? ''] ?? en;
