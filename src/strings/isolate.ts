/** Letters of scripts that run from right to left (the ranges of Unicode's R and AL), by which a text in another direction is told. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The same strings, but what stands in their gaps keeps its direction to itself (UAX #9: FSI … PDI): an English title within an
 * Arabic sentence does not drag that sentence's full stop along, nor a Hebrew name the words of an English one. Addresses of
 * pages stay bare: programs take the marks for a part of them.
 */
export function isolating<Value>(strings: Value, direction: 'ltr' | 'rtl'): Value {
  const inGap = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(inGap);
    return typeof given === 'string' && needsMarks(given, direction) ? `\u2068${given}\u2069` : given;
  };
  const within = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...given: unknown[]): unknown => (value as (...all: unknown[]) => unknown)(...given.map(inGap));
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, within(inner)]));
  };
  return within(strings) as Value;
}

/** Where text runs from right to left, figures and phone numbers need them too. */
const needsMarks = (given: string, direction: 'ltr' | 'rtl'): boolean =>
  given !== '' && !/^https?:/.test(given) && (direction === 'rtl' || rightToLeft.test(given));
