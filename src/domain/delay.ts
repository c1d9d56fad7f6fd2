/** How many took so many whole hours. */
export interface Delay {
  hours: number;
  count: number;
}

/** Within how many hours this share of all were done, by the nearest rank; undefined where there is none. */
export function delayWithin(delays: readonly Delay[], share: number): number | undefined {
  const total = delays.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const rank = Math.max(1, Math.ceil(share * total));
  let done = 0;
  // Times are floored to the hour at both ends: what took no hour may have taken nearly one.
  for (const { hours, count } of delays.toSorted((one, other) => one.hours - other.hours)) {
    done += count;
    if (done >= rank) return hours + 1;
  }
  return undefined;
}
