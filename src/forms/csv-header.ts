/**
 * Finds a file's columns by their header: those of `map` by exactly that name (but for case, accents and the like), the others by what such
 * columns are usually called.
 * @param names by field, parted by commas, the surest first
 * @returns where each field stands in a row, or a sentence where a column of the map is not there
 */
export function columnsByName<Field extends string>(
  header: readonly string[],
  names: Readonly<Record<Field, string>>,
  map: Partial<Record<Field, string>>,
): Partial<Record<Field, number>> | { reason: string } {
  const plain = header.map(plainName);
  const found: Partial<Record<Field, number>> = {};
  for (const field of Object.keys(names) as Field[]) {
    const mapped = map[field];
    const wanted = mapped === undefined ? names[field].split(', ') : [mapped];
    const at = wanted.map((name) => plain.indexOf(plainName(name))).find((index) => index >= 0);
    if (at === undefined && mapped !== undefined)
      return { reason: `This file has no column “${mapped}”. ${listedColumns(header)}` };
    if (at !== undefined) found[field] = at;
  }
  return found;
}

/** "Member_Email (official)", "memberEmail" and "Member e-mail" as headers are compared: "member email", "member e mail". */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}|\([^()]*\)|[*:]/gu, '')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replace(/[\p{Pd}\p{Pc}\s./]+/gu, ' ')
    .trim()
    // NFKD takes Hangul and kana apart; both sides are then so.
    .normalize('NFC');

/** What a file's columns are called, for whoever has to say which is which. */
export const listedColumns = (header: readonly string[]): string => {
  const shown = header.slice(0, 30).map((name) => `“${name.replace(/\p{Cc}/gu, ' ').slice(0, 40)}”`);
  return `Its first line names the columns ${shown.join(', ')}.`;
};
