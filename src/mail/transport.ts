import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { openLog, type Log } from '../log.ts';
import { closedTransport } from './closed-transport.ts';
import { openDkim, type Dkim } from './dkim.ts';
import { openSmtpThread } from './smtp-thread.ts';

export interface Transport {
  /** Resolves once the mail is handed over. `name` is the same for every try at the same message. */
  send(mail: SendMailOptions, name: string): Promise<void>;
  close(): void;
}

/** Conversations with a mail server; more of them, and some servers take us for a flood. */
export const mailsAtOnce = 5;

interface MailConfig {
  smtpUrl: string | undefined;
  mailboxDir: string;
  /** Undefined: mail is not signed here, though the server it goes to may. */
  dkim: Dkim | undefined;
}

/**
 * SMTP where `SMTP_URL` names a server, else files that a newcomer can read.
 * @param waits for tests
 * @throws Refusal if mail could not be signed with the key that is configured
 */
export const openTransport = (
  { smtpUrl, mailboxDir, dkim }: MailConfig,
  log: Log = openLog(),
  waits: SmtpWaits = smtpWaits,
): Transport =>
  smtpUrl === undefined
    ? mailboxTransport(mailboxDir)
    : openSmtpThread(
        { url: smtpUrl, dkim: dkim === undefined ? undefined : openDkim(dkim), connections: mailsAtOnce, waits },
        log,
      );

const seconds = 1000;
/** In milliseconds, how long a mail server may be silent, and how long it may take for a mail in all: less than a claim holds. */
const smtpWaits = {
  connectionTimeout: 15 * seconds,
  greetingTimeout: 15 * seconds,
  socketTimeout: 60 * seconds,
  whole: 90 * seconds,
};
export type SmtpWaits = typeof smtpWaits;

/** A second try writes the same file again: the mailbox shows each message once. */
function mailboxTransport(folder: string): Transport {
  const stream = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, closedTransport);
  return {
    send: async (mail, name) => {
      const { message } = await stream.sendMail({ ...mail, ...closedTransport });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${name}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: () => stream.close(),
  };
}
