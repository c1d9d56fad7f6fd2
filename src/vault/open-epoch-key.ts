import { Decrypter } from 'age-encryption';

/** The key in an age file, or undefined if none of the identities opens it. */
export async function unwrapEpochKey(wrapped: Buffer, identities: readonly string[]): Promise<Buffer | undefined> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    const key = Buffer.from(await decrypter.decrypt(wrapped));
    return key.length === 32 ? key : undefined;
  } catch {
    return undefined;
  }
}
