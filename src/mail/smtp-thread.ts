import { Worker } from 'node:worker_threads';
import type { SendMailOptions } from 'nodemailer';
import { failureFacts, type Log } from '../log.ts';
import type { DkimKey } from './dkim.ts';

/** What the thread is told: a mail to hand over. */
export interface ToThread {
  number: number;
  mail: SendMailOptions;
}

/** What it tells of each mail; `failure` is undefined once the server has taken it. */
export interface FromThread {
  number: number;
  failure: SmtpError | undefined;
}

/** What nodemailer tells of a failure, as far as it may leave the thread: `response` is needed for its status code alone. */
export interface SmtpError {
  message: string;
  code: string | undefined;
  command: string | undefined;
  responseCode: number | undefined;
  response: string | undefined;
}

export interface SmtpSettings {
  url: string;
  dkim: DkimKey | undefined;
  /** Conversations at once. */
  connections: number;
  /** In milliseconds, how long the server may be silent, and how long it may take for a mail in all. */
  waits: { connectionTimeout: number; greetingTimeout: number; socketTimeout: number; whole: number };
}

export interface SmtpThread {
  /** Resolves once the server has taken the mail; @throws Error with nodemailer's `code`, `command`, `responseCode` and `response` */
  send(mail: SendMailOptions): Promise<void>;
  /** Cuts off what is still being handed over. */
  close(): void;
}

/**
 * Mail is put together, signed and handed over in a thread of its own: that takes more of a processor than all the rest that we do for
 * a mail, and whoever signs meanwhile would wait for it. A thread that dies is told of once until mail leaves again.
 */
export function openSmtpThread(settings: SmtpSettings, log: Log): SmtpThread {
  let thread: Worker | undefined;
  let closed = false;
  let last = 0;
  let told = false;
  const waiting = new Map<number, (failure: SmtpError | undefined) => void>();

  function begin(): Worker {
    const worker = new Worker(new URL('./smtp-worker.ts', import.meta.url), {
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 128 },
    });
    worker.on('message', ({ number, failure }: FromThread) => {
      told &&= failure !== undefined;
      waiting.get(number)?.(failure);
      waiting.delete(number);
      if (waiting.size === 0) worker.unref();
    });
    // Whatever it had in hand may have been taken or not: it is tried again, with the same Message-ID.
    worker.on('error', (error) => {
      if (!told) log.error('the thread for mail died: what it had in hand is tried again', failureFacts(error));
      told = true;
    });
    worker.once('exit', () => {
      if (thread === worker) thread = undefined;
      for (const end of waiting.values()) end(threadEnded);
      waiting.clear();
    });
    return worker;
  }

  return {
    send: async (mail) => {
      if (closed) throw new Error('mail is closed');
      thread ??= begin();
      const worker = thread;
      const failure = await new Promise<SmtpError | undefined>((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        worker.ref();
        worker.postMessage({ number: last, mail } satisfies ToThread, []);
      });
      if (failure !== undefined) throw Object.assign(new Error(failure.message), failure);
    },
    close: () => {
      closed = true;
      void thread?.terminate();
    },
  };
}

const threadEnded: SmtpError = {
  message: 'the thread for mail ended',
  code: 'ETHREAD',
  command: undefined,
  responseCode: undefined,
  response: undefined,
};
