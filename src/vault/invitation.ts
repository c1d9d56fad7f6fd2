import { createHash, randomBytes } from 'node:crypto';

/** The secret of a link that lets somebody become an organizer. Only its hash is stored. */
export function newInvitation(): { token: string; hash: Buffer } {
  const secret = randomBytes(32);
  return { token: secret.toString('base64url'), hash: sha256(secret) };
}

/** What stands in the row of a token; undefined for what was never one. */
export const hashOfInvitation = (token: string): Buffer | undefined =>
  /^[\w-]{43}$/.test(token) ? sha256(Buffer.from(token, 'base64url')) : undefined;

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
