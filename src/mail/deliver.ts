import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { toHour, type Clock } from '../domain/clock.ts';
import type { ClaimedMessage, MailOutcome } from '../domain/message.ts';
import type { Log } from '../log.ts';
import { releaseClaim } from '../store/claims.ts';
import { countBounced } from '../store/bounced.ts';
import { attemptsAt, requeueDelivery } from '../store/letter-queue.ts';
import { settleDelivery } from '../store/letters.ts';
import { claimMessages, nextDueAt, settleMessage, type Settlement } from '../store/outbox.ts';
import { backoffSeconds, giveUpAfterSeconds, mostTries } from './backoff.ts';
import { compose, type Composer } from './compose.ts';
import { NothingToSend } from './nothing-to-send.ts';
import type { OpenMessage } from './open-message.ts';
import { readSmtpFailure } from './smtp-failure.ts';
import type { Writing } from '../store/writer.ts';
import type { Transport } from './transport.ts';

/** Longer than the slowest conversation with a mail server (its time-outs add up to 90 s). */
const claimSeconds = 120;
/** As many as the pool sends at once: none waits in line while its claim runs out. */
const claimAtOnce = 5;
/** A mail that went out and is not settled goes out again, so settling is worth some patience. */
const settleTries = 5;
/** Then a mail in hand goes back to the outbox: systemd and container engines kill what does not end. */
const stopPatienceMilliseconds = 5000;
/** How often to look for messages that another process wrote or whose claim has lapsed. */
const lookAgainMilliseconds = 1000;

/**
 * Gives a letter that is given up back to its writer. What it needs is taken before the transaction that settles the
 * letter, so that no letter is settled and forgotten.
 */
export type GiveBack = () => Promise<
  (writing: Writing, deliveryId: number, refusedBy: string | undefined) => Promise<void>
>;

export interface Delivering {
  /**
   * Resolves once what is being sent now is settled, or after a few seconds is due again: whoever sends next need not wait until our
   * claim lapses. A mail that a slow server took just then goes out twice, with the same Message-ID.
   */
  stop(): Promise<void>;
}

/**
 * Sends what falls due, until stopped. At least once: a process that dies between sending and
 * settling leaves a claim that lapses, and the mail goes out again with the same Message-ID.
 * @param outcomes counts how tries went
 */
export function startDelivery(
  composer: Composer,
  transport: Transport,
  now: Clock,
  log: Log,
  giveBack: GiveBack,
  outcomes: Record<MailOutcome, number> = { sent: 0, 'put-off': 0, failed: 0 },
): Delivering {
  const { store } = composer;
  let stopped = false;
  const claims = new Set<string>();
  const sending = { composer, transport, now, log, giveBack, claims, outcomes, stopped: () => stopped };
  let wake: (() => void) | undefined;
  const unlisten = store.onChange((changes) => {
    if (changes.has('outbox')) wake?.();
  });

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, lookAgainMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const running = (async () => {
    while (!stopped) {
      const sent = await deliverDue(sending).catch((error: unknown) => {
        log.error('delivery stumbled', { reason: error instanceof Error ? error.message : 'unknown' });
        return 0;
      });
      if (sent === 0 && !stopped) await idle();
    }
  })();

  return {
    stop: async () => {
      stopped = true;
      unlisten();
      wake?.();
      await Promise.race([running, sleep(stopPatienceMilliseconds, undefined, { ref: false })]);
      transport.close();
      const released = await release(sending);
      if (released > 0) log.info('mails in hand are due again', { released });
    },
  };
}

interface Sending {
  composer: Composer;
  transport: Transport;
  now: Clock;
  log: Log;
  giveBack: GiveBack;
  /** Those of which something is not settled yet. */
  claims: Set<string>;
  outcomes: Record<MailOutcome, number>;
  stopped: () => boolean;
}

/** Sends one handful of messages that are due. @returns how many were tried */
async function deliverDue(sending: Sending): Promise<number> {
  const { composer, now, log } = sending;
  const due = await nextDueAt(composer.store.read);
  if (due === undefined || due > now()) return 0;
  const claim = randomUUID();
  sending.claims.add(claim);
  const messages = await composer.store
    .write((writing) => claimMessages(writing, claim, now(), claimSeconds, claimAtOnce))
    .catch((error: unknown) => {
      sending.claims.delete(claim);
      throw error;
    });
  // Told to stop meanwhile: `release` gives them back.
  if (sending.stopped()) return messages.length;
  const outcomes = await Promise.allSettled(messages.map((message) => deliver(sending, message)));
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') log.error('a mail could not be settled: it may go out twice');
  sending.claims.delete(claim);
  return messages.length;
}

