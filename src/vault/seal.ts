import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { drawBytes } from './draw-bytes.ts';
import { authenticatedText, sealedLayout } from '../domain/sealed-layout.ts';

/** A key as Node works with it: three times as quick as bytes that it has to take in anew each time. */
export type Key = KeyObject;

export const keyOf = (bytes: Uint8Array): Key => createSecretKey(bytes);

/** What was sealed cannot be opened: another key, another place, or changed bytes. It never says which. */
export class SealBroken extends Error {}

const { version, nonceBytes, tagBytes } = sealedLayout;

/**
 * Encrypts and authenticates with AES-256-GCM (NIST SP 800-38D). The result is one byte of version, 12 random bytes,
 * the ciphertext and 16 bytes of tag.
 * @param key 32 bytes; sealed with far less than 2^32 times, the bound for random nonces
 * @param place where the result belongs, such as `signature social-credit 17`: it opens nowhere else
 */
export function seal(key: Key, place: string, plain: Buffer): Buffer {
  const nonce = drawBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated(place));
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBroken */
export function open(key: Key, place: string, sealed: Buffer): Buffer {
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== version) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(associated(place)).setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new SealBroken('', { cause: error });
  }
}

/** Seals JSON, padded so that its length tells little of what people typed. */
export const sealRecord = (key: Key, place: string, record: object): Buffer =>
  seal(key, place, padded(JSON.stringify(record)));

/** @throws SealBroken */
export const openRecord = (key: Key, place: string, sealed: Buffer): unknown =>
  JSON.parse(open(key, place, sealed).toString());

/** Most records without a comment are then equally long. */
const blockBytes = 128;

/** JSON ignores spaces at its end. */
function padded(json: string): Buffer {
  const length = Buffer.byteLength(json);
  return Buffer.alloc(Math.ceil(length / blockBytes) * blockBytes, ' ').fill(json, 0, length);
}

const associated = (place: string): Buffer => Buffer.from(authenticatedText(place));
