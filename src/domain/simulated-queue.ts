import { mayLeave, type Look, type windowsOf } from './pacing.ts';

/** The letters that wait for one simulated representative. */
export interface SimulatedQueue {
  /** Seeds the pace, as a representative's number does. */
  key: string;
  zone: string;
  /** When each letter was written, rising, in whatever unit the queue's maker counts. */
  written: number[];
  /** How many of them have left. */
  left: number;
  /** How many were written by the last look. */
  ready: number;
  hourFrom: number;
  sentThisHour: number;
  dayFrom: number;
  sentToday: number;
}

export const newQueue = (key: string, zone: string): SimulatedQueue => ({
  key,
  zone,
  written: [],
  left: 0,
  ready: 0,
  hourFrom: 0,
  sentThisHour: 0,
  dayFrom: 0,
  sentToday: 0,
});

/**
 * Lets go what may leave of the letters written until `until`.
 * @param windows of the queue's zone at `at`; all queues of a zone share them
 * @returns how many
 */
export function release(
  queue: SimulatedQueue,
  { pace, at }: Pick<Look, 'pace' | 'at'>,
  { hourFrom, dayFrom }: ReturnType<typeof windowsOf>,
  until: number,
): number {
  while ((queue.written[queue.ready] ?? Infinity) <= until) queue.ready += 1;
  if (queue.ready === queue.left) return 0;
  if (hourFrom !== queue.hourFrom) Object.assign(queue, { hourFrom, sentThisHour: 0 });
  if (dayFrom !== queue.dayFrom) Object.assign(queue, { dayFrom, sentToday: 0 });
  const { zone, key, sentThisHour, sentToday } = queue;
  const count = Math.min(queue.ready - queue.left, mayLeave({ pace, zone, at, key, sentThisHour, sentToday }));
  queue.left += count;
  queue.sentThisHour += count;
  queue.sentToday += count;
  return count;
}
