import { createHash } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { pictureSeconds, type Picture } from '../domain/picture.ts';
import type { Painter } from './painter.ts';

export interface PictureCache {
  /**
   * The picture under `key`, at once where there is one. Once a minute, one request has it looked at whether it is still what `picture` says, and
   * drawn anew if not; until then, and where that fails, the old one is shown. After a failure it is tried again sooner.
   * @param key of a campaign in a language, and of nothing that somebody can make up: each is kept, 100 kB of them
   */
  get(key: string, picture: () => Promise<Picture>): Promise<FoundPicture>;
  /** Resolves once nothing is looked at any more. */
  finish(): Promise<void>;
}

/** `failed`: none was ever drawn; it is tried again in `waitSeconds`. */
export type FoundPicture = ({ outcome: 'drawn' } & DrawnPicture) | { outcome: 'failed'; waitSeconds: number };

export interface DrawnPicture {
  png: Buffer;
  /** An entity tag. */
  etag: string;
}

interface Entry {
  drawn: (DrawnPicture & { of: string }) | undefined;
  /** By the stopwatch. */
  nextLookAt: number;
  /** Tries that failed since one did not. */
  failures: number;
  looking: Promise<void> | undefined;
}

/** What failed by chance is soon mended. Twice as long each time, up to a minute: a machine that cannot draw is not kept busy by it. */
const firstAgainSeconds = 5;

/**
 * @param stopwatch seconds since any moment, which nobody sets: a clock that is put back holds no picture up
 * @param tellFailure hears of each try that fails, once
 */
export function openPictureCache(
  { draw }: Pick<Painter, 'draw'>,
  stopwatch: Clock,
  tellFailure: (error: unknown) => void,
): PictureCache {
  const entries = new Map<string, Entry>();

  async function look(entry: Entry, picture: () => Promise<Picture>): Promise<void> {
    const shown = await picture();
    const of = JSON.stringify(shown);
    if (entry.drawn?.of === of) return;
    const png = await draw(shown);
    entry.drawn = { png, etag: `"${createHash('sha256').update(png).digest('base64url').slice(0, 22)}"`, of };
  }

  function fail(entry: Entry, error: unknown): void {
    entry.nextLookAt = stopwatch() + Math.min(firstAgainSeconds * 2 ** entry.failures, pictureSeconds);
    entry.failures += 1;
    tellFailure(error);
  }

  function entryOf(key: string): Entry {
    const entry = entries.get(key) ?? { drawn: undefined, nextLookAt: -Infinity, failures: 0, looking: undefined };
    entries.set(key, entry);
    return entry;
  }

  return {
    get: async (key, picture) => {
      const entry = entryOf(key);
      if (entry.looking === undefined && stopwatch() >= entry.nextLookAt) {
        entry.nextLookAt = stopwatch() + pictureSeconds;
        entry.looking = look(entry, picture)
          .then(() => void (entry.failures = 0))
          .catch((error: unknown) => fail(entry, error))
          .finally(() => (entry.looking = undefined));
      }
      if (entry.drawn === undefined) await entry.looking;
      if (entry.drawn !== undefined) return { outcome: 'drawn', ...entry.drawn };
      return { outcome: 'failed', waitSeconds: Math.max(1, Math.ceil(entry.nextLookAt - stopwatch())) };
    },
    finish: async () => {
      for (const { looking } of entries.values()) await looking;
    },
  };
}
