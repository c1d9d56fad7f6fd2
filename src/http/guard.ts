import type { MiddlewareHandler } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { problem } from './problem.ts';
import { hasPlainPath } from './request-shape.ts';
import { seeOther } from './respond.ts';
import { refusedBy } from './sent-headers.ts';
import type { Request, Site } from './site.ts';

/** The longest letter in Latin script fits; percent-encoded, one in Chinese may have about 7,000 characters. */
const mostBytes = 65_536;
const methods = ['GET', 'HEAD', 'POST'];
const anyHost = ['/healthz', '/readyz', '/metrics'];

/** Method, Host and the spelling of the path, before anything else looks at a request. */
export const guard = (site: Site): MiddlewareHandler<{ Bindings: HttpBindings }> => {
  const { host, port } = new URL(site.config.siteUrl);
  const aliases = site.config.loopback
    ? ['localhost', '127.0.0.1', '[::1]'].map((name) => (port === '' ? name : `${name}:${port}`))
    : [];
  return async (request, next) => {
    if (!methods.includes(request.req.method)) return problem(site, request, 405);
    const target = request.env.incoming.url ?? '';
    const isPlain = hasPlainPath(target);
    const asked = request.req.header('Host')?.toLowerCase();
    if (asked === host || (isPlain && anyHost.includes(request.req.path)))
      return isPlain ? next() : problem(site, request, 404);
    if (asked !== undefined && aliases.includes(asked) && request.req.method !== 'POST' && isPlain)
      return seeOther(site, site.config.siteUrl + target);
    return problem(site, request, 421);
  };
};

export type Sent<T> = { outcome: 'sent'; body: T } | { outcome: 'refused'; status: 400 | 403 | 413 | 415 };

/** The fields of a form that came from one of our own pages. */
export async function sentForm(site: Site, request: Request): Promise<Sent<URLSearchParams>> {
  const refused = refusedBy(site, request, 'application/x-www-form-urlencoded');
  if (refused !== undefined) return { outcome: 'refused', status: refused };
  const text = await textOf(request);
  return text === undefined
    ? { outcome: 'refused', status: 413 }
    : { outcome: 'sent', body: new URLSearchParams(text) };
}

/** A JSON object, from our own pages or from another server (which sends no Origin). */
export async function sentJson(site: Site, request: Request): Promise<Sent<Record<string, unknown>>> {
  const refused = refusedBy(site, request, 'application/json');
  if (refused !== undefined) return { outcome: 'refused', status: refused };
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

/** The body as text, or undefined once it is longer than it may be. */
async function textOf(request: Request): Promise<string | undefined> {
  const announced = request.req.header('Content-Length');
  const length = Number(announced ?? 0);
  if (length > mostBytes) return undefined;
  // A button alone sends nothing (RFC 9112, 6.3), and it costs much to ask for that.
  if (length === 0 && request.req.header('Transfer-Encoding') === undefined) return '';
  // Node reads no more than was announced, and quicker as a whole.
  if (announced !== undefined) return request.req.raw.text();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
