/** A language tag such as `en`, `zh-Hans` or `de-AT` (BCP 47 as far as campaigns need it), as it stands in addresses and file names. */
export const localePattern = '[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?';

const wholeLocale = new RegExp(`^${localePattern}$`);
export const isLocale = (text: string): boolean => wholeLocale.test(text);

/**
 * Which of `available` is written as `wanted` is: the same language in the same script, by CLDR's likely subtags. `zh-TW` finds
 * `zh-Hant`, `zh` finds `zh-Hans`, `de-AT` finds `de`.
 */
export function matchLocale(wanted: string, available: readonly string[]): string | undefined {
  if (available.includes(wanted)) return wanted;
  const writing = writingOf(wanted);
  return writing === undefined ? undefined : available.find((tag) => writingOf(tag) === writing);
}

/** The same, but another script of the language will do: who reads one kind of Chinese reads the other rather than English. */
export function nearestLocale(wanted: string, available: readonly string[]): string | undefined {
  const language = languageIn(wanted);
  return (
    matchLocale(wanted, available) ??
    (language === undefined ? undefined : available.find((tag) => languageIn(tag) === language))
  );
}

/** Whether two texts look alike: nothing tells a reader that one of them is in another language. */
export const sameWriting = (one: string, other: string): boolean => matchLocale(one, [other]) !== undefined;

/** The first of what a browser asks for (RFC 9110 section 12.5.4) that is among `available`. */
export function preferredLocale(accept: string | undefined, available: readonly string[]): string | undefined {
  for (const wanted of wantedBy(accept ?? '')) {
    const found = matchLocale(wanted, available);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Nobody reads more languages; whoever sends a longer list makes us read no more of it. */
const mostWanted = 20;

const wantedBy = (accept: string): string[] =>
  accept
    .split(',', mostWanted)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '*' && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);

const writingOf = (tag: string): string | undefined => {
  const { language, script } = likely(tag);
  return script === undefined ? undefined : `${language}-${script}`;
};

const languageIn = (tag: string): string | undefined => likely(tag).language;

/** Working it out takes 20 µs, and a page asks often. Whoever invents tags makes us work them out, and keep no more than these. */
const mostKept = 200;
const kept = new Map<string, Partial<Intl.Locale>>();

/** Empty for what is no tag at all. */
function likely(tag: string): Partial<Intl.Locale> {
  const known = kept.get(tag);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const found = maximized(tag);
  kept.set(tag, found);
  return found;
}

function maximized(tag: string): Partial<Intl.Locale> {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return {};
  }
}
