import type { Log } from '../log.ts';
import type { StoreBusy } from '../store/writer.ts';

/** Keeps mail from going out while the database takes nothing: what went out then could not be written down, and would go out again. */
export interface Hold {
  readonly on: boolean;
  /** Resolves once mail may go out. */
  over(): Promise<void>;
  /** The database did not take how a mail went. */
  begin(why: StoreBusy): void;
  /** It has taken something. */
  end(): void;
  /** For good, when the server stops. */
  letGo(): void;
}

export function openHold(log: Log): Hold {
  let held: { over: Promise<void>; end: () => void } | undefined;
  const end = (): void => {
    held?.end();
    held = undefined;
  };
  return {
    get on() {
      return held !== undefined;
    },
    over: () => held?.over ?? Promise.resolve(),
    begin: ({ trouble }) => {
      if (held !== undefined) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      held = { over: promise, end: resolve };
      log.error('the database takes nothing: no mail goes out until it does', { trouble });
    },
    end: () => {
      if (held !== undefined) log.info('the database takes what is written again: mail goes on');
      end();
    },
    letGo: end,
  };
}
