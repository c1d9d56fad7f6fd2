/** A map by what bytes say, and not by which Buffer says it. */
export function byBytes<T>(entries: readonly (readonly [Buffer, T])[] = []) {
  const name = (bytes: Buffer): string => bytes.toString('latin1');
  const items = new Map(entries.map(([bytes, item]) => [name(bytes), item]));
  return {
    get: (bytes: Buffer): T | undefined => items.get(name(bytes)),
    has: (bytes: Buffer): boolean => items.has(name(bytes)),
    set: (bytes: Buffer, item: T): void => void items.set(name(bytes), item),
  };
}
