import { isoDay } from '../domain/clock.ts';
import { takesMail } from '../domain/channel.ts';
import { zoneOf } from '../domain/office-hours.ts';
import { mayLeave, windowsOf, type Pace } from '../domain/pacing.ts';
import { isReservedAddress } from '../domain/reserved-address.ts';
import { pausedCampaigns } from '../store/campaigns.ts';
import { offeredDirectories, type Sending } from '../store/fit-representatives.ts';
import { fact } from '../store/facts.ts';
import { hasLeft, type Queue } from '../store/letter-queue.ts';
import { releasedTo } from '../store/releases.ts';
import type { Reading } from '../store/schema.ts';
import type { Context } from './context.ts';

/** The fact that a mail server was named once. */
export const realMail = 'real mail';

/** Letters of one queue at once, where nothing is paced. */
export const lettersAtOnce = 100;

/**
 * What becomes of a queue now. `paused`: by an organizer. `no-folder`: its campaign's folder is gone. `unfit`: whom it is for
 * cannot be written to by mail any more. `no-server`: real mail was sent before, and no mail server is named now. `hours`: their office is closed.
 */
export type QueueStanding =
  | { may: 'leave'; pace: Pace }
  | { may: 'wait'; because: 'paused' | 'no-folder' | 'no-server' | 'hours' }
  | { may: 'not'; because: 'unfit' };

/**
 * Looks once at what holds for all queues.
 * @param paceOf a campaign's pace; undefined where its folder is gone
 * @returns what becomes of each of them
 */
export async function queueStandings(
  { store, now }: Pick<Context, 'store' | 'now'>,
  paceOf: (campaignId: number) => Pace | undefined,
  sending: Sending,
): Promise<(queue: Queue) => QueueStanding> {
  const paused = new Set(await pausedCampaigns(store.read));
  const offered = await offeredDirectories(store.read, sending);
  const wasReal = (await fact(store.read, realMail)) !== undefined;
  const at = now();
  return (queue) => {
    const { campaignId, representative } = queue;
    const pace = paceOf(campaignId);
    if (pace === undefined) return { may: 'wait', because: 'no-folder' };
    if (paused.has(campaignId) || representative.paused_at !== null) return { may: 'wait', because: 'paused' };
    const fit = takesMail(representative) && !hasLeft(representative, isoDay(at));
    if (!fit || !offered.has(representative.directory_id)) return { may: 'not', because: 'unfit' };
    // A start without its settings must not pour a real queue into files.
    if (!sending.real && wasReal && !isMadeUp(queue)) return { may: 'wait', because: 'no-server' };
    const open = !isPaced(sending, queue) || roomFor(pace, queue, at, { thisHour: 0, today: 0 }) > 0;
    return open ? { may: 'leave', pace } : { may: 'wait', because: 'hours' };
  };
}

/** How many letters of a queue may leave now. Read where nobody else writes, or two would take the same room. */
export async function roomIn(db: Reading, pace: Pace, sending: Sending, queue: Queue, now: number): Promise<number> {
  if (!isPaced(sending, queue)) return lettersAtOnce;
  return roomFor(pace, queue, now, await releasedTo(db, mailboxOf(queue), windowsOf(zoneIn(queue), now)));
}

/** Nobody's inbox floods where no mail leaves this machine, or where nobody reads it. */
const isPaced = (sending: Sending, queue: Queue): boolean => sending.real && !isMadeUp(queue);

const isMadeUp = ({ demonstration, representative }: Queue): boolean =>
  demonstration && isReservedAddress(representative.email);

const roomFor = (
  pace: Pace,
  queue: Queue,
  at: number,
  { thisHour, today }: { thisHour: number; today: number },
): number =>
  mayLeave({
    pace,
    zone: zoneIn(queue),
    at,
    sentThisHour: thisHour,
    sentToday: today,
    key: mailboxOf(queue),
  });

/** Several representatives may share one. */
export const mailboxOf = ({ representative }: Queue): string => representative.email.toLowerCase();

export const zoneIn = ({ representative, directoryZone }: Queue): string =>
  zoneOf(representative.time_zone, directoryZone, representative.country);
