import { Decrypter } from 'age-encryption';

/** The 32 bytes of the key in an age file, or undefined if none of the identities opens it. */
export async function unwrapEpochKey(
  wrapped: Uint8Array,
  identities: readonly string[],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    const key = new Uint8Array(await decrypter.decrypt(wrapped));
    return key.length === 32 ? key : undefined;
  } catch {
    return undefined;
  }
}
