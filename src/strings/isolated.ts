/**
 * A sentence with something filled in that may run the other way: a Latin name in Arabic, an address, a title. First Strong
 * Isolate and Pop Directional Isolate (Unicode Standard Annex #9) let it run its own way without turning what stands around
 * it. Where a page can write `<bdi>` it should; a title, a label or a mail's text cannot.
 */
export const isolated = (words: TemplateStringsArray, ...filled: (string | number)[]): string =>
  filled.reduce<string>((text, one, at) => `${text}\u2068${one}\u2069${words[at + 1] ?? ''}`, words[0] ?? '');
