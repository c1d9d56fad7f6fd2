import type { Request, Site } from './site.ts';

type Type = 'application/x-www-form-urlencoded' | 'application/json';

/**
 * Why the body of a POST is not read, by its headers alone. Browsers say where a form comes from, so no token is needed and pages stay
 * the same for all. A header that was sent twice arrives as a list, which is none of the values that pass.
 * @returns 403 for what another site sent, 415 for another type or encoding, or undefined
 */
export function refusedBy(site: Site, request: Request, type: Type): 403 | 415 | undefined {
  if (!isFromOurPages(site, request, type === 'application/json')) return 403;
  if (!typeOf[type].test(request.req.header('Content-Type') ?? '')) return 415;
  return (request.req.header('Content-Encoding') ?? 'identity') === 'identity' ? undefined : 415;
}

/** @param mayBeAbsent another server sends no Origin; a browser always does */
function isFromOurPages(site: Site, request: Request, mayBeAbsent: boolean): boolean {
  const from = request.req.header('Sec-Fetch-Site');
  if (from !== undefined && from !== 'same-origin' && from !== 'none') return false;
  const origin = request.req.header('Origin');
  return origin === undefined ? mayBeAbsent : origin === site.config.siteUrl;
}

/** We read UTF-8 and nothing else. */
const typeOf: Record<Type, RegExp> = {
  'application/x-www-form-urlencoded': /^application\/x-www-form-urlencoded(?: *; *charset="?utf-8"?)?$/i,
  'application/json': /^application\/json(?: *; *charset="?utf-8"?)?$/i,
};
