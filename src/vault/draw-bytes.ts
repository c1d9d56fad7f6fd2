import { randomBytes } from 'node:crypto';

/** Asking the system for a few bytes takes longer than sealing with them: they are drawn ahead. */
const atOnce = 8192;
let drawn = Buffer.alloc(0);

/** Random bytes (node:crypto), each handed out once. @param count far fewer than are drawn at once */
export function drawBytes(count: number): Buffer {
  if (drawn.length < count) drawn = randomBytes(atOnce);
  const bytes = drawn.subarray(0, count);
  drawn = drawn.subarray(count);
  return bytes;
}
