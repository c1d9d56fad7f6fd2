/** Text for XML, in elements and attributes: without the control characters that it cannot hold. */
export const xmlText = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
