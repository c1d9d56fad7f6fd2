/** One line of the table that `npm run bench` prints. */
export interface Figure {
  name: string;
  unit: string;
  /** What was measured, the middle of some runs. */
  value: number;
  /** The largest of these runs by the smallest. */
  spread: number;
  /** The same on this machine, in this run, without what is asked about. */
  floor: number;
  /** What the floor is. */
  floorIs: string;
  /** Of the ratio of value to floor, or of the value itself. */
  goal: { of: 'ratio' | 'value'; is: 'at least' | 'at most'; than: number };
}

export const ratioOf = ({ value, floor }: Figure): number => value / floor;

export function isReached(figure: Figure): boolean {
  const measured = figure.goal.of === 'ratio' ? ratioOf(figure) : figure.value;
  return figure.goal.is === 'at least' ? measured >= figure.goal.than : measured <= figure.goal.than;
}

/** The middle of several runs of one measurement, and how far they lie apart: one run on a shared machine says little. */
export function middle(values: readonly number[]): { value: number; spread: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return { value, spread: (sorted.at(-1) ?? Number.NaN) / (sorted[0] ?? Number.NaN) };
}
