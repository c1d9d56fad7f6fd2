/** SQLite takes 32,766 values a statement. */
const mostValues = 32_766;

/**
 * The rows in parts as long as powers of two, the longest first. Of all the lengths that a list may have, few statements are then ever
 * written out and prepared.
 * @param columns how many values a row has
 */
export function* inPowersOfTwo<T>(rows: readonly T[], columns: number): Generator<readonly T[]> {
  const most = below(mostValues / Math.max(columns, 1));
  for (let at = 0, size = 0; at < rows.length; at += size) {
    size = Math.min(most, below(rows.length - at));
    yield rows.slice(at, at + size);
  }
}

const below = (length: number): number => 2 ** Math.floor(Math.log2(length));
