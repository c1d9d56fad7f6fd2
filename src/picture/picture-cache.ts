import { createHash } from 'node:crypto';
import type { Painter } from './painter.ts';
import { pictureSeconds, type Picture } from '../domain/picture.ts';

/** Campaigns times languages; at 100 kB each, 20 MB. */
const mostPictures = 200;

export interface PictureCache {
  /**
   * The picture under `key`. It is looked at once a minute whether it is still what `picture` says, by one request, and drawn anew if not;
   * where that fails, the old one is shown for another minute.
   * @param now in seconds
   * @throws Error if none was ever drawn, and now neither
   */
  get(key: string, now: number, picture: () => Promise<Picture>): Promise<DrawnPicture>;
}

export interface DrawnPicture {
  png: Buffer;
  /** An entity tag. */
  etag: string;
}

interface Entry {
  drawn: (DrawnPicture & { of: string }) | undefined;
  lookedAt: number;
  looking: Promise<void> | undefined;
}

export function openPictureCache({ draw }: Pick<Painter, 'draw'>): PictureCache {
  const entries = new Map<string, Entry>();

  async function look(entry: Entry, picture: () => Promise<Picture>): Promise<void> {
    const shown = await picture();
    const of = JSON.stringify(shown);
    if (entry.drawn?.of === of) return;
    const png = await draw(shown);
    entry.drawn = { png, etag: `"${createHash('sha256').update(png).digest('base64url').slice(0, 22)}"`, of };
  }

  function entryOf(key: string): Entry {
    const entry = entries.get(key) ?? { drawn: undefined, lookedAt: -Infinity, looking: undefined };
    entries.delete(key);
    entries.set(key, entry);
    // The front of the map is what nobody has asked for longest.
    const [oldest] = entries.keys();
    if (entries.size > mostPictures && oldest !== undefined) entries.delete(oldest);
    return entry;
  }

  return {
    get: async (key, now, picture) => {
      const entry = entryOf(key);
      if (entry.looking === undefined && now - entry.lookedAt >= pictureSeconds) {
        entry.lookedAt = now;
        entry.looking = look(entry, picture).finally(() => (entry.looking = undefined));
      }
      try {
        await entry.looking;
      } catch (error) {
        if (entry.drawn === undefined) throw error;
      }
      if (entry.drawn === undefined) throw new Error('drawing failed less than a minute ago');
      return entry.drawn;
    },
  };
}
