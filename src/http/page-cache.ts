import { encodeBody, type Encoded } from './encoding.ts';
import type { Store } from '../store/store.ts';
import type { Change } from '../store/writer.ts';

export interface PageCache {
  /** The page under `key`, made by `make` unless it is still fresh. `tag` names what makes it stale, if anything here does. */
  get(key: string, tag: Change | undefined, make: () => Promise<string>): Promise<Encoded>;
  /** Forgets everything, as when another process has written. */
  clear(): void;
}

/** A viral campaign changes hundreds of times a second; a page a second is as live as an eye can see. */
const atMostEveryMilliseconds = 1000;
/** Pages in a few languages with some hundred `source` codes; each is about 100 kB with its encodings. */
const mostPages = 500;

/** Whole pages as bytes, compressed once, forgotten when what they show has changed. */
export function openPageCache(store: Pick<Store, 'onChange'>): PageCache {
  const pages = new Map<string, { tag: Change | undefined; page: Promise<Encoded> }>();
  const forgotten = new Map<Change, number>();
  const planned = new Set<Change>();

  const forget = (tag: Change): void => {
    forgotten.set(tag, Date.now());
    for (const [key, entry] of pages) if (isStaleBy(entry.tag, tag)) pages.delete(key);
  };

  store.onChange((changes) => {
    for (const tag of changes) {
      if (tag === 'outbox' || tag === 'letters' || tag === 'shredded' || planned.has(tag)) continue;
      const wait = (forgotten.get(tag) ?? 0) + atMostEveryMilliseconds - Date.now();
      if (wait <= 0) {
        forget(tag);
        continue;
      }
      planned.add(tag);
      setTimeout(() => {
        planned.delete(tag);
        forget(tag);
      }, wait).unref();
    }
  });

  return {
    get: (key, tag, make) => {
      const known = pages.get(key);
      if (known !== undefined) {
        // Moved to the end: the front of the map is what nobody has asked for longest.
        pages.delete(key);
        pages.set(key, known);
        return known.page;
      }
      const page = make().then((html) => encodeBody(html));
      pages.set(key, { tag, page });
      page.catch(() => {
        if (pages.get(key)?.page === page) pages.delete(key);
      });
      if (pages.size > mostPages) pages.delete(pages.keys().next().value ?? key);
      return page;
    },
    clear: () => pages.clear(),
  };
}

/** Figures tell what the campaign's other pages do, and more. */
const isStaleBy = (tag: Change | undefined, change: Change): boolean =>
  tag === change || (change.startsWith('campaign:') && tag === change.replace('campaign:', 'figures:'));
