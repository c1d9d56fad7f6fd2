/**
 * A language that is none: English with accents, longer by two fifths, in brackets. Whatever of a page has none of its letters was not
 * taken from the strings. What is put into gaps stays as it is.
 */
export function pseudo<Value>(value: Value): Value {
  return translated(value) as Value;
}

function translated(value: unknown): unknown {
  if (typeof value === 'string') return sentence(value);
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value === 'function') {
    const filled = value as (...given: unknown[]) => unknown;
    return (...given: unknown[]) => translated(filled(...given.map(asGap)));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, translated(inner)]));
}

/** From the private use area: nobody types them. */
const gap = { begins: '\uE000', ends: '\uE001' };

function asGap(given: unknown): unknown {
  if (typeof given === 'string') return gap.begins + given + gap.ends;
  if (Array.isArray(given)) return given.map(asGap);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, inner]) => [name, asGap(inner)]));
}

function sentence(text: string): string {
  if (text === '') return '';
  const parts = text.split(/(\uE000[^\uE001]*\uE001)/);
  const words = parts.map((part) => (part.startsWith(gap.begins) ? part.slice(1, -1) : accented(part)));
  return `[${words.join('')}${'~'.repeat(Math.ceil(text.length * 0.4))}]`;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const accents = 'åƀçðéƒĝĥîĵķļɱñöþʠŕšţûṽŵẋýž';

const accented = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const found = accents[letters.indexOf(letter.toLowerCase())] ?? letter;
    return letter === letter.toLowerCase() ? found : found.toUpperCase();
  });

/** A template of a mail in that language; what stands in tags, addresses and entities is nobody's words. */
export const pseudoTemplate = (template: string): string =>
  template
    .split(/(\{\{.*?\}\}|\{%.*?%\}|<[^>]*>|&#?\w+;)/s)
    .map((part, at) => (at % 2 === 1 ? part : accented(part)))
    .join('');
