import { daySeconds } from './clock.ts';
import { countChange, type HistoryAt } from './published-history.ts';

/** Something that a campaign has reached; `at` in seconds, to the day. `key` stays the same as long as the campaign stands. */
export type Milestone = { key: string; at: number } & (
  | { kind: 'opened' | 'handed-over' | 'text-changed' }
  | { kind: 'goal'; goal: number }
  | { kind: 'answered'; answer: string }
);

export interface Course {
  /** When its text was first shown, in seconds. */
  openedAt: number;
  /** ISO days on which its text was changed, each once. */
  changedOn: readonly string[];
  goals: readonly number[];
  /** What happened on each day, by rising time. */
  days: readonly HistoryAt[];
  /** ISO day. */
  handedOverAt: string | undefined;
  answer: string | undefined;
  /** When it closed, in seconds, if anybody has said so. */
  closedAt: number | undefined;
}

/** What a campaign has reached, the newest first. A goal counts as reached on the day on which the count first stood at it, whatever came after. */
export function milestonesOf({
  openedAt,
  changedOn,
  goals,
  days,
  handedOverAt,
  answer,
  closedAt,
}: Course): Milestone[] {
  const opened = toDay(openedAt);
  const handedOver = handedOverAt === undefined ? undefined : dayOf(handedOverAt);
  const milestones: Milestone[] = [
    { kind: 'opened', key: 'opened', at: opened },
    ...changedOn.map((day): Milestone => ({ kind: 'text-changed', key: `text-${day}`, at: dayOf(day) })),
    ...goalsReached(goals, days),
  ];
  if (handedOver !== undefined) milestones.push({ kind: 'handed-over', key: 'handed-over', at: handedOver });
  // Nobody writes down when an answer came: it is told as of the handing over.
  if (answer !== undefined)
    milestones.push({ kind: 'answered', key: 'answered', at: handedOver ?? toDay(closedAt ?? openedAt), answer });
  return milestones.toReversed().toSorted((one, other) => other.at - one.at);
}

function goalsReached(goals: readonly number[], days: readonly HistoryAt[]): Milestone[] {
  const left = [...goals];
  const reached: Milestone[] = [];
  let total = 0;
  for (const { at, ...counts } of days) {
    total += countChange(counts);
    for (let goal = left[0]; goal !== undefined && goal <= total; goal = left[0]) {
      reached.push({ kind: 'goal', key: `goal-${goal}`, at: toDay(at), goal });
      left.shift();
    }
  }
  return reached;
}

const toDay = (at: number): number => at - (at % daySeconds);
const dayOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
