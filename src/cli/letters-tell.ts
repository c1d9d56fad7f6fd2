import type { LetterRush, SimulatedLetters } from '../domain/simulate-letters.ts';

/** What a simulation says, in sentences. `busiest` is the name of who gets most letters. */
export function tellLetters(simulated: SimulatedLetters, rush: LetterRush, busiest: string): string {
  const { letters, halfAt, lastAt, longestWaitSeconds } = simulated;
  const { pace, representatives, writers } = rush;
  const zones = new Set(representatives.map(({ zone }) => zone)).size;
  const end =
    lastAt === undefined
      ? 'a year is too short to deliver them all'
      : `the last letter is delivered by ${moment(lastAt)}`;
  const half = halfAt === undefined ? 'not half of them within a year' : `half of them by ${moment(halfAt)}`;
  return [
    `${count(writers, 'writer')}: ${end}; ${half}.`,
    `${count(letters, 'letter')} to ${count(representatives.length, 'representative')} in ${count(zones, 'time zone')}. ` +
      `The longest wait is ${duration(longestWaitSeconds)}. ${busiest} gets the most, ${count(simulated.busiest.letters, 'letter')}.`,
    `The pace: to each at most ${number(pace.hourly)} an hour and ${number(pace.daily)} a day, ` +
      `from ${pace.opensAt}:00 to ${pace.closesAt}:00 by their own clock, ${pace.weekdaysOnly ? 'Monday to Friday' : 'every day'}.`,
  ].join('\n');
}

const number = (value: number): string => value.toLocaleString('en');

const count = (value: number, what: string): string => `${number(value)} ${what}${value === 1 ? '' : 's'}`;

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

/** Such as `Thursday 3 December, 16:00 UTC`. `at` is in seconds since 1970. */
function moment(at: number): string {
  const date = new Date(at * 1000);
  return `${dayFormat.format(date)}, ${date.toISOString().slice(11, 16)} UTC`;
}

function duration(seconds: number): string {
  const hours = Math.ceil(seconds / 3600);
  if (hours <= 1) return 'an hour or less';
  const days = Math.floor(hours / 24);
  if (days === 0) return count(hours, 'hour');
  return hours % 24 === 0 ? count(days, 'day') : `${count(days, 'day')} and ${count(hours % 24, 'hour')}`;
}
