import type { Clock } from '../domain/clock.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClaimedMessage, MailHeld, MailOutcome } from '../domain/message.ts';
import type { Log } from '../log.ts';
import { openBrake } from './brake.ts';
import type { Composer } from './compose.ts';
import { openHold } from './hold.ts';
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

/** What is told of mail since the process began. */
export interface MailTold {
  outcomes: Record<MailOutcome, number>;
  /** Why no mail goes out just now: the database takes nothing, or the mail server refuses everybody. */
  held: () => MailHeld | undefined;
}

export const newMailTold = (): MailTold => ({
  outcomes: { sent: 0, 'put-off': 0, failed: 0 },
  held: () => undefined,
});

/**
 * Sends what falls due, until stopped. At least once: a process that dies between sending and
 * settling leaves a claim that lapses, and the mail goes out again with the same Message-ID.
 * @param askAgainMilliseconds for tests: how soon a mail server that refuses everybody is asked again
 */
export function startDelivery(
  composer: Composer,
  transport: Transport,
  now: Clock,
  log: Log,
  giveBack: GiveBack,
  { told = newMailTold(), askAgainMilliseconds }: { told?: MailTold; askAgainMilliseconds?: number } = {},
): Delivering {
  const { store } = composer;
  const hold = openHold(log);
  const brake = openBrake(now, log, askAgainMilliseconds);
  const turn = async (): Promise<void> => {
    await brake.turn();
    await hold.over();
  };
  const line = openLine(store, now, log, { turn, take: () => brake.take() });
  let stopped = false;
  const settling = new Set<Promise<void>>();
  const stopping = (): boolean => stopped;
  told.held = () => (hold.on ? 'database' : brake.on ? 'refusals' : undefined);

  async function deliver(message: ClaimedMessage): Promise<void> {
    const tried = brake.hear(await trySending({ composer, transport, now }, message), message);
    const settled = settle({ store, now, giveBack, hold, stopping }, message, tried)
      .then((held) => {
        line.done(message);
        tell(message, tried, held);
      })
      .catch(() => tellUnsettled(message, tried))
      .finally(() => settling.delete(settled));
    settling.add(settled);
    if (settling.size >= mostUnsettled) await Promise.race(settling);
  }

  /** What stands in the log by its number is what goes out twice. */
  function tellUnsettled(message: ClaimedMessage, { settlement }: Tried): void {
    // Told to stop, it is let go of.
    if (!stopped) line.done(message);
    if (settlement.state === 'sent')
      log.error('a mail went out and could not be written down: it goes out again', factsOf(message));
    else log.error('how a mail went could not be written down', factsOf(message));
  }

  function tell(message: ClaimedMessage, { settlement }: Tried, held: boolean): void {
    const facts = factsOf(message);
    // Let go of when we were told to stop: what had gone out by then goes out twice.
    if (!held && stopped && settlement.state !== 'sent') return;
    if (settlement.state === 'untried') {
      log.error('a mail could not be made: the database did not answer', facts);
      return;
    }
    told.outcomes[settlement.state === 'due' ? 'put-off' : settlement.state] += 1;
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
      hold.letGo();
      brake.letGo();
      await line.close();
      const done = Promise.all(lanes).then(() => Promise.all(settling));
      await Promise.race([done, sleep(stopPatienceMilliseconds, undefined, { ref: false })]);
      const inHand = line.inHand();
      const released = inHand.length;
      if (released > 0)
        await store
          .write((writing) => releaseClaims(writing, inHand, now()))
          .then(() =>
            log.info('mails in hand are due again', { released, messages: inHand.map(({ id }) => id).join(' ') }),
          )
          // Their claims lapse by themselves, and the rest of the server has to stop all the same.
          .catch(() =>
            log.error('mails in hand could not be let go: they are due again in some minutes', { released }),
          );
      // Only now: what it cuts off is a failure, which would be put off for longer.
      transport.close();
    },
  };
}

const factsOf = ({ id, kind, attempts }: ClaimedMessage) => ({ message: id, kind, attempt: attempts + 1 });
