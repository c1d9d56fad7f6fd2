import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { IdentityUnreadable, identityText, newIdentity, readIdentities, type Identity } from './identity.ts';

/** Makes an identity without a passphrase. @param createdAt ISO 8601 */
export async function newFirstIdentity(file: string, createdAt: string): Promise<Identity> {
  const identity = await newIdentity();
  writeKeyFile(file, identityText(identity, createdAt));
  return identity;
}

/**
 * The identities in a file.
 * @param passphrase asked for where the file has one; without it such a file is not readable here
 * @throws IdentityUnreadable with one sentence that names the file
 */
export async function readIdentityFile(
  file: string,
  passphrase: () => Promise<string> = () => Promise.reject(new IdentityUnreadable('it has a passphrase')),
): Promise<Identity[]> {
  try {
    return await readIdentities(readFileSync(file), passphrase);
  } catch (error) {
    if (error instanceof IdentityUnreadable)
      throw new IdentityUnreadable(`${file}: ${error.message}`, { cause: error });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined)
      throw new IdentityUnreadable(`${file} cannot be read (${code}): is the path right?`, { cause: error });
    throw error;
  }
}

/** Writes a key to a new file that its owner alone reads, and sees it onto the disk. Never over a file that is there. */
export function writeKeyFile(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
