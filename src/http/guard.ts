import type { MiddlewareHandler } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { problem } from './problem.ts';
import { seeOther } from './respond.ts';
import type { Request, Site } from './site.ts';

/** The longest letter in Latin script fits; percent-encoded, one in Chinese may have about 7,000 characters. */
const mostBytes = 65_536;
const methods = ['GET', 'HEAD', 'POST'];
const anyHost = ['/healthz', '/readyz', '/metrics'];

/** Method and Host, before anything else looks at a request. */
export const guard = (site: Site): MiddlewareHandler<{ Bindings: HttpBindings }> => {
  const { host, port } = new URL(site.config.siteUrl);
  const aliases = site.config.loopback
    ? ['localhost', '127.0.0.1', '[::1]'].map((name) => (port === '' ? name : `${name}:${port}`))
    : [];
  return async (request, next) => {
    if (!methods.includes(request.req.method)) return problem(site, request, 405);
    const asked = request.req.header('Host')?.toLowerCase();
    if (asked === host || anyHost.includes(request.req.path)) return next();
    if (asked !== undefined && aliases.includes(asked) && request.req.method !== 'POST')
      return seeOther(
        site,
        site.config.siteUrl + new URL(request.req.url).pathname.replace(/^\/+/, '/') + new URL(request.req.url).search,
      );
    return problem(site, request, 421);
  };
};

export type Sent<T> = { outcome: 'sent'; body: T } | { outcome: 'refused'; status: 400 | 403 | 413 | 415 };

/** The fields of a form that came from one of our own pages. */
export async function sentForm(site: Site, request: Request): Promise<Sent<URLSearchParams>> {
  if (!fromOurPages(site, request, false)) return { outcome: 'refused', status: 403 };
  if (mediaType(request) !== 'application/x-www-form-urlencoded') return { outcome: 'refused', status: 415 };
  const text = await textOf(request);
  return text === undefined
    ? { outcome: 'refused', status: 413 }
    : { outcome: 'sent', body: new URLSearchParams(text) };
}

/** A JSON object, from our own pages or from another server (which sends no Origin). */
export async function sentJson(site: Site, request: Request): Promise<Sent<Record<string, unknown>>> {
  if (!fromOurPages(site, request, true)) return { outcome: 'refused', status: 403 };
  if (mediaType(request) !== 'application/json') return { outcome: 'refused', status: 415 };
  const text = await textOf(request);
  if (text === undefined) return { outcome: 'refused', status: 413 };
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return { outcome: 'sent', body: body as Record<string, unknown> };
  } catch {
    // Not JSON: refused below like JSON that is no object.
  }
  return { outcome: 'refused', status: 400 };
}

/** Browsers say where a form comes from, so no token is needed and pages stay the same for all. */
function fromOurPages(site: Site, request: Request, mayBeAbsent: boolean): boolean {
  if (request.req.header('Sec-Fetch-Site') === 'cross-site') return false;
  const origin = request.req.header('Origin');
  return origin === undefined ? mayBeAbsent : origin === site.config.siteUrl;
}

const mediaType = (request: Request): string | undefined =>
  request.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();

/** The body as text, or undefined once it is longer than it may be. */
async function textOf(request: Request): Promise<string | undefined> {
  const announced = request.req.header('Content-Length');
  if (Number(announced ?? 0) > mostBytes) return undefined;
  // Node reads no more than was announced, and quicker as a whole.
  if (announced !== undefined) return request.req.raw.text();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.req.raw.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
