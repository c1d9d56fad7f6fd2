import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';

/** Ten guesses a quarter of an hour are 350,000 a year: no password of twelve characters is found so, and nobody types wrong as often. */
const mostByHandle = 10;
/** Several organizers may sit behind one address. */
const mostByNetwork = 30;
const windowSeconds = 15 * 60;
/** Some megabytes. Beyond, the oldest is forgotten: with 30 tries a network nobody gets far by that. */
const mostKeys = 20_000;

export interface Throttle {
  /**
   * Takes one try, before it is known how it ends: many at once get no more than one after the other.
   * @returns for how many seconds nobody may try, 0 if this one may; `first` is true for the try that shut the door for this handle
   */
  take(handle: string, network: string): { waitSeconds: number; first: boolean };
  /** The try was right: it counts no longer, nor do those before it that named this handle. */
  forgive(handle: string, network: string): void;
}

interface Tries {
  count: number;
  sinceAt: number;
}

/** Counts tries to sign in, in memory; handles and networks are kept only as a keyed hash. */
export function openThrottle(now: Clock): Throttle {
  const key = randomBytes(32);
  const tries = new Map<string, Tries>();
  const hash = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  const triesOf = (name: string): Tries => {
    const known = tries.get(name);
    if (known !== undefined && known.sinceAt + windowSeconds > now()) return known;
    const fresh = { count: 0, sinceAt: now() };
    tries.delete(name);
    if (tries.size >= mostKeys) tries.delete(tries.keys().next().value ?? '');
    tries.set(name, fresh);
    return fresh;
  };
  const both = (handle: string, network: string) =>
    [
      { counted: triesOf(hash(`handle ${handle}`)), most: mostByHandle },
      { counted: triesOf(hash(`network ${network}`)), most: mostByNetwork },
    ] as const;

  return {
    take: (handle, network) => {
      const [byHandle, byNetwork] = both(handle, network);
      const over = [byHandle, byNetwork].filter(({ counted, most }) => counted.count >= most);
      const waitSeconds = Math.max(0, ...over.map(({ counted }) => counted.sinceAt + windowSeconds - now()));
      const wasOpen = byHandle.counted.count === mostByHandle;
      if (waitSeconds === 0 || wasOpen) byHandle.counted.count++;
      if (waitSeconds === 0) byNetwork.counted.count++;
      return { waitSeconds, first: waitSeconds > 0 && wasOpen };
    },
    forgive: (handle, network) => {
      const [byHandle, byNetwork] = both(handle, network);
      byHandle.counted.count = 0;
      byNetwork.counted.count = Math.max(0, byNetwork.counted.count - 1);
    },
  };
}
