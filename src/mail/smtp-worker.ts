import { parentPort, workerData } from 'node:worker_threads';
import { createTransport } from 'nodemailer';
import { closedTransport } from './closed-transport.ts';
import type { FromThread, SmtpError, SmtpSettings, ToThread } from './smtp-thread.ts';

/** The thread behind `smtp-thread.ts`: a nodemailer pool. */
const {
  url,
  dkim,
  connections,
  waits: { whole, ...waits },
} = workerData as SmtpSettings;
const pool = createTransport(
  {
    url,
    ...(dkim === undefined ? {} : { dkim }),
    pool: true,
    maxConnections: connections,
    maxMessages: 100,
    // Trying again is the outbox's, which logs and counts it, and knows of the brake.
    maxRequeues: 0,
    ...waits,
  },
  closedTransport,
);

parentPort?.on('message', ({ number, mail }: ToThread) => {
  pool.sendMail({ ...mail, ...closedTransport, signal: AbortSignal.timeout(whole) }).then(
    () => tell({ number, failure: undefined }),
    (error: unknown) => tell({ number, failure: plain(error) }),
  );
});

const tell = (of: FromThread): void => parentPort?.postMessage(of, []);

/** An Error's own fields would not cross over. */
const plain = (error: unknown): SmtpError => {
  const { message = 'unknown', code, command, responseCode, response } = error as Partial<SmtpError>;
  return { message, code, command, responseCode, response };
};
