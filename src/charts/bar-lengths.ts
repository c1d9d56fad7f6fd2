import { scaleLinear } from 'd3-scale';

/** A whole and how much of it is filled, such as received and confirmed. */
export interface Filled {
  whole: number;
  filled: number;
}

/** Something is seen of whatever is not nothing. */
const leastLength = 0.5;

/** How long bars are beside each other, in percent of the longest. */
export function barLengths(rows: readonly Filled[]): Filled[] {
  const most = Math.max(1, ...rows.map(({ whole, filled }) => Math.max(whole, filled)));
  const length = scaleLinear().domain([0, most]).range([0, 100]);
  const seen = (value: number): number =>
    value === 0 ? 0 : Math.max(leastLength, Math.round(length(value) * 100) / 100);
  return rows.map(({ whole, filled }) => ({ whole: seen(whole), filled: seen(filled) }));
}
