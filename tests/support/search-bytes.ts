import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Every spelling in which a word could lie in a file, by name. */
export function spellingsOf(word: string): [name: string, bytes: Buffer][] {
  const cases = new Map([word, word.toLowerCase(), word.toUpperCase()].map((text) => [text, Buffer.from(text)]));
  return [...cases.values()].flatMap((bytes): [string, Buffer][] => [
    ['plain', bytes],
    ['UTF-16', Buffer.from(bytes.toString(), 'utf16le')],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['upper hex', Buffer.from(bytes.toString('hex').toUpperCase())],
    ...base64Of(bytes),
  ]);
}

/** Whatever stands before it, one of three strings is part of the base 64. */
function base64Of(bytes: Buffer): [string, Buffer][] {
  return [0, 1, 2].flatMap((before): [string, Buffer][] => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    // The first and last letters also hold bits of the neighbours.
    const inner = encoded.slice(before === 0 ? 0 : before + 1, -1);
    return [
      ['base 64', Buffer.from(inner)],
      ['base 64 for URLs', Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_'))],
    ];
  });
}

/** The unkeyed hashes by which somebody could test an address: as bytes, hex, base 64. */
export function hashesOf(address: string): [name: string, bytes: Buffer][] {
  return [...new Set([address, address.toLowerCase(), `${address}\n`])].flatMap((text) =>
    Object.entries({
      MD5: digest('md5', text),
      'SHA-1': digest('sha1', text),
      'SHA-256': digest('sha256', text),
      'UUIDv5 (DNS)': uuid5('6ba7b8109dad11d180b400c04fd430c8', text),
      'UUIDv5 (URL)': uuid5('6ba7b8119dad11d180b400c04fd430c8', text),
    }).flatMap(([name, hash]): [string, Buffer][] => [
      // The blind index is 16 bytes long, so half a hash would do.
      [name, hash.subarray(0, 16)],
      [`${name} in hex`, Buffer.from(hash.toString('hex').slice(0, 32))],
      [`${name} in base 64`, Buffer.from(hash.toString('base64').slice(0, 20))],
    ]),
  );
}

const digest = (algorithm: string, text: string | Buffer): Buffer => createHash(algorithm).update(text).digest();

/** RFC 9562 section 5.5. */
function uuid5(namespace: string, name: string): Buffer {
  const bytes = digest('sha1', Buffer.concat([Buffer.from(namespace, 'hex'), Buffer.from(name)])).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

/** Every file below a folder but those left out, and whatever is packed inside them. */
export function bytesBelow(folder: string, leftOut: (path: string) => boolean): [path: string, bytes: Buffer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !leftOut(path))
    .flatMap((path) => {
      const bytes = readFileSync(path);
      return [
        [path, bytes] as [string, Buffer],
        ...gzipsIn(bytes).map((inner): [string, Buffer] => [`${path} (gzip)`, inner]),
      ];
    });
}

/** What lies packed in a file, wherever it starts. */
function gzipsIn(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(gzipHead); at !== -1; at = bytes.indexOf(gzipHead, at + 1))
    try {
      found.push(inflateRawSync(bytes.subarray(at + 10), { finishFlush: 2 }));
    } catch {
      // Three bytes that looked like the head of something packed.
    }
  return found;
}

const gzipHead = Buffer.from([0x1f, 0x8b, 0x08]);

export interface Needle {
  /** What it is, for the message of a failing test. */
  what: string;
  bytes: Buffer;
}

/** Which of thousands of needles lie anywhere in the bytes: one pass, by their first six bytes. */
export function foundIn(haystack: Buffer, needles: readonly Needle[]): string[] {
  const byHead = new Map<number, Needle[]>();
  for (const needle of needles) {
    const head = needle.bytes.readUIntBE(0, headBytes);
    byHead.set(head, [...(byHead.get(head) ?? []), needle]);
  }
  const found = new Set<string>();
  for (let at = 0; at <= haystack.length - headBytes; at++)
    for (const { what, bytes } of byHead.get(haystack.readUIntBE(at, headBytes)) ?? [])
      if (haystack.subarray(at, at + bytes.length).equals(bytes)) found.add(what);
  return [...found];
}

const headBytes = 6;
