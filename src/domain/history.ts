import { daySeconds } from './clock.ts';
import type { SignatureEvent } from './signature.ts';

/** How often something happened to signatures in the time that begins at `at`, in seconds. */
export interface EventCount {
  at: number;
  event: SignatureEvent;
  count: number;
}

/** What happened in one stretch of time. */
export interface Period {
  /** When it began, in seconds. */
  at: number;
  received: number;
  confirmed: number;
  withdrawn: number;
  /** By how much the count rose, or fell. */
  gained: number;
}

/** What an event does to the count. */
const gains: Partial<Record<SignatureEvent, 1 | -1>> = {
  confirmed: 1,
  reinstated: 1,
  withdrawn: -1,
  invalidated: -1,
  erased: -1,
};

/** By how much the count rose with all of these, or fell. */
export const gainOf = (events: readonly EventCount[]): number =>
  events.reduce((sum, { event, count }) => sum + count * (gains[event] ?? 0), 0);

/** By how much the count rose on each whole day (UTC) before this one, from the first on. */
export const gainsByDay = (events: readonly EventCount[], now: number): number[] =>
  periodsOf(events, { from: firstDay(events, now), now, seconds: daySeconds })
    .slice(0, -1)
    .map(({ gained }) => gained);

/** Every period from one that begins at `from` to the one in which `now` lies, also those in which nothing happened. */
export function periodsOf(
  events: readonly EventCount[],
  { from, now, seconds }: { from: number; now: number; seconds: number },
): Period[] {
  const length = Math.max(0, Math.floor((now - from) / seconds) + 1);
  const periods = Array.from({ length }, (_, index) => ({
    at: from + index * seconds,
    received: 0,
    confirmed: 0,
    withdrawn: 0,
    gained: 0,
  }));
  for (const { at, event, count } of events) {
    const period = periods[Math.floor((at - from) / seconds)];
    if (period === undefined) continue;
    if (event === 'received' || event === 'confirmed' || event === 'withdrawn') period[event] += count;
    period.gained += count * (gains[event] ?? 0);
  }
  return periods;
}

/** Bars that can still be told apart on a phone. */
const mostPeriods = 100;

/** 1970 began on a Thursday; weeks begin on Monday. */
const mondayOffsetSeconds = 3 * daySeconds;

/** How long the bars of a whole campaign are: days, weeks or four weeks. */
export type Stretch = 1 | 7 | 28;

/** The whole history of a campaign, in days as long as those can be told apart, then in weeks, then in four of them. */
export function wholeHistory(events: readonly EventCount[], now: number): { days: Stretch; periods: Period[] } {
  const first = firstDay(events, now);
  const spanDays = (now - first) / daySeconds;
  const days = ([1, 7] as const).find((length) => spanDays / length < mostPeriods) ?? 28;
  const seconds = days * daySeconds;
  const from = days === 1 ? first : Math.floor((first + mondayOffsetSeconds) / seconds) * seconds - mondayOffsetSeconds;
  return { days, periods: periodsOf(events, { from, now, seconds }) };
}

function firstDay(events: readonly EventCount[], now: number): number {
  const first = events.reduce((earliest, { at }) => Math.min(earliest, at), now);
  return first - (first % daySeconds);
}
