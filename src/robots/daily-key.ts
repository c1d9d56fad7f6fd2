import { randomBytes } from 'node:crypto';
import { dayOf, type Clock } from '../domain/clock.ts';
import { keyOf, type Key } from '../vault/seal.ts';

/**
 * The key of this UTC day: random, in this process's memory alone, and thrown away at the day's end or with the process. What is
 * hashed by it can be compared within a day, and tells nobody anything afterwards.
 */
export function openDailyKey(now: Clock): () => Key {
  let day = dayOf(now());
  let key = keyOf(randomBytes(32));
  return () => {
    const today = dayOf(now());
    if (today !== day) {
      key = keyOf(randomBytes(32));
      day = today;
    }
    return key;
  };
}
