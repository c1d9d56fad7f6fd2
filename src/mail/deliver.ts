import type { Clock } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import type { Log } from '../log.ts';
import type { Composer } from './compose.ts';
import { openLine } from './line.ts';
import { settle, type GiveBack } from './settle.ts';
import { mailsAtOnce, type Transport } from './transport.ts';
import { trySending } from './try-sending.ts';

/** Mails that went out and wait for the database to say so; while there are more, none is sent. */
const mostUnsettled = 200;

export interface Delivering {
  /** Resolves once what is being sent now is settled. */
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
): Delivering {
  const line = openLine(composer.store, now, log);
  const settling = new Set<Promise<void>>();

  async function deliver(message: ClaimedMessage): Promise<void> {
    const tried = await trySending({ composer, transport, now }, message);
    const settled = settle({ store: composer.store, now, giveBack }, message, tried)
      .then((held) => {
        const facts = { message: message.id, kind: message.kind, attempt: message.attempts + 1 };
        if (!held) log.error('claim lapsed while sending: the mail may go out twice', facts);
        const { settlement } = tried;
        if (!('failure' in settlement)) return;
        const event = settlement.state === 'failed' ? 'mail given up' : 'mail put off';
        log.error(event, { ...facts, reason: settlement.failure });
      })
      .catch(() => log.error('a mail could not be settled: it may go out twice'))
      .finally(() => settling.delete(settled));
    settling.add(settled);
    if (settling.size >= mostUnsettled) await Promise.race(settling);
  }

  const lanes = Array.from({ length: mailsAtOnce }, async () => {
    for (let message = await line.next(); message !== undefined; message = await line.next()) await deliver(message);
  });

  return {
    stop: async () => {
      await line.close();
      await Promise.all(lanes);
      await Promise.all(settling);
      transport.close();
    },
  };
}
