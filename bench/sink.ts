import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Sink {
  url: string;
  /** Forgets what came, and waits for so many mails. @returns mails a second, from the first to the last */
  rateOf(count: number): Promise<number>;
  /** How many came, when the last did, in milliseconds as `performance.now()`, and how many to each recipient. */
  seen(): { count: number; last: number; to: ReadonlyMap<string, number> };
  close(): Promise<void>;
}

interface SinkHabits {
  /** Between a mail and the answer to it, as at a provider that takes its time. */
  delayMilliseconds?: number;
  /** Told of each mail as it arrives. */
  onMail?: (recipient: string) => void;
}

/** A mail server that takes everything and keeps nothing. */
export async function aSink({ delayMilliseconds = 0, onMail }: SinkHabits = {}): Promise<Sink> {
  let count = 0;
  let first = 0;
  let last = 0;
  let done: (() => void) | undefined;
  let wanted = Infinity;
  let to = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, callback) => {
      stream.resume();
      stream.once('end', () => {
        last = performance.now();
        if (count === 0) first = last;
        count += 1;
        for (const { address } of session.envelope.rcptTo) {
          to.set(address, (to.get(address) ?? 0) + 1);
          onMail?.(address);
        }
        if (delayMilliseconds === 0) callback();
        else setTimeout(callback, delayMilliseconds);
        if (count >= wanted) done?.();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    rateOf: async (mails) => {
      count = 0;
      to = new Map();
      wanted = mails;
      await new Promise<void>((resolve) => (done = resolve));
      return ((count - 1) * 1000) / (last - first);
    },
    seen: () => ({ count, last, to }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