async function release({ claims, composer, now }: Sending): Promise<number> {
  let released = 0;
  for (const claim of claims) released += await composer.store.write((writing) => releaseClaim(writing, claim, now()));
  return released;
}

async function deliver(sending: Sending, message: ClaimedMessage): Promise<void> {
  const { log } = sending;
  const tried = await trySending(sending, message);
  const { settlement } = tried;
  const held = await settle(sending, message, tried);
  if (!held && sending.stopped()) return;
  sending.outcomes[settlement.state === 'due' ? 'put-off' : settlement.state] += 1;
  const facts = { message: message.id, kind: message.kind, attempt: message.attempts + 1 };
  if (!held) log.error('claim lapsed while sending: the mail may go out twice', facts);
  if ('failure' in settlement)
    log.error(settlement.state === 'failed' ? 'mail given up' : 'mail put off', {
      ...facts,
      reason: settlement.failure,
    });
}

/** A letter that is put off goes back into its queue: when it is tried again, the pace holds for it as for the others. */
async function settle(
  { composer, now, giveBack }: Sending,
  message: ClaimedMessage,
  { settlement, opened, addressRefused, undelivered }: Tried,
): Promise<boolean> {
  const at = now();
  const deliveryId = deliveryOf(opened);
  for (let tries = 1; ; tries++) {
    try {
      const back = deliveryId !== undefined && settlement.state === 'failed' ? await giveBack() : undefined;
      return await composer.store.write(async (writing) => {
        if (deliveryId === undefined) {
          const held = await settleMessage(writing, message, settlement, at);
          if (held && undelivered && message.kind === 'confirm-signature')
            countBounced(writing, message.campaignId, at);
          return held;
        }
        const { state } = settlement;
        const over =
          state === 'due'
            ? { state: 'failed' as const, failure: settlement.failure, again: true as const }
            : settlement;
        if (!(await settleMessage(writing, message, over, at))) return false;
        if (state === 'due') await requeueDelivery(writing, deliveryId, (attempts) => at + backoffSeconds(attempts));
        else await settleDelivery(writing, deliveryId, state, toHour(at));
        await back?.(writing, deliveryId, addressRefused ? opened?.to : undefined);
        return true;
      });
    } catch (error) {
      if (tries === settleTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * tries));
    }
  }
}

/** How a try went. */
interface Tried {
  settlement: Settlement;
  /** Undefined if the message could not be opened. */
  opened: OpenMessage | undefined;
  /** Whether the server said that the address takes no mail, now or later. */
  addressRefused: boolean;
  /** Whether it was given up because no server took it, and not because there was nothing to send any more. */
  undelivered: boolean;
}

async function trySending({ composer, transport, now }: Sending, message: ClaimedMessage): Promise<Tried> {
  let opened: OpenMessage | undefined;
  try {
    const settings = composer.settingsOf(message.campaignId);
    if (settings === undefined) throw new NothingToSend('its campaign is gone');
    opened = await composer.open(settings.slug, message);
    const mail = await compose(composer, settings, opened);
    await transport.send(mail, `${String(message.id).padStart(8, '0')}-${message.kind}`);
    return { opened, settlement: { state: 'sent' }, addressRefused: false, undelivered: false };
  } catch (error) {
    const deliveryId = deliveryOf(opened);
    const tries = deliveryId === undefined ? 0 : await attemptsAt(composer.store.read, deliveryId);
    return { opened, ...failureOf(error, message, tries >= mostTries, now()) };
  }
}

const deliveryOf = (opened: OpenMessage | undefined): number | undefined =>
  opened?.kind === 'letter' ? opened.data.deliveryId : undefined;

function failureOf(error: unknown, message: ClaimedMessage, triedEnough: boolean, now: number): Omit<Tried, 'opened'> {
  if (error instanceof NothingToSend)
    return { settlement: { state: 'failed', failure: error.message }, addressRefused: false, undelivered: false };
  const { permanent, addressRefused, reason } = readSmtpFailure(error);
  const tooOld = now - message.createdAt > giveUpAfterSeconds;
  if (permanent || tooOld || triedEnough)
    return { settlement: { state: 'failed', failure: reason }, addressRefused, undelivered: true };
  const dueAt = now + backoffSeconds(message.attempts);
  return { settlement: { state: 'due', dueAt, failure: reason }, addressRefused, undelivered: false };
}
