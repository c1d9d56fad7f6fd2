import type { Clock } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import { attemptsAt } from '../store/letter-queue.ts';
import type { Settlement } from '../store/outbox.ts';
import { StoreBusy } from '../store/writer.ts';
import { backoffSeconds, leastTries, patience, patienceWithDomains } from './backoff.ts';
import { compose, type Composer } from './compose.ts';
import { NoMailThere } from './no-mail-there.ts';
import { NothingToSend } from './nothing-to-send.ts';
import type { OpenMessage } from './open-message.ts';
import { readSmtpFailure } from './smtp-failure.ts';
import type { Transport } from './transport.ts';

/** A mail that could not be made because the database did not answer is looked at again so much later. */
const untriedSeconds = 5;

export interface Sending {
  composer: Composer;
  transport: Transport;
  now: Clock;
}

/** How a try went. */
export interface Tried {
  settlement: Settlement;
  /** Undefined if the message could not be opened. */
  opened: OpenMessage | undefined;
  /** Whether the server refused the mail for good. */
  refused: boolean;
  /** Whether it said that the address takes no mail, now or later. */
  addressRefused: boolean;
  /** Whether it was given up because no server took it, and not because there was nothing to send any more. */
  undelivered: boolean;
}

/** Sends a mail, once. Whatever goes wrong becomes how its message is settled. */
export async function trySending({ composer, transport, now }: Sending, message: ClaimedMessage): Promise<Tried> {
  let opened: OpenMessage | undefined;
  try {
    const settings = composer.settingsOf(message.campaignId);
    if (settings === undefined) throw new NothingToSend('its campaign is gone');
    opened = await composer.open(settings.slug, message);
    const mail = await compose(composer, settings, opened);
    await transport.send(mail, `${String(message.id).padStart(8, '0')}-${message.kind}`);
    return { opened, settlement: { state: 'sent' }, ...notRefused };
  } catch (error) {
    if (error instanceof StoreBusy)
      return { opened, settlement: { state: 'untried', dueAt: now() + untriedSeconds }, ...notRefused };
    const deliveryId = deliveryOf(opened);
    // Where the database does not answer either, the letter is put off rather than given up.
    const tries = deliveryId === undefined ? 0 : await attemptsAt(composer.store.read, deliveryId).catch(() => 0);
    return { opened, ...failureOf(error, message, tries, now()) };
  }
}

const notRefused = { refused: false, addressRefused: false, undelivered: false };

/** The delivery of a letter that a message is, if it is one. */
export const deliveryOf = (opened: OpenMessage | undefined): number | undefined =>
  opened?.kind === 'letter' ? opened.data.deliveryId : undefined;

function failureOf(error: unknown, message: ClaimedMessage, tries: number, now: number): Omit<Tried, 'opened'> {
  if (error instanceof NothingToSend) return { settlement: { state: 'failed', failure: error.message }, ...notRefused };
  const noMailThere = error instanceof NoMailThere;
  const { permanent, addressRefused, reason } = noMailThere ? error.failure : readSmtpFailure(error);
  const most = noMailThere ? patienceWithDomains : patience;
  const tooOld = now - message.createdAt > most.seconds && Math.max(message.attempts, tries) >= leastTries;
  if (permanent || tooOld || tries >= most.tries)
    return {
      settlement: { state: 'failed', failure: reason },
      // What the DNS says is no answer of the mail server.
      refused: permanent && !noMailThere,
      addressRefused,
      undelivered: true,
    };
  const dueAt = now + backoffSeconds(message.attempts);
  return { settlement: { state: 'due', dueAt, failure: reason }, ...notRefused };
}
