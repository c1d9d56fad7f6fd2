/** One line of the table that `npm run bench` prints. */
export interface Figure {
  name: string;
  unit: string;
  /** What was measured, the middle of some turns. */
  value: number;
  /** The same in the same turns without what is asked about; undefined where there is no such thing. */
  floor?: number | undefined;
  /** What the floor is. */
  floorIs?: string;
  /** The middle of the turns' ratios of value to floor. */
  ratio?: number | undefined;
  /** The largest turn's ratio (or value, without a floor) by the smallest's. */
  spread: number;
  /** Of the ratio or of the value itself; undefined: it is only told. */
  goal?: { of: 'ratio' | 'value'; is: 'at least' | 'at most'; than: number };
}

/** What was measured one right after the other, so that the machine was the same for both. */
export interface Turn {
  value: number;
  floor: number;
}

export const turns = 3;

/** Runs of one measurement that lie further apart than this say more about the machine than about us. */
export const noisy = 1.5;

/** Measures some times, each time beside its floor: on a shared machine only ratios of one moment mean anything. */
export async function inTurns(measure: () => Promise<Turn>, count = turns): Promise<Turn[]> {
  const all: Turn[] = [];
  while (all.length < count) all.push(await measure());
  return all;
}

/** A figure from turns beside a floor. */
export function besideFloor(told: Pick<Figure, 'name' | 'unit' | 'floorIs' | 'goal'>, all: readonly Turn[]): Figure {
  const ratio = middle(all.map(({ value, floor }) => value / floor));
  const value = middle(all.map((turn) => turn.value)).value;
  const floor = middle(all.map((turn) => turn.floor)).value;
  return { ...told, value, floor, ratio: ratio.value, spread: ratio.spread };
}

export function isReached({ goal, ratio, value }: Figure): boolean {
  if (goal === undefined) return true;
  const measured = goal.of === 'ratio' ? (ratio ?? Number.NaN) : value;
  return goal.is === 'at least' ? measured >= goal.than : measured <= goal.than;
}

/** The middle of several runs of one measurement, and how far they lie apart. */
export function middle(values: readonly number[]): { value: number; spread: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return { value, spread: (sorted.at(-1) ?? Number.NaN) / (sorted[0] ?? Number.NaN) };
}
