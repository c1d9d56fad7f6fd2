import type { Log } from '../log.ts';

export interface Later {
  /** Does it after the answer, at a moment that tells nobody anything. False: too much waits already. */
  put(work: () => Promise<void>): boolean;
  /** Does at once what still waits; resolves when all is done. */
  finish(): Promise<void>;
}

/** Long enough to hide one piece of work among the others, short enough to wait for a mail. */
const longestMilliseconds = 2000;
const mostWaiting = 10_000;

/** Work whose time must not show in the time of the answer. */
export function openLater(log: Log, random: () => number = Math.random): Later {
  const waiting = new Map<() => Promise<void>, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();

  function run(work: () => Promise<void>): void {
    clearTimeout(waiting.get(work));
    waiting.delete(work);
    const done = work()
      .catch((error: unknown) =>
        log.error('work after an answer failed', { error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => running.delete(done));
    running.add(done);
  }

  return {
    put: (work) => {
      if (waiting.size >= mostWaiting) return false;
      waiting.set(
        work,
        setTimeout(() => run(work), random() * longestMilliseconds),
      );
      return true;
    },
    finish: async () => {
      for (const work of waiting.keys()) run(work);
      await Promise.all(running);
    },
  };
}
