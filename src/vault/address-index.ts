import { createHmac } from 'node:crypto';
import type { Key } from './seal.ts';

/**
 * 16 bytes that tell whether an address was seen in a campaign before, and nothing to whoever lacks the key
 * (HMAC-SHA-256, cut to its first half).
 * @param address as `normaliseAddress` gives it
 */
export const addressIndex = (key: Key, address: string): Buffer =>
  createHmac('sha256', key).update(address).digest().subarray(0, 16);

/**
 * 8 bytes that tell whether two addresses of a campaign have the same domain, by the same key. No address begins with `@`.
 * @param domain as `mailDomainOf` gives it
 */
export const domainTag = (key: Key, domain: string): Buffer =>
  createHmac('sha256', key).update(`@${domain}`).digest().subarray(0, 8);

/**
 * The same for somebody who gave no address, as on paper: one sheet that is typed in twice is recognised. No address begins with `[`.
 * @param person name, postcode and country as `normalisePerson` gives them
 */
export const personIndex = (key: Key, person: readonly string[]): Buffer =>
  createHmac('sha256', key).update(JSON.stringify(person)).digest().subarray(0, 16);
