import type { IncomingMessage } from 'node:http';

/** Browsers send about twenty; whoever sends hundreds makes each request dear. Node would leave out those beyond its own limit and say nothing. */
const mostHeaders = 100;

/**
 * What two programs could read differently, and no browser or proxy sends: more than one Host line, none in HTTP/1.1 (RFC 9112 section
 * 3.2), a body that is packed in more than chunks, a target that is no path (`*`, a whole URL). A program in front may have read it otherwise.
 * @returns the status to refuse it with, or undefined
 */
export function malformed({ rawHeaders, headers, url = '', httpVersion }: IncomingMessage): 400 | 431 | undefined {
  if (rawHeaders.length > 2 * mostHeaders) return 431;
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  // Of HTTP/1.0, which load balancers ask for our health in, one may be missing.
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return 400;
  const packed = headers['transfer-encoding'];
  if (packed !== undefined && packed.toLowerCase() !== 'chunked') return 400;
  return url.startsWith('/') ? undefined : 400;
}

/**
 * Whether the path of a target has its one spelling: no `//`, no dot segments, nothing percent-encoded (no address of ours needs it),
 * no backslash, no `#`, nothing at its end. Routers and proxies differ in what they make of those.
 */
export const hasPlainPath = (target: string): boolean => plainPath.test(target.split('?', 1)[0] ?? '');

const plainPath = /^(?:\/|(?:\/(?!\.{1,2}(?:\/|$))[\w~.-]+)+)$/;
