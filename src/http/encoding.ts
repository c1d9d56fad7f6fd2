import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** One body in every encoding that browsers ask for. */
export interface Encoded extends Record<Encoding, Buffer> {
  /** A strong one for each encoding, as RFC 9110 section 8.8.3.3 wants it. */
  etag: Record<Encoding, string>;
}

/** @param quality of brotli, 0 to 11: 5 for what is made while somebody waits, 11 for files of the build */
export function encodeBody(body: string | Buffer, quality = 5): Encoded {
  const identity = Buffer.from(body);
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return {
    identity,
    gzip: gzipSync(identity),
    br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    etag: { identity: `"${hash}"`, gzip: `"${hash}-gz"`, br: `"${hash}-br"` },
  };
}

/** One body in one encoding, made while somebody waits for it. */
export function encodeOnce(body: string, encoding: Encoding): Buffer {
  if (encoding === 'br') return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return encoding === 'gzip' ? gzipSync(body) : Buffer.from(body);
}

/** The smallest encoding that an Accept-Encoding header allows. */
export function chooseEncoding(accept: string | undefined): Encoding {
  const allowed = new Set(
    (accept ?? '')
      .split(',')
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => part.split(';')[0]?.trim().toLowerCase()),
  );
  if (allowed.has('br')) return 'br';
  return allowed.has('gzip') ? 'gzip' : 'identity';
}
