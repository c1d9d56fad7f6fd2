import type { BrokenName } from '../campaign/shown-names.ts';
import type { Log } from '../log.ts';

/** More would only take memory. */
const mostRemembered = 1000;

/** Says of each once, by its number: pages are made anew each second. */
export function openBrokenNames(log: Log): BrokenName {
  const told = new Set<number>();
  return (signature) => {
    if (told.has(signature) || told.size >= mostRemembered) return;
    told.add(signature);
    log.error('a public name cannot be opened and is left out', { signature });
  };
}
