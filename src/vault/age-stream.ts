import { Decrypter, Encrypter } from 'age-encryption';

type Bytes = ReadableStream<Uint8Array>;

/** A stream that each of the recipients can open (age). */
export async function encryptStream(plain: Bytes, recipients: readonly string[]): Promise<Bytes> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/** @throws Error if none of the identities opens the stream; the result fails where bytes were changed or cut off */
export async function decryptStream(sealed: Bytes, identities: readonly string[]): Promise<Bytes> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(sealed);
}
