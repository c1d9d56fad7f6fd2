import { IdentityUnreadable, isProtected, readIdentities } from '../vault/identity.ts';
import type { IdentityFault } from './export-messages.ts';

export type ReadIdentity = { outcome: 'read'; secrets: string[] } | { outcome: 'faulty'; fault: IdentityFault };

/**
 * The secrets in an identity file, or in what somebody pasted.
 * @param passphrase '' where none was typed
 * @param recipients public keys that anything here is sealed to; one of them has to be the file's
 */
export async function readIdentity(
  file: Uint8Array,
  passphrase: string,
  recipients: readonly string[],
): Promise<ReadIdentity> {
  const locked = isProtected(file);
  if (locked && passphrase === '') return { outcome: 'faulty', fault: { kind: 'no-passphrase' } };
  try {
    const identities = await readIdentities(file, () => Promise.resolve(passphrase));
    if (!identities.some(({ recipient }) => recipients.includes(recipient)))
      return { outcome: 'faulty', fault: { kind: 'foreign' } };
    return { outcome: 'read', secrets: identities.map(({ secret }) => secret) };
  } catch (error) {
    if (!(error instanceof IdentityUnreadable)) throw error;
    return {
      outcome: 'faulty',
      fault: { kind: 'unreadable', field: locked ? 'passphrase' : 'identity', message: error.message },
    };
  }
}
