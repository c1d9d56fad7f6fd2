import { createHmac } from 'node:crypto';
import { keyOf, type Key } from './seal.ts';

/**
 * The key of a signer's or writer's own record, from the secret in their link. We store a hash of the secret, from
 * which this cannot be made.
 */
export const ownKey = (secret: Buffer): Key =>
  keyOf(createHmac('sha256', keyOf(secret)).update('campaign-kit own record').digest());
