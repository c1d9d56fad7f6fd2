import { shownLocale } from '../strings/strings.ts';
import type { Pages } from '../views.ts';
import { chooseEncoding, encodeOnce, type Encoded, type Encoding } from './encoding.ts';
import { failureFacts } from '../log.ts';
import { isKnown, prepare } from './prepared.ts';
import { routeLabel } from './route-label.ts';
import { securityHeaders, transportHeaders } from './security-headers.ts';
import type { Request, Site } from './site.ts';

/** For pages whose address is a secret, errors too: a log of requests that follow from them must not hold it. */
export const ofToken = async (request: Request, next: () => Promise<void>): Promise<void> => {
  await next();
  // Not by `request.header`, which makes the whole answer anew.
  request.res.headers.set('Referrer-Policy', 'strict-origin');
};

/** For answers that belong to one person, or to one moment. */
const personal = { 'Cache-Control': 'no-store' };
/** Browsers ask again each time (and get a 304); a CDN may answer for a second, as we do. */
const shared = { 'Cache-Control': 'public, max-age=0, s-maxage=1, must-revalidate' };

const html = { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept-Encoding' };

/** Of a page that is the same for everybody, in the language of a locale. */
export const htmlIn = (locale: string): Record<string, string> => ({ ...html, ...inLanguage(locale), ...shared });

const inLanguage = (locale: string) => ({ 'Content-Language': shownLocale(locale) });

/** Of other files than pages that are the same for everybody. */
export const sharedData = (type: string) => ({ 'Content-Type': type, Vary: 'Accept-Encoding', ...shared });

/** A page that belongs to this request alone. */
export async function page<Page extends keyof Pages>(
  {
    site,
    request,
    locale,
    status = 200,
    headers = {},
  }: { site: Site; request: Request; locale: string; status?: number; headers?: Record<string, string> },
  name: Page,
  view: Pages[Page],
): Promise<Response> {
  const encoding = chooseEncoding(request.req.header('Accept-Encoding'));
  const body = await encodeOnce(await site.render(name, view, locale), encoding);
  return pageAs(site, body, { encoding, locale, status, headers });
}

/** The same of a page that was encoded before. */
export const pageAs = (
  site: Site,
  body: Buffer,
  {
    encoding,
    locale,
    status,
    headers,
  }: { encoding: Encoding; locale: string; status: number; headers: Record<string, string> },
): Response =>
  new Response(bytes(body), {
    status,
    headers: {
      ...securityHeaders,
      ...transportHeaders(site.config.siteUrl),
      ...html,
      ...inLanguage(locale),
      ...personal,
      ...encodingHeader(encoding),
      ...headers,
    },
  });

/**
 * Bytes that are the same for everybody: a 304 where the browser has them. From here on they lie on the shelf.
 * @param headers always the same for one body, as is `security`
 */
export function encoded(
  site: Site,
  request: Request,
  body: Encoded,
  headers: Record<string, string>,
  source = '',
  security: Record<string, string> = securityHeaders,
): Response {
  const answer = prepare(body, () => ({ ...security, ...transportHeaders(site.config.siteUrl), ...headers }));
  site.shelf.put(request.req.path, answer, site.requests.series('GET', routeLabel(request)));
  const ready = answer.in(chooseEncoding(request.req.header('Accept-Encoding')), source);
  return isKnown(request.req.header('If-None-Match'), ready.etag)
    ? new Response(null, { status: 304, headers: ready.bareHeaders })
    : new Response(bytes(ready.bytes), { headers: ready.headers });
}

/** See other: the way on after a form. */
export const seeOther = (site: Site, path: string, security: Record<string, string> = securityHeaders): Response =>
  new Response(null, {
    status: 303,
    headers: { ...security, ...transportHeaders(site.config.siteUrl), ...personal, Location: path },
  });

/** The same answer, with cookies as better-auth writes them. For answers to one person only. */
export function withCookies(answer: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie);
  return answer;
}

/** A file to save, sent as it is made. @param name of plain letters, digits and hyphens */
export const download = (
  site: Site,
  { name, type, parts }: { name: string; type: string; parts: AsyncIterable<string> },
): Response =>
  new Response(streamOf(site, parts[Symbol.asyncIterator]()), {
    headers: {
      ...securityHeaders,
      ...transportHeaders(site.config.siteUrl),
      ...personal,
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });

/** Stops making it when whoever asked goes away. What breaks cuts it off: nobody shall take a part for the whole. */
function streamOf({ log }: Site, parts: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await parts.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log.error('download broke off', failureFacts(error));
        // Whoever reads the stream would write its message to the log.
        controller.error(new Error('download broke off'));
      }
    },
    cancel: async () => {
      await parts.return?.();
    },
  });
}

export const json = (
  site: Site,
  body: unknown,
  init: { status?: number; type?: string; headers?: Record<string, string> } = {},
): Response =>
  new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: {
      ...securityHeaders,
      ...transportHeaders(site.config.siteUrl),
      ...personal,
      'Content-Type': init.type ?? 'application/json',
      ...init.headers,
    },
  });

/** For programs that read text. */
export const plainText = (site: Site, body: string, type: string): Response =>
  new Response(body, {
    headers: { ...securityHeaders, ...transportHeaders(site.config.siteUrl), ...personal, 'Content-Type': type },
  });

/** TypeScript's Response wants a view of a plain ArrayBuffer. */
const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => buffer as Uint8Array as Uint8Array<ArrayBuffer>;

const encodingHeader = (encoding: string): Record<string, string> =>
  encoding === 'identity' ? {} : { 'Content-Encoding': encoding };
