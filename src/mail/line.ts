import { randomUUID } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import { failureFacts, type Log } from '../log.ts';
import { claimMessages, releaseClaim, releaseClaims } from '../store/claims.ts';
import { nextDueAt } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { troubleOf } from '../store/writer.ts';

/** Longer than the slowest conversation with a mail server, which ends after 90 s, and than a while in the line. */
export const claimSeconds = 120;
/** A mail that has stood in the line for longer might be sent when its claim has lapsed: it is let go. */
const lineSeconds = 25;
/** How often to look for messages that another process wrote or whose claim has lapsed. */
const lookAgainMilliseconds = 1000;
/** As many as are sent at once, where that takes long; where it is quick, about as many as leave in a moment. */
const handful = { least: 5, most: 320 };

/** Messages that this process has claimed and not begun to send, those that were due longest first. */
export interface Line {
  /** The next, as soon as there is one; undefined once the line was closed. */
  next(): Promise<ClaimedMessage | undefined>;
  /** One that was given out is settled, or never will be. */
  done(message: ClaimedMessage): void;
  /** Those that were given out and are not done. */
  inHand(): ClaimedMessage[];
  /** Lets go of what nobody has begun to send, so that another process may at once. */
  close(): Promise<void>;
}

/** When a mail may be given out. */
interface Leave {
  /** Resolves once one may be. */
  turn(): Promise<void>;
  /** Whether this one may be, now that there is one. */
  take(): boolean;
}

export function openLine(store: Store, now: Clock, log: Log, leave: Leave): Line {
  const line: { message: ClaimedMessage; until: number }[] = [];
  const givenOut = new Map<number, ClaimedMessage>();
  let closed = false;
  let filling: Promise<void> | undefined;
  let wake: (() => void) | undefined;
  /** Something came in since we looked. */
  let news = false;
  let atOnce = handful.least;
  let filledAt = 0;
  let stumbled = false;
  /** Of those nobody knows whether they were made: the connection broke while it said so. */
  const doubtful: string[] = [];
  const unlisten = store.onChange((changes) => {
    if (!changes.has('outbox')) return;
    news = true;
    wake?.();
  });

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, lookAgainMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** @returns whether anything was due */
  async function claim(): Promise<boolean> {
    await letGoOfDoubtful();
    const due = await nextDueAt(store.read);
    if (due === undefined || due > now()) return false;
    const since = performance.now() - filledAt;
    filledAt = performance.now();
    if (since < 500) atOnce = Math.min(atOnce * 2, handful.most);
    else if (since > 2000) atOnce = Math.max(Math.floor(atOnce / 2), handful.least);
    const at = now();
    const claimedBy = randomUUID();
    const ours = new Set([...givenOut.keys(), ...line.map(({ message }) => message.id)]);
    doubtful.push(claimedBy);
    const messages = await store.write(
      (writing) => claimMessages(writing, claimedBy, at, claimSeconds, atOnce, ours),
      'soon',
    );
    doubtful.pop();
    for (const message of messages) line.push({ message, until: at + lineSeconds });
    const again = messages.filter((message) => message.again === true).map(({ id }) => id);
    if (again.length > 0)
      log.info('who was sending these mails has died: some may go out twice', { messages: again.join(' ') });
    return messages.length > 0;
  }

  async function letGoOfDoubtful(): Promise<void> {
    if (doubtful.length === 0) return;
    await store.write((writing) => releaseClaim(writing, doubtful, now()));
    doubtful.length = 0;
  }

  async function fill(): Promise<void> {
    news = false;
    const found = await claim()
      .then((some) => {
        stumbled = false;
        return some;
      })
      .catch((error: unknown) => {
        // Once, and not each second for as long as a disk is full.
        if (!stumbled) log.error('delivery stumbled', { ...failureFacts(error), trouble: troubleOf(error) });
        stumbled = true;
        return false;
      });
    if (!found && line.length === 0 && !news && !closed) await idle();
  }

  const letGo = (messages: readonly ClaimedMessage[]): Promise<void> =>
    store.write((writing) => releaseClaims(writing, messages, now()));

  /** Those that have stood in the line for too long, all at once: there are many after a halt. */
  async function letGoStale(first: ClaimedMessage): Promise<void> {
    const at = now();
    const stale = line.filter(({ until }) => until < at);
    const fresh = line.filter(({ until }) => until >= at);
    line.splice(0, line.length, ...fresh);
    await letGo([first, ...stale.map(({ message }) => message)]).catch(() => undefined);
  }

  return {
    next: async () => {
      for (;;) {
        await leave.turn();
        if (closed) return undefined;
        const first = line.shift();
        if (line.length < atOnce / 2) filling ??= fill().finally(() => (filling = undefined));
        if (first === undefined) await filling;
        else if (first.until < now()) await letGoStale(first.message);
        else if (!leave.take()) line.unshift(first);
        else {
          givenOut.set(first.message.id, first.message);
          return first.message;
        }
      }
    },
    done: ({ id }) => void givenOut.delete(id),
    inHand: () => [...givenOut.values()],
    close: async () => {
      closed = true;
      unlisten();
      wake?.();
      await filling;
      // Whatever keeps them from being let go, their claims lapse by themselves.
      if (line.length > 0) await letGo(line.splice(0).map(({ message }) => message)).catch(() => undefined);
    },
  };
}
