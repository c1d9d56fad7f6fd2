import { takesMail } from '../domain/channel.ts';
import { zoneOf } from '../domain/office-hours.ts';
import { mayLeave, windowsOf, type Pace } from '../domain/pacing.ts';
import { campaignById } from '../store/campaigns.ts';
import { reachableRepresentatives, type Sending } from '../store/fit-representatives.ts';
import { releasedTo, type LetterQueue } from '../store/letter-queue.ts';
import type { Reading } from '../store/schema.ts';
import type { Context } from './context.ts';

/** Letters of one queue at once, where nothing is paced. */
export const lettersAtOnce = 100;

/**
 * What becomes of a queue now. `paused`: by an organizer. `no-folder`: its campaign's folder is gone. `unfit`: whom it is for
 * cannot be written to by mail any more. `hours`: their office is closed.
 */
export type QueueStanding =
  | { may: 'leave'; pace: Pace }
  | { may: 'wait'; because: 'paused' | 'no-folder' | 'hours' }
  | { may: 'not'; because: 'unfit' };

/** @param pace the campaign's; undefined where its folder is gone */
export async function queueStanding(
  context: Pick<Context, 'store' | 'now'>,
  pace: Pace | undefined,
  sending: Sending,
  queue: LetterQueue,
): Promise<QueueStanding> {
  const row = await campaignById(context.store.read, queue.campaignId);
  if (pace === undefined || row === undefined) return { may: 'wait', because: 'no-folder' };
  if (row.letters_paused_at !== null || queue.representative.paused_at !== null)
    return { may: 'wait', because: 'paused' };
  const [fit] = (await reachableRepresentatives(context, sending, [queue.representative.id])) ?? [];
  if (fit === undefined || !takesMail(fit)) return { may: 'not', because: 'unfit' };
  const open = !sending.real || roomFor(pace, queue, context.now(), { thisHour: 0, today: 0 }) > 0;
  return open ? { may: 'leave', pace } : { may: 'wait', because: 'hours' };
}

/** How many letters of a queue may leave now. Read where nobody else writes, or two would take the same room. */
export async function roomIn(
  db: Reading,
  pace: Pace,
  sending: Sending,
  queue: LetterQueue,
  now: number,
): Promise<number> {
  if (!sending.real) return lettersAtOnce;
  return roomFor(pace, queue, now, await releasedTo(db, queue.representative.id, windowsOf(zoneIn(queue), now)));
}

const roomFor = (
  pace: Pace,
  queue: LetterQueue,
  at: number,
  { thisHour, today }: { thisHour: number; today: number },
): number =>
  mayLeave({
    pace,
    zone: zoneIn(queue),
    at,
    sentThisHour: thisHour,
    sentToday: today,
    key: String(queue.representative.id),
  });

export const zoneIn = ({ representative, directoryZone }: LetterQueue): string =>
  zoneOf(representative.time_zone, directoryZone, representative.country);
