import { daySeconds } from './clock.ts';

/** How writers come: half in a first day and ever fewer for two weeks, or all in one moment. */
export type ArrivalCurve = 'burst' | 'at-once';

/** When each writer comes, in seconds after the first could; rising. */
export const arrivalsOf = (curve: ArrivalCurve, writers: number): number[] =>
  Array.from({ length: writers }, (_, at) => (curve === 'at-once' ? 0 : burstAt((at + 0.5) / writers)));

/** When this share of the writers has come: evenly in the first day, then by exponential decay. */
function burstAt(share: number): number {
  if (share <= firstDayShare) return (share / firstDayShare) * daySeconds;
  const later = (share - firstDayShare) / (1 - firstDayShare);
  const whole = 1 - Math.exp(-(lastDay - 1) / decayDays);
  return (1 - Math.log(1 - later * whole) * decayDays) * daySeconds;
}

/** What a call by mail brings: most who act do so within a day of reading it. */
const firstDayShare = 0.5;
const lastDay = 14;
/** After each this many days, 37 % of the day's writers are left. */
const decayDays = 3;
