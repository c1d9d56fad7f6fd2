import { chooseEncoding } from './encoding.ts';
import { readersLocale } from './languages.ts';
import { problem, problemJson, problemView } from './problem.ts';
import { pageAs } from './respond.ts';
import type { Request, Site, Visit } from './site.ts';

/** Too many wrong tries of an organizer: 429, and when to come back. */
export async function tooManyTries(site: Site, request: Request, waitSeconds: number): Promise<Response> {
  const answer = await problem(site, request, 'tooManyTries');
  answer.headers.set('Retry-After', String(Math.max(1, waitSeconds)));
  return answer;
}

/**
 * Too many forms from one network: 429, and when to come back.
 * @param visit the campaign that the way leads back to, where there is one
 */
export async function tooManyPosts(
  site: Site,
  request: Request,
  waitSeconds: number,
  visit: Visit | undefined,
): Promise<Response> {
  const headers = { 'Retry-After': String(waitSeconds) };
  if (request.req.path.startsWith('/api/')) return problemJson(site, 429, visit, headers);
  const locale = visit?.locale ?? readersLocale(site, request);
  // Made once: refusing must cost less than what is refused.
  const key = `429 ${locale} ${visit?.campaign.settings.slug ?? ''}`;
  const body = await site.pages.get(key, undefined, () =>
    site.render('/problem', { problem: problemView(site, 429, locale, visit) }, locale),
  );
  const encoding = chooseEncoding(request.req.header('Accept-Encoding'));
  return pageAs(site, body[encoding], { encoding, locale, status: 429, headers });
}
