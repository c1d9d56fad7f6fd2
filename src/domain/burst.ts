import { daySeconds, hourSeconds } from './clock.ts';

/** What came in during one hour. */
export interface HourCount {
  /** Seconds, at its beginning. */
  hour: number;
  count: number;
}

/** An hour that stands out, with what is usual. */
export interface Burst extends HourCount {
  /** The median of the hours in the week before. */
  usual: number;
}

/** Fewer are a family, a class or a newsletter of somebody's. */
const leastBurst = 20;
/** Between an hour at noon and the median of days and nights lies a factor of two or three. */
const timesTheUsual = 5;
const daysBefore = 7;

/**
 * Hours in which at least 20 forms came in, and five times as many as in the median hour of the seven days before. Hours without a
 * row had none.
 * @param since the first hour that is looked at, in seconds; `counts` reaches seven days further back
 * @returns the newest first
 */
export function burstsIn(counts: readonly HourCount[], since: number): Burst[] {
  const byHour = new Map(counts.map(({ hour, count }) => [hour, count]));
  return counts
    .filter(({ hour, count }) => hour >= since && count >= leastBurst)
    .map(({ hour, count }) => ({ hour, count, usual: usualBefore(byHour, hour) }))
    .filter(({ count, usual }) => count >= timesTheUsual * usual)
    .toSorted((one, other) => other.hour - one.hour);
}

function usualBefore(byHour: ReadonlyMap<number, number>, hour: number): number {
  const before: number[] = [];
  for (let at = hour - daysBefore * daySeconds; at < hour; at += hourSeconds) before.push(byHour.get(at) ?? 0);
  const sorted = before.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
