import { daySeconds, hourSeconds } from './clock.ts';
import { fewestShown } from './country-figures.ts';
import type { SignatureEvent } from './signature.ts';

/** What history tells. The count rises by `confirmed` and `reinstated` and falls by the last three. */
export const historyEvents = [
  'received',
  'confirmed',
  'reinstated',
  'withdrawn',
  'invalidated',
  'erased',
] as const satisfies readonly SignatureEvent[];

export type HistoryCounts = Record<(typeof historyEvents)[number], number>;

/** What happened in one hour, or another span that begins at `at`, in seconds. */
export interface HistoryAt extends HistoryCounts {
  at: number;
}

/** What happened from `from` until `to`, in seconds, and how many were confirmed at its end. */
export interface HistorySpan extends HistoryCounts {
  from: number;
  to: number;
  total: number;
}

/** Each a multiple of the next. */
const spanHours = [24, 12, 6, 3, 1] as const;

/**
 * History as it may be published, by the hour where enough people signed. A day (UTC) is halved, and halved again, down to its hours, as long
 * as in each part in which anything happened at least `fewestShown` signatures were confirmed: an hour of its own never tells of a few
 * people, and nothing can be subtracted to learn of one. Days are not joined, however few signed. Forms that were received are not what decides:
 * anybody can send ten of them, and a confirmation takes a mailbox.
 *
 * Who left, withdrawn or erased, is told by the day alone: few do in an hour, and a row of theirs could be of one person. Where a day is told in
 * parts, a row of the whole day comes after them and has these. So rows add up, and parts are chosen without a look at who left.
 * @param hours those in which anything happened, by rising time
 */
export function historyOf(hours: readonly HistoryAt[]): HistorySpan[] {
  const spans = partsOf(hours, 24).flatMap(spansOfDay);
  let total = 0;
  return spans.map((span) => {
    total += countChange(span);
    return { ...span, total };
  });
}

/** By how many the count rose, or fell. */
export const countChange = ({ confirmed, reinstated, withdrawn, invalidated, erased }: HistoryCounts): number =>
  confirmed + reinstated - withdrawn - invalidated - erased;

type Span = Omit<HistorySpan, 'total'>;

function spansOfDay(hours: readonly HistoryAt[]): Span[] {
  const { withdrawn, erased } = sumOf(hours);
  const others = hours.map((hour) => ({ ...hour, withdrawn: 0, erased: 0 })).filter(isAnything);
  const parts = others.length === 0 ? [] : spansOf(others, 0);
  const isWhole = parts.every(({ from, to }) => to - from === daySeconds);
  const left = { ...sumOf(isWhole ? others : []), withdrawn, erased };
  const from = beginningOf(hours[0]?.at ?? 0, 24);
  const day = { from, to: from + daySeconds, ...left };
  if (isWhole) return [day];
  return withdrawn + erased > 0 ? [...parts, day] : parts;
}

const isAnything = (counts: HistoryCounts): boolean => historyEvents.some((event) => counts[event] > 0);

function spansOf(hours: readonly HistoryAt[], level: number): Span[] {
  const [hoursHere = 24, hoursBelow] = spanHours.slice(level);
  const parts = hoursBelow === undefined ? [] : partsOf(hours, hoursBelow);
  if (hoursBelow !== undefined && parts.every((part) => confirmedIn(part) >= fewestShown))
    return parts.flatMap((part) => spansOf(part, level + 1));
  const from = beginningOf(hours[0]?.at ?? 0, hoursHere);
  return [{ from, to: from + hoursHere * hourSeconds, ...sumOf(hours) }];
}

const confirmedIn = (hours: readonly HistoryAt[]): number => hours.reduce((sum, { confirmed }) => sum + confirmed, 0);

/** Those parts of so many hours in which anything happened. */
function partsOf(hours: readonly HistoryAt[], hoursEach: number): HistoryAt[][] {
  const parts: HistoryAt[][] = [];
  let beginning = -1;
  for (const hour of hours) {
    const own = beginningOf(hour.at, hoursEach);
    if (own === beginning) parts.at(-1)?.push(hour);
    else parts.push([hour]);
    beginning = own;
  }
  return parts;
}

/** All these divide a day, and days begin at midnight UTC. */
const beginningOf = (at: number, hoursEach: number): number => at - ((at % daySeconds) % (hoursEach * hourSeconds));

function sumOf(hours: readonly HistoryCounts[]): HistoryCounts {
  const sum: HistoryCounts = { received: 0, confirmed: 0, reinstated: 0, withdrawn: 0, invalidated: 0, erased: 0 };
  for (const hour of hours) for (const event of historyEvents) sum[event] += hour[event];
  return sum;
}
