import { timingSafeEqual } from 'node:crypto';

/** In constant time, so that nobody feels their way to a hash. */
export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
