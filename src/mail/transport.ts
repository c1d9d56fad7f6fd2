import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';

export interface Transport {
  /** Resolves once the mail is handed over. `name` is the same for every try at the same message. */
  send(mail: SendMailOptions, name: string): Promise<void>;
  close(): void;
}

/** User data never names a file or an address to fetch. */
const closed = { disableFileAccess: true, disableUrlAccess: true };

/** SMTP where `SMTP_URL` names a server, else files that a newcomer can read. */
export const openTransport = (config: { smtpUrl: string | undefined; mailboxDir: string }): Transport =>
  config.smtpUrl === undefined ? mailboxTransport(config.mailboxDir) : smtpTransport(config.smtpUrl);

function smtpTransport(url: string): Transport {
  const seconds = 1000;
  const pool = createTransport(
    {
      url,
      pool: true,
      maxConnections: 5,
      maxMessages: 100,
      connectionTimeout: 15 * seconds,
      greetingTimeout: 15 * seconds,
      socketTimeout: 60 * seconds,
    },
    closed,
  );
  return {
    send: async (mail) => void (await pool.sendMail({ ...mail, ...closed })),
    close: () => pool.close(),
  };
}

/** A second try writes the same file again: the mailbox shows each message once. */
function mailboxTransport(folder: string): Transport {
  const stream = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, closed);
  return {
    send: async (mail, name) => {
      const { message } = await stream.sendMail({ ...mail, ...closed });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${name}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: () => stream.close(),
  };
}
