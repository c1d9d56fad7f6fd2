import { StoreBusy } from '../store/writer.ts';
import { secondsToWait } from './limited.ts';
import type { Request, Site, Visit } from './site.ts';
import { tooManyPosts } from './too-many.ts';

/**
 * Stores a form that was read. Without proof of work, as robots and people without JavaScript send it, its network is limited harder, unless
 * we had no work for everybody. Nothing else depends on it.
 * @param work what was sent as such
 * @param store stores it and answers
 * @throws StoreBusy as `store` does; then the same work is good for the same form when it is sent again
 */
export async function withWork(
  site: Site,
  request: Request,
  visit: Visit,
  work: unknown,
  store: () => Promise<Response>,
): Promise<Response> {
  const { settings } = visit.campaign;
  if (!(await site.work.isDone(work, settings.slug, settings.work))) {
    const waitSeconds = site.work.isExcused() ? 0 : await secondsToWait(site, request, 'workless');
    return waitSeconds > 0 ? tooManyPosts(site, request, waitSeconds, visit) : store();
  }
  try {
    return await store();
  } catch (error) {
    if (error instanceof StoreBusy) site.work.giveBack(work);
    throw error;
  }
}
