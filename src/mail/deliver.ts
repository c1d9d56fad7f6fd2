import type { Clock } from '../domain/clock.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClaimedMessage, MailOutcome } from '../domain/message.ts';
import type { Log } from '../log.ts';
import type { Composer } from './compose.ts';
import { openLine } from './line.ts';
import { settle, type GiveBack } from './settle.ts';
import { mailsAtOnce, type Transport } from './transport.ts';
import { trySending, type Tried } from './try-sending.ts';
import { releaseClaims } from '../store/claims.ts';

/** Then a mail in hand goes back to the outbox: systemd and container engines kill what does not end. */
const stopPatienceMilliseconds = 5000;
/** Mails that went out and wait for the database to say so; while there are more, none is sent. */
const mostUnsettled = 200;

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
  const line = openLine(store, now, log);
  const inHand = new Set<ClaimedMessage>();
  let stopped = false;
  const settling = new Set<Promise<void>>();

  async function deliver(message: ClaimedMessage): Promise<void> {
    inHand.add(message);
    const tried = await trySending({ composer, transport, now }, message);
    const settled = settle({ store, now, giveBack }, message, tried)
      .then((held) => tell(message, tried, held))
      .catch(() => log.error('a mail could not be settled: it may go out twice'))
      .finally(() => {
        inHand.delete(message);
        settling.delete(settled);
      });
    settling.add(settled);
    if (settling.size >= mostUnsettled) await Promise.race(settling);
  }

  function tell(message: ClaimedMessage, { settlement }: Tried, held: boolean): void {
    // Let go of when we were told to stop.
    if (!held && stopped) return;
    outcomes[settlement.state === 'due' ? 'put-off' : settlement.state] += 1;
    const facts = { message: message.id, kind: message.kind, attempt: message.attempts + 1 };
    // Whoever erased everything meanwhile has taken it out, and nothing was sent.
    if (!held && settlement.state !== 'failed')
      log.error('claim lapsed while sending: the mail may go out twice', facts);
    if (!('failure' in settlement)) return;
    const event = settlement.state === 'failed' ? 'mail given up' : 'mail put off';
    log.error(event, { ...facts, reason: settlement.failure });
  }

  const lanes = Array.from({ length: mailsAtOnce }, async () => {
    for (let message = await line.next(); message !== undefined; message = await line.next()) await deliver(message);
  });

  return {
    stop: async () => {
      stopped = true;
      await line.close();
      const done = Promise.all(lanes).then(() => Promise.all(settling));
      await Promise.race([done, sleep(stopPatienceMilliseconds, undefined, { ref: false })]);
      transport.close();
      if (inHand.size === 0) return;
      const released = inHand.size;
      await store
        .write((writing) => releaseClaims(writing, [...inHand], now()))
        .then(() => log.info('mails in hand are due again', { released }))
        // Their claims lapse by themselves, and the rest of the server has to stop all the same.
        .catch(() => log.error('mails in hand could not be let go: they are due again in some minutes', { released }));
    },
  };
}
