import type { Change } from './writer.ts';

/** Who wants to know what a commit has changed. */
export function changeListeners() {
  const listeners = new Set<(changes: ReadonlySet<Change>) => void>();
  return {
    tell: (changes: ReadonlySet<Change>): void => listeners.forEach((listener) => listener(changes)),
    onChange: (listener: (changes: ReadonlySet<Change>) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
