/** What a letter on paper is set for: the sheet, and where the window of the country's usual envelope is. */
export type Paper = 'a4' | 'us-letter';

/** Lines that fit into a window: DIN 5008 has six with the name's, the window of a #10 envelope four. */
const mostLines: Record<Paper, number> = { a4: 5, 'us-letter': 3 };

/** The sheet that a writer's printer holds. ISO 216 is in use but for North America. @param country ISO 3166-1 alpha-2 */
export const paperOf = (country: string): Paper => (['US', 'CA'].includes(country) ? 'us-letter' : 'a4');

/** A letter that ends with its writer's name leaves room for a signature above that name. */
export function withoutName(text: string, name: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(`\n${name}`) ? trimmed.slice(0, -name.length).trimEnd() : trimmed;
}

/**
 * An address as lists have it, often in one line, in the lines that stand under the name on an envelope. What does not
 * fit any more stays behind the last comma.
 */
export function addressLines(address: string, name: string, paper: Paper): string[] {
  const parts = address
    // "Washington, DC 20500" is one line.
    .replace(/, (?=[A-Z]{2} [A-Z\d])/g, ' ')
    .split(address.includes('\n') ? '\n' : address.includes(';') ? ';' : ',')
    .map((part) => part.trim())
    .filter((part, at) => part !== '' && (at > 0 || part !== name));
  const most = mostLines[paper];
  return parts.length <= most ? parts : [...parts.slice(0, most - 1), parts.slice(most - 1).join(', ')];
}
