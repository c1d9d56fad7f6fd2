import { daySeconds } from './clock.ts';

/** What is known when somebody asks when the goal will be reached. */
export interface Progress {
  count: number;
  goal: number;
  /** By how much the count rose on each whole day so far, the newest last; fell, where negative. */
  gains: readonly number[];
  /** In seconds. */
  now: number;
  /** When nobody can sign any more, in seconds; undefined while nobody has said so. */
  closesAt?: number | undefined;
}

/**
 * `too-early`: before three whole days any pace is chance. `not-at-this-pace`: at no pace of late within `horizonDays`.
 * `after-the-end`: not before the campaign closes. `expected`: between two days, given in seconds; `latest` is undefined where the slowest
 * of the paces would not get there, or not in time.
 */
export type Forecast =
  | { outcome: 'reached' | 'too-early' | 'not-at-this-pace' | 'after-the-end' }
  | { outcome: 'expected'; earliest: number; latest: number | undefined };

/** A pace of days, of a week, of two weeks: where they differ, nobody knows which will last. */
const paceDays = [3, 7, 14];
const [fewestDays] = paceDays as [number];

/** What lies further off is no forecast. */
const horizonDays = 2 * 365;

/** When the goal will be reached, if the count goes on as it did of late: at the quickest and at the slowest of three paces. */
export function forecast({ count, goal, gains, now, closesAt = Infinity }: Progress): Forecast {
  if (count >= goal) return { outcome: 'reached' };
  if (gains.length < fewestDays) return { outcome: 'too-early' };
  const times = paceDays.map((days) => reachedAt(goal - count, paceOf(gains, days), now));
  const earliest = Math.min(...times);
  const latest = Math.max(...times);
  if (earliest === Infinity) return { outcome: 'not-at-this-pace' };
  if (earliest > closesAt) return { outcome: 'after-the-end' };
  return { outcome: 'expected', earliest, latest: latest === Infinity || latest > closesAt ? undefined : latest };
}

/** Signatures a day over the last so many whole days, or over all there are. */
function paceOf(gains: readonly number[], days: number): number {
  const last = gains.slice(-days);
  return last.reduce((sum, gain) => sum + gain, 0) / last.length;
}

function reachedAt(missing: number, pace: number, now: number): number {
  const days = pace > 0 ? Math.ceil(missing / pace) : Infinity;
  return days > horizonDays ? Infinity : now + days * daySeconds;
}
