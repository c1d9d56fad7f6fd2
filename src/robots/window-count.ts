import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many in so many seconds, from the first of them on. */
export interface Window {
  most: number;
  seconds: number;
}

export interface WindowCount {
  /** Counts one more. @returns for how many seconds there is no room for another, 0 if there was for this one */
  take(key: string): Promise<number>;
  /** Counts nothing, and keeps nothing of a key that is not held. @returns for how many seconds there is no room for one more, 0 if there is */
  secondsShut(key: string): Promise<number>;
}

/** Counts by key in windows of time, in memory. @param mostKeys beyond so many, those that were not seen for longest are forgotten */
export function openWindowCount({ most, seconds }: Window, mostKeys: number): WindowCount {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds, keyPrefix: '' });
  const room = openRoom(mostKeys, (key) => limiter.delete(key));
  return {
    take: async (key) => {
      await room.enter(key);
      try {
        await limiter.consume(key);
        return 0;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return secondsOf(refused, seconds);
      }
    },
    secondsShut: async (key) => {
      const counted = await limiter.get(key);
      if (counted === null || counted.msBeforeNext <= 0) return 0;
      // Whoever keeps coming is not forgotten before those who do not.
      await room.enter(key);
      return counted.remainingPoints > 0 ? 0 : secondsOf(counted, seconds);
    },
  };
}

/** The library measures by a clock that may be set back, and ends windows by a timer that may not: nobody waits longer than one. */
const secondsOf = ({ msBeforeNext }: RateLimiterRes, most: number): number =>
  Math.min(most, Math.max(1, Math.ceil(msBeforeNext / 1000)));

/**
 * The library forgets a key when its window ends, and no sooner: whoever has many networks could fill the memory until then. Keys are held in
 * two halves, and the older half goes whole, so that no key costs a search.
 */
function openRoom(most: number, forget: (key: string) => Promise<unknown>) {
  let [younger, older] = [new Set<string>(), new Set<string>()];
  return {
    enter: async (key: string): Promise<void> => {
      older.delete(key);
      younger.add(key);
      if (younger.size <= most / 2) return;
      const gone = older;
      [younger, older] = [new Set(), younger];
      await Promise.all([...gone].map(forget));
    },
  };
}
