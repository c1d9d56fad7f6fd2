import type { Log } from '../log.ts';
import type { StoreBusy } from '../store/writer.ts';

/** Requests that were answered 503 because the database took or told nothing. */
export interface BusyAnswers {
  readonly answers: number;
  /** One more. */
  count(error: StoreBusy): void;
}

/** As often as somebody who reads along has to hear of it, while every visitor meets the same trouble. */
const tellAgainMilliseconds = 60_000;

/** Counts them, and tells the log of each kind of trouble at once and then each minute. */
export function openBusyAnswers(log: Log): BusyAnswers {
  const toldAt = new Map<string, number>();
  let answers = 0;
  return {
    get answers() {
      return answers;
    },
    count: ({ trouble }) => {
      answers += 1;
      const now = performance.now();
      if (now - (toldAt.get(trouble) ?? -Infinity) < tellAgainMilliseconds) return;
      toldAt.set(trouble, now);
      log.error(
        isDamage(trouble)
          ? 'the database is damaged: stop the server and restore a backup (docs/running.md)'
          : 'requests are answered 503: the database takes nothing',
        { trouble, answers },
      );
    },
  };
}

/** SQLite's words for it. */
const isDamage = (trouble: string): boolean => /^SQLITE_(?:CORRUPT|NOTADB)/.test(trouble);
