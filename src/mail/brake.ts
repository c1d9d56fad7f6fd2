import type { Clock } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import type { Log } from '../log.ts';
import { backoffSeconds } from './backoff.ts';
import type { Tried } from './try-sending.ts';

/**
 * So many refusals in a row, each of another recipient, and it is us whom the mail server refuses: with one address in twenty dead,
 * ten follow each other once in 10^13 mails. Where it says of each that there is no such mailbox, made-up addresses may be the reason.
 */
const mostRefusals = { unexplained: 10, inAll: 50 };
/** One mail as often asks whether it is still so: no provider takes that for a flood. */
const askAgainMilliseconds = 60_000;

/** Keeps a mail server that refuses everybody from using up the outbox: from then on mails are kept, and few are tried. */
export interface Brake {
  readonly on: boolean;
  /** How a try went. @returns how it is settled: while the brake is on, a refusal is not the end of a mail */
  hear(tried: Tried, message: ClaimedMessage): Tried;
  /** Resolves once a mail may be tried: at once while the brake is off. Of several that wait one gets it. */
  turn(): Promise<void>;
  /** Whoever has a mail in hand asks once more: while the brake is on, it is used up by that. */
  take(): boolean;
  /** For good, when the server stops. */
  letGo(): void;
}

export function openBrake(now: Clock, log: Log, pauseMilliseconds: number = askAgainMilliseconds): Brake {
  /** Whether each was said to have no mailbox, by whom it was for. */
  const refused = new Map<string, boolean>();
  let next = 0;
  let on = false;
  let released = Promise.withResolvers<void>();
  let gone = false;

  function release(): void {
    on = false;
    refused.clear();
    released.resolve();
    released = Promise.withResolvers<void>();
  }

  function refuse(to: string, explained: boolean, reason: string): void {
    if (on) return;
    refused.set(to, explained);
    const unexplained = [...refused.values()].filter((known) => !known).length;
    if (unexplained < mostRefusals.unexplained && refused.size < mostRefusals.inAll) return;
    on = true;
    next = performance.now() + pauseMilliseconds;
    log.error('the mail server refuses everybody: mail is kept, and one is tried each minute', {
      refusals: refused.size,
      reason,
    });
  }

  return {
    get on() {
      return on;
    },
    hear: (tried, message) => {
      const { settlement, opened, refused: isRefused, addressRefused } = tried;
      if (settlement.state === 'sent') {
        if (on) log.info('the mail server takes mail again');
        if (refused.size > 0) release();
      }
      if (!isRefused || settlement.state !== 'failed' || opened === undefined) return tried;
      refuse(opened.to.toLowerCase(), addressRefused, settlement.failure);
      if (!on) return tried;
      const dueAt = now() + backoffSeconds(message.attempts);
      const putOff = { state: 'due' as const, dueAt, failure: settlement.failure };
      return { ...tried, settlement: putOff, addressRefused: false, undelivered: false };
    },
    turn: async () => {
      while (on && !gone) {
        const wait = next - performance.now();
        if (wait <= 0) return;
        let timer: NodeJS.Timeout | undefined;
        const passed = new Promise<void>((resolve) => (timer = setTimeout(resolve, wait)));
        await Promise.race([passed, released.promise]);
        clearTimeout(timer);
      }
    },
    take: () => {
      if (!on) return true;
      if (next > performance.now()) return false;
      next = performance.now() + pauseMilliseconds;
      return true;
    },
    letGo: () => {
      gone = true;
      release();
    },
  };
}
