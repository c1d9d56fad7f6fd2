import { secondsToWait } from './limited.ts';
import type { Request, Site, Visit } from './site.ts';
import { tooManyPosts } from './too-many.ts';

/**
 * What stands before a form that was read and would be stored: without proof of work, as robots and people without JavaScript send it, its
 * network is limited harder, unless we had no work for everybody. Nothing else depends on it.
 * @param work what was sent as such
 * @returns an answer where that was too often
 */
export async function withoutWork(
  site: Site,
  request: Request,
  visit: Visit,
  work: unknown,
): Promise<Response | undefined> {
  const { settings } = visit.campaign;
  if (await site.work.isDone(work, settings.slug, settings.work)) return undefined;
  if (site.work.wasShort()) return undefined;
  const waitSeconds = await secondsToWait(site, request, 'workless');
  return waitSeconds > 0 ? tooManyPosts(site, request, waitSeconds, visit) : undefined;
}
