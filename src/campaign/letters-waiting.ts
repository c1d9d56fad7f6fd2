import { takesMail } from '../domain/channel.ts';
import type { Sending } from '../store/fit-representatives.ts';
import { queuedCounts } from '../store/letter-figures.ts';
import type { Context, RunningCampaign } from './context.ts';
import { queueStandings, type QueueStanding } from './queue-standing.ts';

/** Why letters were not sent yet; `leave`: they leave now, or are in the outbox. `with-writers`: no mail of ours takes them there. */
export type Wait = 'leave' | 'with-writers' | Exclude<QueueStanding, { may: 'leave' }>['because'];

/** How many verified letters of a campaign were not sent yet, by why. From the counts: nothing is read of any letter. */
export async function lettersWaiting(
  context: Pick<Context, 'store' | 'now'>,
  { id, settings }: Pick<RunningCampaign, 'id' | 'settings'>,
  sending: Sending,
): Promise<Partial<Record<Wait, number>>> {
  const queues = await queuedCounts(context.store.read, id);
  if (queues.length === 0) return {};
  const standingOf = await queueStandings(context, () => settings.letter.pace, sending);
  const waiting: Partial<Record<Wait, number>> = {};
  for (const { queued, ...queue } of queues) {
    const standing = standingOf(queue);
    const why = waitOf(takesMail(queue.representative), standing);
    waiting[why] = (waiting[why] ?? 0) + queued;
  }
  return waiting;
}

function waitOf(byMail: boolean, standing: QueueStanding): Wait {
  if (!byMail) return 'with-writers';
  return standing.may === 'leave' ? 'leave' : standing.because;
}
