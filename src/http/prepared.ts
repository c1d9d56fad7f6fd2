import { bodyWith } from './source-slot.ts';
import { encodings, entityTag, type Encoded, type Encoding } from './encoding.ts';

/** An answer that is the same for everybody, as it goes out: headers and bytes of each encoding, put together once. */
export interface Prepared {
  body: Encoded;
  /** @param source the code for the page's slot; '' for none */
  in(encoding: Encoding, source: string): PreparedBody;
}

export interface PreparedBody {
  etag: string;
  bytes: Buffer;
  /** Of a 200, with the length. */
  headers: Record<string, string>;
  /** Of a 304. */
  bareHeaders: Record<string, string>;
}

const prepared = new WeakMap<Encoded, Prepared>();

/** @param headers always the same for one body */
export function prepare(body: Encoded, headers: () => Record<string, string>): Prepared {
  const known = prepared.get(body);
  if (known !== undefined) return known;
  const common = headers();
  const plain = Object.fromEntries(encodings.map((encoding) => [encoding, bodyIn(body, encoding, '', common)]));
  const made: Prepared = {
    body,
    in: (encoding, source) =>
      source === '' || body.slot === undefined
        ? (plain[encoding] as PreparedBody)
        : bodyIn(body, encoding, source, common),
  };
  prepared.set(body, made);
  return made;
}

function bodyIn(body: Encoded, encoding: Encoding, source: string, common: Record<string, string>): PreparedBody {
  const bytes = bodyWith(body, encoding, source);
  const etag = entityTag(body, encoding, source);
  const bareHeaders = {
    ...common,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    ETag: etag,
  };
  return { etag, bytes, bareHeaders, headers: { ...bareHeaders, 'Content-Length': String(bytes.length) } };
}

/** Weakly, as RFC 9110 section 13.1.2 has it: proxies that compress make our strong tags weak. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch === etag ||
    ifNoneMatch === '*' ||
    ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));
