import { oldestUnsentAt } from '../store/outbox.ts';
import { json } from './respond.ts';
import type { Site } from './site.ts';

/** `GET /healthz`: the process answers. */
export const isAlive = (site: Site) => (): Response => json(site, { status: 'ok' });

/** One that is a few seconds old would tell whoever asks whether a mail has just been put in. */
const finestSeconds = 60;
/** Whoever looks every second learns no more, and costs nothing. */
const lookAgainMilliseconds = 1000;

const standingOf = { none: 'goes out', database: 'held: the database takes nothing', refusals: 'held: all refused' };

/**
 * `GET /readyz`: the database answers. How old the outbox is, to the minute, whether the database took the last write and whether mail goes out are
 * told and never a reason to fail: pages go on. 503 also while the server stops.
 */
export const isReady = (site: Site) => {
  let looked: { at: number; oldest: Promise<number | undefined> } | undefined;
  const oldest = (): Promise<number | undefined> => {
    const at = performance.now();
    if (looked === undefined || at > looked.at + lookAgainMilliseconds)
      looked = { at, oldest: oldestUnsentAt(site.store.read) };
    return looked.oldest;
  };
  return async (): Promise<Response> => {
    if (site.stopping()) return json(site, { status: 'stopping' }, { status: 503, headers: { 'Retry-After': '5' } });
    try {
      const age = site.now() - ((await oldest()) ?? site.now());
      const outboxAgeSeconds = Math.max(0, age - (age % finestSeconds));
      const writes = site.store.writeFacts().refusing === undefined ? 'taken' : 'refused';
      return json(site, { status: 'ok', outboxAgeSeconds, writes, mail: standingOf[site.mail.held() ?? 'none'] });
    } catch {
      return json(site, { status: 'database unavailable' }, { status: 503, headers: { 'Retry-After': '5' } });
    }
  };
};
