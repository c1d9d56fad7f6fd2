import { isoDay, toHour } from '../domain/clock.ts';
import { takesMail } from '../domain/channel.ts';
import { campaignById } from '../store/campaigns.ts';
import { representativesById } from '../store/directories.ts';
import type { Sending } from '../store/fit-representatives.ts';
import {
  goesTo,
  hasLeft,
  letterQueues,
  markReleased,
  nextInQueue,
  readdress,
  writtenToBefore,
  type LetterQueue,
  type QueuedDelivery,
} from '../store/letter-queue.ts';
import { settleDelivery } from '../store/letters.ts';
import { countReleases } from '../store/releases.ts';
import type { Reading, RepresentativeRow } from '../store/schema.ts';
import { successorOf } from '../store/successors.ts';
import type { Writing } from '../store/writer.ts';
import type { Context, RunningCampaign } from './context.ts';
import { giveBack, type GiveBack } from './give-back.ts';
import type { MailSeal } from './keyring.ts';
import { postMail } from './post-mail.ts';
import { lettersAtOnce, mailboxOf, queueStandings, roomIn, type QueueStanding } from './queue-standing.ts';

/** Queues at once: their writes share a transaction, and a request that comes in between hardly waits. */
const queuesAtOnce = 50;

/**
 * Puts letters whose turn has come into the outbox: in the office hours of whom they go to, and never more than the campaign's
 * pace allows. Without real mail nothing is paced. Whoever has left office gets nothing; who holds the post now does.
 * @returns how many left their queues
 */
export async function releaseLetters(context: Context, sending: Sending): Promise<number> {
  const queues = await letterQueues(context.store.read);
  if (queues.length === 0) return 0;
  const paceOf = (id: number) => context.campaignOf(id)?.settings.letter.pace;
  const standingOf = await queueStandings(context, paceOf, sending);
  const turns = queues
    .map((queue) => ({ queue, standing: standingOf(queue) }))
    .filter((turn) => turn.standing.may !== 'wait');
  const seal = await context.keyring.mailSeal();
  let released = 0;
  for (let at = 0; at < turns.length; at += queuesAtOnce) {
    const some = turns.slice(at, at + queuesAtOnce);
    const counts = await Promise.all(some.map((turn) => releaseSome(context, sending, seal, turn)));
    released += counts.reduce((sum, count) => sum + count, 0);
  }
  return released;
}

async function releaseSome(
  context: Context,
  sending: Sending,
  seal: MailSeal,
  { queue, standing }: { queue: LetterQueue; standing: QueueStanding },
): Promise<number> {
  const campaign = context.campaignOf(queue.campaignId);
  const now = context.now();
  const back = standing.may === 'not' ? await giveBack(context) : undefined;
  return context.store.write(async (writing) => {
    if (back !== undefined) return passOn(writing, back, queue, now);
    if (campaign === undefined || standing.may !== 'leave' || (await isHeldBack(writing.db, queue, now))) return 0;
    const most = await roomIn(writing.db, standing.pace, sending, queue, now);
    return most === 0 ? 0 : release(writing, seal, { campaign, queue, most, now });
  });
}

/** An organizer may have said so since the queues were looked at. */
async function isHeldBack(db: Reading, { campaignId, representative }: LetterQueue, at: number): Promise<boolean> {
  const campaign = await campaignById(db, campaignId);
  const [now] = await representativesById(db, [representative.id], isoDay(at));
  if (campaign === undefined || now === undefined) return true;
  return campaign.letters_paused_at !== null || now.paused_at !== null || !takesMail(now);
}

interface Turn {
  campaign: RunningCampaign;
  queue: LetterQueue;
  most: number;
  now: number;
}

async function release(writing: Writing, seal: MailSeal, { campaign, queue, most, now }: Turn): Promise<number> {
  const next = await nextInQueue(writing.db, queue, most, now);
  if (next.length === 0) return 0;
  await markReleased(
    writing,
    next.map(({ id }) => id),
    toHour(now),
  );
  await countReleases(writing, mailboxOf(queue), toHour(now), next.length);
  for (const { id, locale, address_index: addressIndex } of next) {
    const message = { kind: 'letter' as const, data: { deliveryId: id } };
    await postMail(writing, seal, { campaign, locale, to: queue.representative.email, addressIndex, message, now });
  }
  if (next.length === lettersAtOnce) writing.touch('letters');
  return next.length;
}

/** To whoever holds the post of somebody who left office; else back to its writer. */
async function passOn(writing: Writing, back: GiveBack, queue: LetterQueue, now: number): Promise<number> {
  const day = isoDay(now);
  const successor = hasLeft(queue.representative, day)
    ? await successorOf(writing.db, queue.representative, day)
    : undefined;
  const deliveries = await nextInQueue(writing.db, queue, lettersAtOnce, now);
  for (const delivery of deliveries) await passOnOne(writing, back, delivery, { successor, hour: toHour(now) });
  if (deliveries.length > 0) writing.touch('letters');
  return 0;
}

async function passOnOne(
  writing: Writing,
  back: GiveBack,
  delivery: QueuedDelivery,
  { successor, hour }: { successor: RepresentativeRow | undefined; hour: number },
): Promise<void> {
  if (successor === undefined) {
    await settleDelivery(writing, delivery.id, 'failed', hour);
    await back(writing, delivery.id, undefined);
    return;
  }
  const before = await writtenToBefore(writing.db, { ...delivery, id: delivery.letter_id });
  const again = before.has(successor.id) || (await goesTo(writing.db, delivery.letter_id, successor.id));
  if (again) await settleDelivery(writing, delivery.id, 'repeated', hour);
  else await readdress(writing, delivery.id, successor.id);
}
