import { randomBytes } from 'node:crypto';
import { Encrypter } from 'age-encryption';

/** A fresh 32-byte key for the records of one epoch. */
export const newEpochKey = (): Buffer => randomBytes(32);

/**
 * The key as an age file (age-encryption.org/v1) that each of the recipients can open, with our tools or with the
 * public `age` command.
 * @param recipients `age1…`, at least one
 */
export async function wrapEpochKey(key: Uint8Array, recipients: readonly string[]): Promise<Buffer> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(key));
}
