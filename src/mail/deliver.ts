import { randomUUID } from 'node:crypto';
import { toHour, type Clock } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import type { Log } from '../log.ts';
import { settleDelivery } from '../store/letters.ts';
import { claimMessages, nextDueAt, settleMessage, type Settlement } from '../store/outbox.ts';
import { backoffSeconds, giveUpAfterSeconds } from './backoff.ts';
import { compose, type Composer } from './compose.ts';
import { NothingToSend } from './nothing-to-send.ts';
import type { OpenMessage } from './open-message.ts';
import { readSmtpFailure } from './smtp-failure.ts';
import type { Transport } from './transport.ts';

/** Longer than the slowest conversation with a mail server (its time-outs add up to 90 s). */
const claimSeconds = 120;
/** As many as the pool sends at once: none waits in line while its claim runs out. */
const claimAtOnce = 5;
/** A mail that went out and is not settled goes out again, so settling is worth some patience. */
const settleTries = 5;
/** How often to look for messages that another process wrote or whose claim has lapsed. */
const lookAgainMilliseconds = 1000;

export interface Delivering {
  /** Resolves once what is being sent now is settled. */
  stop(): Promise<void>;
}

/**
 * Sends what falls due, until stopped. At least once: a process that dies between sending and
 * settling leaves a claim that lapses, and the mail goes out again with the same Message-ID.
 */
export function startDelivery(composer: Composer, transport: Transport, now: Clock, log: Log): Delivering {
  const { store } = composer;
  let stopped = false;
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
      const sent = await deliverDue(composer, transport, now, log).catch((error: unknown) => {
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
      await running;
      transport.close();
    },
  };
}

/** Sends one handful of messages that are due. @returns how many were tried */
async function deliverDue(composer: Composer, transport: Transport, now: Clock, log: Log): Promise<number> {
  const due = await nextDueAt(composer.store.read);
  if (due === undefined || due > now()) return 0;
  const claim = randomUUID();
  const messages = await composer.store.write((writing) =>
    claimMessages(writing, claim, now(), claimSeconds, claimAtOnce),
  );
  const outcomes = await Promise.allSettled(messages.map((message) => deliver(composer, transport, now, log, message)));
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') log.error('a mail could not be settled: it may go out twice');
  return messages.length;
}

async function deliver(
  composer: Composer,
  transport: Transport,
  now: Clock,
  log: Log,
  message: ClaimedMessage,
): Promise<void> {
  const { settlement, opened } = await trySending(composer, transport, now, message);
  const deliveryId = opened?.kind === 'letter' ? opened.data.deliveryId : undefined;
  const held = await settle(composer, message, deliveryId, settlement, now());
  const facts = { message: message.id, kind: message.kind, attempt: message.attempts + 1 };
  if (!held) log.error('claim lapsed while sending: the mail may go out twice', facts);
  if ('failure' in settlement)
    log.error(settlement.state === 'failed' ? 'mail given up' : 'mail put off', {
      ...facts,
      reason: settlement.failure,
    });
}

async function settle(
  composer: Composer,
  message: ClaimedMessage,
  deliveryId: number | undefined,
  settlement: Settlement,
  at: number,
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await composer.store.write(async (writing) => {
        const settled = await settleMessage(writing, message, settlement, at);
        if (settled && deliveryId !== undefined && settlement.state !== 'due')
          await settleDelivery(writing, deliveryId, settlement.state, toHour(at));
        return settled;
      });
    } catch (error) {
      if (tries === settleTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * tries));
    }
  }
}

/** @returns how it went, and the message unless it could not be opened */
async function trySending(
  composer: Composer,
  transport: Transport,
  now: Clock,
  message: ClaimedMessage,
): Promise<{ settlement: Settlement; opened: OpenMessage | undefined }> {
  let opened: OpenMessage | undefined;
  try {
    const settings = composer.settingsOf(message.campaignId);
    if (settings === undefined) throw new NothingToSend('its campaign is gone');
    opened = await composer.open(settings.slug, message);
    const mail = await compose(composer, settings, opened);
    await transport.send(mail, `${String(message.id).padStart(8, '0')}-${message.kind}`);
    return { opened, settlement: { state: 'sent' } };
  } catch (error) {
    return { opened, settlement: settlementOf(error, message, now()) };
  }
}

function settlementOf(error: unknown, message: ClaimedMessage, now: number): Settlement {
  if (error instanceof NothingToSend) return { state: 'failed', failure: error.message };
  const { permanent, reason } = readSmtpFailure(error);
  const tooOld = now - message.createdAt > giveUpAfterSeconds;
  if (permanent || tooOld) return { state: 'failed', failure: reason };
  return { state: 'due', dueAt: now + backoffSeconds(message.attempts), failure: reason };
}
