import { daySeconds, type Clock } from './domain/clock.ts';

/** A clock that is slewed (NTP) stays within this of our stopwatch; one that was set does not. */
const mostDriftSeconds = 600;

/**
 * Whether what looks old may be taken for old: not while the clock has been set ahead since the last look, for a day. If that was right, what is due
 * goes a day later; if it was wrong and is set back, no link has died early.
 * @param stopwatch seconds since any moment, which nobody sets
 */
export function openSteadyClock(now: Clock, stopwatch: Clock = () => performance.now() / 1000): () => boolean {
  let trusted = now() - stopwatch();
  let aheadSince: number | undefined;
  return () => {
    const offset = now() - stopwatch();
    if (offset - trusted > mostDriftSeconds) {
      aheadSince ??= stopwatch();
      if (stopwatch() - aheadSince < daySeconds) return false;
    }
    trusted = offset;
    aheadSince = undefined;
    return true;
  };
}
