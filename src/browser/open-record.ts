import { authenticatedText, sealedLayout } from '../domain/sealed-layout.ts';

/** An epoch's key as WebCrypto works with it: its bytes cannot be taken out again. */
export const recordKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);

/**
 * What src/vault/seal.ts sealed, opened with WebCrypto.
 * @param place where it has to belong, as `placeOf` says it
 * @returns undefined where it does not open: another key, another place, or changed bytes
 */
export async function openRecord(
  key: CryptoKey,
  place: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<object | undefined> {
  const { version, nonceBytes, tagBytes } = sealedLayout;
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== version) return undefined;
  const algorithm = {
    name: 'AES-GCM',
    iv: sealed.subarray(1, 1 + nonceBytes),
    additionalData: encoder.encode(authenticatedText(place)),
    tagLength: tagBytes * 8,
  };
  try {
    const plain = await crypto.subtle.decrypt(algorithm, key, sealed.subarray(1 + nonceBytes));
    return JSON.parse(decoder.decode(plain)) as object;
  } catch {
    return undefined;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
