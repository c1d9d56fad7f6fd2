import { arrivalsOf, type ArrivalCurve } from './arrival-curve.ts';
import { daySeconds, hourSeconds, toHour } from './clock.ts';
import { newQueue, release, type SimulatedQueue } from './simulated-queue.ts';
import { localTime } from './office-hours.ts';
import { isOfficeHour, windowsOf, type Pace } from './pacing.ts';

export interface LetterRush {
  /** At least one. `zone` is IANA. */
  representatives: readonly { key: string; zone: string }[];
  pace: Pace;
  writers: number;
  /** To how many representatives each writes, chosen by chance; at most to all. */
  each: number;
  curve: ArrivalCurve;
  /** In which hour the first could write, in seconds since 1970. */
  from: number;
}

interface SimulatedHour {
  /** When it began, in seconds since 1970. */
  at: number;
  written: number;
  delivered: number;
  /** At its end. */
  waiting: number;
}

export interface SimulatedLetters {
  letters: number;
  /** Each hour from the first letter to the last delivery. */
  hours: SimulatedHour[];
  /** Delivered by the hour of the representatives' own day, 0 to 23. */
  localHours: number[];
  /** When half and all were delivered, in seconds since 1970; undefined if a year is too short. */
  halfAt: number | undefined;
  lastAt: number | undefined;
  /** Of those that were delivered. */
  longestWaitSeconds: number;
  /** Who gets most, by their place in `representatives`. */
  busiest: { place: number; letters: number };
}

/** Offices open and close at whole quarters of an hour of any clock. */
const stepSeconds = 900;
const mostSteps = (366 * daySeconds) / stepSeconds;

/** What would happen if many wrote, by the `mayLeave` that lets real letters go. The same rush always ends the same way. */
export function simulateLetters(rush: LetterRush): SimulatedLetters {
  const from = toHour(rush.from);
  const queues = queuesOf(rush);
  const written = lettersByStep(queues);
  const letters = written.reduce((sum, count) => sum + count, 0);
  const localHours = Array.from({ length: 24 }, () => 0);
  const result: SimulatedLetters = {
    letters,
    hours: [],
    localHours,
    halfAt: undefined,
    lastAt: undefined,
    longestWaitSeconds: 0,
    busiest: busiestOf(queues),
  };
  let delivered = 0;
  let waiting = 0;
  let byZone = Map.groupBy(queues, ({ zone }) => zone);
  for (let step = 0; step < mostSteps && delivered < letters; step++) {
    const at = from + step * stepSeconds;
    let count = 0;
    for (const [zone, there] of byZone) {
      const local = releaseAll(there, rush.pace, zone, at, step, result);
      const hour = Math.floor(localTime(zone, at).secondOfDay / hourSeconds);
      localHours[hour] = (localHours[hour] ?? 0) + local;
      count += local;
    }
    delivered += count;
    waiting += (written[step] ?? 0) - count;
    record(result.hours, { at, written: written[step] ?? 0, delivered: count, waiting });
    if (delivered * 2 >= letters) result.halfAt ??= at + stepSeconds;
    if (delivered === letters) result.lastAt = at + stepSeconds;
    if (at % hourSeconds === 0) byZone = withoutTheDone(byZone);
  }
  return result;
}

function queuesOf({ representatives, writers, each, curve }: LetterRush): SimulatedQueue[] {
  const queues = representatives.map(({ key, zone }) => newQueue(key, zone));
  const places = [...queues.keys()];
  const random = randomFrom(1);
  const most = Math.min(each, queues.length);
  for (const arrival of arrivalsOf(curve, writers)) {
    // The first steps of Fisher–Yates; from any order they draw evenly, and nobody twice.
    for (let drawn = 0; drawn < most; drawn++) {
      const other = drawn + Math.floor(random() * (places.length - drawn));
      const place = places[other] as number;
      places[other] = places[drawn] as number;
      places[drawn] = place;
      queues[place]?.written.push(Math.floor(arrival / stepSeconds));
    }
  }
  return queues;
}

/** Mulberry32: evenly from 0 to below 1, the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

function lettersByStep(queues: readonly SimulatedQueue[]): number[] {
  const counts: number[] = [];
  for (const { written } of queues) for (const step of written) counts[step] = (counts[step] ?? 0) + 1;
  return Array.from(counts, (count) => count ?? 0);
}

function busiestOf(queues: readonly SimulatedQueue[]): { place: number; letters: number } {
  const busiest = { place: 0, letters: 0 };
  for (const [place, { written }] of queues.entries())
    if (written.length > busiest.letters) Object.assign(busiest, { place, letters: written.length });
  return busiest;
}

function releaseAll(
  queues: readonly SimulatedQueue[],
  pace: Pace,
  zone: string,
  at: number,
  step: number,
  result: SimulatedLetters,
): number {
  if (!isOfficeHour(pace, zone, at)) return 0;
  // What may leave only grows within the quarter: its last minute has all of it.
  const look = { pace, at: at + stepSeconds - 60 };
  const windows = windowsOf(zone, look.at);
  let delivered = 0;
  for (const queue of queues) {
    const first = queue.written[queue.left] ?? Infinity;
    const count = release(queue, look, windows, step);
    if (count > 0) result.longestWaitSeconds = Math.max(result.longestWaitSeconds, (step - first) * stepSeconds);
    delivered += count;
  }
  return delivered;
}

function record(hours: SimulatedHour[], step: SimulatedHour): void {
  const last = hours.at(-1);
  if (last === undefined || step.at >= last.at + hourSeconds) hours.push(step);
  else {
    last.written += step.written;
    last.delivered += step.delivered;
    last.waiting = step.waiting;
  }
}

const withoutTheDone = (byZone: Map<string, SimulatedQueue[]>): Map<string, SimulatedQueue[]> =>
  new Map([...byZone].map(([zone, queues]) => [zone, queues.filter(({ left, written }) => left < written.length)]));
