import { createHmac } from 'node:crypto';
import type { Key } from './seal.ts';

/**
 * 16 bytes that tell whether an address was seen in a campaign before, and nothing to whoever lacks the key
 * (HMAC-SHA-256, cut to its first half).
 * @param address as `normaliseAddress` gives it
 */
export const addressIndex = (key: Key, address: string): Buffer =>
  createHmac('sha256', key).update(address).digest().subarray(0, 16);
