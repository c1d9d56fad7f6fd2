import type { Store } from '../store/store.ts';
import type { Change } from '../store/writer.ts';
import type { Encoded } from './encoding.ts';
import { encodePage } from './source-slot.ts';

export interface PageCache {
  /**
   * The page under `key`, made by `make` unless it is still fresh. `tag` names what makes it stale, if anything here does. While a new one
   * is made because the count grew, those who come meanwhile get the old one.
   * @throws what `make` throws
   */
  get(key: string, tag: Change | undefined, make: () => Promise<string>): Encoded | Promise<Encoded>;
  /** Forgets everything, as when another process has written. What is made meanwhile is made again. */
  clear(): void;
  facts(): PageCacheFacts;
}

export interface PageCacheFacts {
  pages: number;
  /** Of all encodings together. */
  bytes: number;
  renders: number;
  hits: number;
  /** Answered after a render that was begun for this or another request. */
  misses: number;
  /** Answered by an old page while a new one was made. */
  staleHits: number;
}

/** A viral campaign changes hundreds of times a second; a page a second is as live as an eye can see. */
const atMostEveryMilliseconds = 1000;
/** A new page that takes longer than this is waited for: the old one is too old. */
const longestGraceMilliseconds = 1000;
/** Ten campaigns in ten languages, each page 60 kB with its encodings, take a tenth of this. */
const mostBytesAtAll = 64 * 1024 * 1024;
/** Whoever takes something out again and again must not keep a page from being made. */
const mostTries = 3;

interface Entry {
  tag: Change | undefined;
  page?: Encoded;
  bytes: number;
  /** By the clock of `performance.now()`. */
  staleAt: number;
  making?: Promise<Encoded> | undefined;
  /** What changed since `making` began. */
  changed?: 'grown' | 'removed' | undefined;
}

/** Whole pages as bytes, compressed once, made again when what they show has changed. */
export function openPageCache(
  store: Pick<Store, 'onChange'>,
  { mostBytes = mostBytesAtAll, encode = encodePage } = {},
): PageCache {
  const entries = new Map<string, Entry>();
  const facts: PageCacheFacts = { pages: 0, bytes: 0, renders: 0, hits: 0, misses: 0, staleHits: 0 };

  onChangeOnceASecond(store, (tag, change) => {
    for (const [key, entry] of entries) if (isStaleBy(entry.tag, tag)) outdate(key, entry, change);
  });

  function outdate(key: string, entry: Entry, change: 'grown' | 'removed'): void {
    if (entry.making !== undefined && entry.changed !== 'removed') entry.changed = change;
    if (entry.page?.fresh === true) entry.staleAt = performance.now();
    if (entry.page !== undefined) entry.page.fresh = false;
    // What was taken out is shown to nobody any more.
    if (change === 'removed') drop(key, entry);
  }

  function drop(key: string, entry: Entry): void {
    facts.bytes -= entry.bytes;
    entry.bytes = 0;
    delete entry.page;
    if (entry.making === undefined) entries.delete(key);
  }

  function keep(entry: Entry, page: Encoded): void {
    const bytes = page.br.length + page.gzip.length + page.identity.length + (page.slot?.after.length ?? 0);
    facts.bytes += bytes - entry.bytes;
    entry.bytes = bytes;
    entry.page = page;
    // The front of the map is what nobody has asked for longest.
    for (const [key, oldest] of entries) {
      if (facts.bytes <= mostBytes) break;
      if (oldest.page === undefined) continue;
      // It may still lie on the shelf.
      oldest.page.fresh = false;
      drop(key, oldest);
    }
  }

  async function makeAnew(key: string, entry: Entry, make: () => Promise<string>): Promise<Encoded> {
    try {
      for (let tries = 1; ; tries++) {
        entry.changed = undefined;
        facts.renders += 1;
        const page = await encode(await make());
        // Set while we waited.
        const changed = entry.changed as Entry['changed'];
        if (changed === 'removed' && tries < mostTries) continue;
        page.fresh = changed === undefined;
        entry.staleAt = performance.now();
        if (changed !== 'removed') keep(entry, page);
        return page;
      }
    } finally {
      entry.making = undefined;
      if (entry.page === undefined && entries.get(key) === entry) entries.delete(key);
    }
  }

  return {
    get: (key, tag, make) => {
      const entry = entries.get(key) ?? { tag, bytes: 0, staleAt: 0 };
      entries.delete(key);
      entries.set(key, entry);
      if (entry.page?.fresh === true) {
        facts.hits += 1;
        return entry.page;
      }
      if (
        entry.page !== undefined &&
        entry.making !== undefined &&
        performance.now() - entry.staleAt < longestGraceMilliseconds
      ) {
        facts.staleHits += 1;
        return entry.page;
      }
      facts.misses += 1;
      return (entry.making ??= makeAnew(key, entry, make));
    },
    clear: () => {
      for (const [key, entry] of entries) outdate(key, entry, 'removed');
    },
    facts: () => ({ ...facts, pages: entries.size }),
  };
}

/** Tells of each tag at once, and at most once a second; what comes in between is told together. */
function onChangeOnceASecond(
  store: Pick<Store, 'onChange'>,
  tell: (tag: Change, change: 'grown' | 'removed') => void,
): void {
  const toldAt = new Map<Change, number>();
  const planned = new Map<Change, 'grown' | 'removed'>();

  const tellNow = (tag: Change, change: 'grown' | 'removed'): void => {
    toldAt.set(tag, performance.now());
    tell(tag, change);
  };

  store.onChange((changes) => {
    const removed = [...changes].some((change) => change.startsWith('removed:'));
    for (const tag of changes) {
      if (!isShown(tag)) continue;
      const change = removed ? 'removed' : 'grown';
      const before = planned.get(tag);
      if (before !== undefined) {
        if (removed) planned.set(tag, change);
        continue;
      }
      const wait = (toldAt.get(tag) ?? -Infinity) + atMostEveryMilliseconds - performance.now();
      if (wait <= 0) {
        tellNow(tag, change);
        continue;
      }
      planned.set(tag, change);
      setTimeout(() => {
        const last = planned.get(tag) ?? change;
        planned.delete(tag);
        tellNow(tag, last);
      }, wait).unref();
    }
  });
}

const isShown = (change: Change): boolean =>
  change === 'counts' ||
  change === 'representatives' ||
  change.startsWith('campaign:') ||
  change.startsWith('figures:');

/** Figures tell what the campaign's other pages do, and more. */
const isStaleBy = (tag: Change | undefined, change: Change): boolean =>
  tag === change || (change.startsWith('campaign:') && tag === change.replace('campaign:', 'figures:'));
