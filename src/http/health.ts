import { oldestUnsentAt } from '../store/outbox.ts';
import { json } from './respond.ts';
import type { Site } from './site.ts';

/** `GET /healthz`: the process answers. */
export const isAlive = (site: Site) => (): Response => json(site, { status: 'ok' });

/** `GET /readyz`: the database answers. How old the outbox is, is told and never a reason to fail. */
export const isReady = (site: Site) => async (): Promise<Response> => {
  try {
    const oldest = await oldestUnsentAt(site.store.read);
    return json(site, {
      status: 'ok',
      outboxAgeSeconds: oldest === undefined ? 0 : Math.max(0, site.now() - oldest),
    });
  } catch {
    return json(site, { status: 'database unavailable' }, { status: 503, headers: { 'Retry-After': '5' } });
  }
};
