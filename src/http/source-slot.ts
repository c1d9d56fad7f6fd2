import { randomBytes, randomInt } from 'node:crypto';
import { constants, crc32, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';
import { fieldLimits } from '../domain/limits.ts';
import { isPlainCode } from '../domain/source-code.ts';
import { encodings, hashOf, type Encoded, type Encoding } from './encoding.ts';

/**
 * A page is the same for every `?source=`, but for the value of one hidden field. It is rendered and compressed once, with a
 * slot of fixed length in place of that value, which stands as it is in every encoding: a code is then written over it. Neither
 * a render nor a compression nor room in the cache is to be had by making codes up.
 */
export interface Slot {
  /** Where it begins, in bytes, in each encoding. */
  at: Record<Encoding, number>;
  /** gzip ends with a checksum of everything; this is that of what stands before the slot. */
  crcBefore: number;
  after: Buffer;
}

/** The code in quotes, then spaces: white space behind an attribute's value means nothing. */
const slotBytes = fieldLimits.source + 2;

/** Stands in the rendered page where the code belongs; nobody can guess it and have it set in text. */
export const sourceMarker = `source-${randomBytes(16).toString('hex')}`;

/** The code that a shared link carries; anything else than a plain code is dropped. */
export const plainCode = (source: string | null | undefined): string =>
  source != null && isPlainCode(source) ? source : '';

/** Compresses a rendered page beside the event loop, with a slot where `sourceMarker` is the value of an attribute. */
export async function encodePage(html: string): Promise<Encoded> {
  const [before = '', after, ...more] = html.split(`"${sourceMarker}"`);
  if (after === undefined) return encodeParts([Buffer.from(html)]);
  if (more.length > 0) throw new Error('a page has its source in two places');
  return (
    (await encodeSlotted(Buffer.from(before), Buffer.from(after))) ??
    (await encodeParts([Buffer.concat([Buffer.from(before), slotFor(''), Buffer.from(after)])]))
  );
}

/** The body with a code in its slot; the body itself if it has none. */
export function bodyWith(body: Encoded, encoding: Encoding, code: string): Buffer {
  if (body.slot === undefined || code === '') return body[encoding];
  const bytes = Buffer.from(body[encoding]);
  write(bytes, body.slot, encoding, code);
  return bytes;
}

const slotFor = (code: string): Buffer => Buffer.from(`"${code}"`.padEnd(slotBytes, ' '));

function write(bytes: Buffer, { at, crcBefore, after }: Slot, encoding: Encoding, code: string): void {
  const slot = slotFor(code);
  slot.copy(bytes, at[encoding]);
  // RFC 1952 section 2.3: the last eight bytes are checksum and length.
  if (encoding === 'gzip') bytes.writeUInt32LE(crc32(after, crc32(slot, crcBefore)), bytes.length - 8);
}

/**
 * What no compressor can make shorter is stored as it is, if it stands in a block of its own. What counts as such differs: brotli wants
 * bytes of every kind, gzip those to which its fixed code gives nine bits (RFC 1951 section 3.2.6).
 * @returns undefined if it was compressed all the same
 */
async function encodeSlotted(before: Buffer, after: Buffer): Promise<Encoded | undefined> {
  const stand: Record<Encoding, Buffer> = {
    br: randomBytes(slotBytes),
    gzip: Buffer.from(Array.from({ length: slotBytes }, () => randomInt(0x90, 0x100))),
    identity: slotFor(''),
  };
  const [br, zipped] = await Promise.all([
    inParts(brotli(), [before, stand.br, after], constants.BROTLI_OPERATION_FLUSH),
    inParts(createGzip(), [before, stand.gzip, after], constants.Z_SYNC_FLUSH),
  ]);
  const identity = Buffer.concat([before, stand.identity, after]);
  const at = { br: br.indexOf(stand.br), gzip: zipped.indexOf(stand.gzip), identity: before.length };
  if (at.br === -1 || at.gzip === -1) return undefined;
  const slot = { at, crcBefore: crc32(before), after };
  const body = { identity, br, gzip: zipped, hash: hashOf(identity), slot, fresh: true };
  for (const encoding of encodings) write(body[encoding], slot, encoding, '');
  return body;
}

async function encodeParts(parts: Buffer[]): Promise<Encoded> {
  const identity = Buffer.concat(parts);
  const [br, zipped] = await Promise.all([inParts(brotli(), parts, 0), inParts(createGzip(), parts, 0)]);
  return { identity, br, gzip: zipped, hash: hashOf(identity), slot: undefined, fresh: true };
}

const brotli = (): BrotliCompress => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** Compresses parts into one stream, each in blocks of its own. */
async function inParts(stream: BrotliCompress | Gzip, parts: Buffer[], flush: number): Promise<Buffer> {
  const out: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => out.push(chunk));
  const ended = new Promise<void>((resolve, reject) => stream.on('end', resolve).on('error', reject));
  for (const [n, part] of parts.entries()) {
    stream.write(part);
    if (n < parts.length - 1) await new Promise<void>((resolve) => stream.flush(flush, resolve));
  }
  stream.end();
  await ended;
  return Buffer.concat(out);
}
