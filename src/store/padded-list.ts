/**
 * The list, made as long as the next power of two by its last item: for `in (…)`. Of the many lengths a list may have, only a
 * few statements are then ever written out and prepared.
 */
export function paddedList<T>(items: readonly T[]): T[] {
  const last = items.at(-1);
  if (last === undefined) return [];
  const length = 2 ** Math.ceil(Math.log2(items.length));
  return [...items, ...Array.from({ length: length - items.length }, () => last)];
}
