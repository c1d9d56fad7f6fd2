/**
 * What somebody typed, or an imported list says, as it may stand in a header. Controls, line ends and the marks that turn
 * the text around them (Unicode's Bidi_Control) become spaces or nothing; `=?` is broken up, because clients decode encoded
 * words (RFC 2047) wherever they meet them, and would show something else than was previewed.
 */
export const headerText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();
