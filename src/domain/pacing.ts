import { hourSeconds, toHour, toMinute } from './clock.ts';
import { localTime, startOfLocalDay } from './office-hours.ts';

/** How fast letters may reach one representative. Hours of the day are whole and by the clock of their zone. */
export interface Pace {
  /** The most in any hour. At least 1. */
  hourly: number;
  /** The most in any day of their zone. */
  daily: number;
  opensAt: number;
  /** Above `opensAt`, at most 24. */
  closesAt: number;
  /** Not on Saturday and Sunday. Where the weekend is another one, a campaign leaves this off. */
  weekdaysOnly: boolean;
}

export interface Look {
  pace: Pace;
  /** IANA, as `zoneOf` finds it. */
  zone: string;
  /** Seconds since 1970. */
  at: number;
  /** Letters that left to this representative since `windowsOf(zone, at).hourFrom`. */
  sentThisHour: number;
  /** The same since `.dayFrom`. */
  sentToday: number;
  /** Tells representatives apart, such as their number: each has a chance of its own. */
  key: string;
}

/**
 * How many more letters may leave to a representative at `at`, in seconds since 1970. Whatever arrived and however
 * long it waited, no more than `hourly` leave in an hour, by the server's clock or the office's, and no
 * more than `daily` in a local day. Why: docs/decisions/020-pacing.md.
 */
export function mayLeave({ pace, zone, at, sentThisHour, sentToday, key }: Look): number {
  if (sentToday >= pace.daily || !isOfficeHour(pace, zone, at)) return 0;
  const byNow = Math.min(dueBy(pace, zone, at, key), mostBy(pace, zone, at));
  return Math.max(0, Math.min(byNow - sentThisHour, pace.daily - sentToday));
}

/**
 * The next minute, after `at`, in which one more may leave if none leaves before; in seconds since 1970.
 * A week later where there is none.
 */
export function nextLook(look: Look): number {
  const until = look.at + 7 * 24 * hourSeconds;
  // Within a quarter of an hour offices neither open nor close, and what may leave only grows.
  for (let from = toMinute(look.at) + 60; from < until;) {
    const last = from - (from % 900) + 14 * 60;
    if (mayLeave(later(look, last)) > 0) {
      while (mayLeave(later(look, from)) === 0) from += 60;
      return from;
    }
    from = last + 60;
  }
  return until;
}

function later(look: Look, at: number): Look {
  const [then, now] = [windowsOf(look.zone, at), windowsOf(look.zone, look.at)];
  return {
    ...look,
    at,
    sentThisHour: then.hourFrom === now.hourFrom ? look.sentThisHour : 0,
    sentToday: then.dayFrom === now.dayFrom ? look.sentToday : 0,
  };
}

/**
 * From when on letters that left count: the beginnings of the hour and of the local day, in seconds since 1970. Stored times are
 * whole hours, so a day that begins within one begins with it, and counts a little of the day before.
 */
export const windowsOf = (zone: string, at: number): { hourFrom: number; dayFrom: number } => ({
  hourFrom: toHour(at),
  dayFrom: toHour(startOfLocalDay(zone, at)),
});

/** Whether letters leave at all. */
export function isOfficeHour(pace: Pace, zone: string, at: number): boolean {
  const { secondOfDay, weekday } = localTime(zone, at);
  if (pace.weekdaysOnly && (weekday === 0 || weekday === 6)) return false;
  return secondOfDay >= pace.opensAt * hourSeconds && secondOfDay < pace.closesAt * hourSeconds;
}

/**
 * How many letters of this hour are due by the end of this minute: never more than `ceil(budget × (minute + 1) / 60)`.
 * A chance of each hour's own moves the minutes, so that letters to hundreds of representatives do not leave in the
 * same one, and rounds the budget without a bias.
 */
function dueBy(pace: Pace, zone: string, at: number, key: string): number {
  const { from, to, minuteEnds } = openPart(pace, zone, at);
  const hour = toHour(at) / hourSeconds;
  const even = Math.min(pace.hourly, pace.daily / (pace.closesAt - pace.opensAt));
  const swing = 1 + jitter * (2 * chance(key, hour, 1) - 1);
  const budget = Math.min(even * swing * bellArea(pace, from, to), pace.hourly);
  return Math.ceil((budget * (minuteEnds - from)) / (to - from) - chance(key, hour, 2));
}

/** How far an hour's budget is from the bell at most, as a share: nobody can tell from the pace that a machine sets it. */
const jitter = 0.25;

/** What of the clock's hour lies in office hours, and the end of this minute, in hours since local midnight. */
function openPart(pace: Pace, zone: string, at: number): { from: number; to: number; minuteEnds: number } {
  const began = hourBegan(zone, at);
  const from = Math.max(began / hourSeconds, pace.opensAt);
  const to = Math.min(began / hourSeconds + 1, pace.closesAt);
  const minuteEnds = (began + toMinute(at - toHour(at)) + 60) / hourSeconds;
  return { from, to, minuteEnds };
}

/** What the office's clock showed when the hour began, in seconds since midnight; below 0 where that was yesterday. */
const hourBegan = (zone: string, at: number): number => localTime(zone, at).secondOfDay - (at - toHour(at));

/** Hours' worth of letters between two hours of the day: half the mean at opening and closing, half more at midday. */
function bellArea({ opensAt, closesAt }: Pace, from: number, to: number): number {
  const turn = (2 * Math.PI) / (closesAt - opensAt);
  const area = (hour: number) => hour - (swell / turn) * Math.sin(turn * (hour - opensAt));
  return area(to) - area(from);
}

const swell = 0.5;

/**
 * The hour's cap. Where the office's hour begins within the clock's, as in India, it is made of the end of one
 * clock hour and the beginning of the next: all of the former and what the latter allows so far stay below `hourly` together.
 */
function mostBy(pace: Pace, zone: string, at: number): number {
  const turnsAt = -hourBegan(zone, at) % hourSeconds;
  const until = turnsAt < 0 ? turnsAt + hourSeconds : turnsAt;
  const most = Math.ceil((pace.hourly * hourSeconds) / (hourSeconds + until));
  return at - toHour(at) < until ? pace.hourly - most : most;
}

/** Evenly from 0 to below 1, the same for the same arguments (FNV-1a over the key, then MurmurHash3's finalizer). */
function chance(key: string, hour: number, which: number): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) bits = Math.imul(bits ^ key.charCodeAt(at), 0x01000193);
  bits = Math.imul(bits ^ hour, 0x01000193) ^ Math.imul(which, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
