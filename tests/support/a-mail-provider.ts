import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { freePort } from './free-port.ts';

export interface Got {
  mail: Email;
  /** As it came over the wire. */
  raw: Buffer;
  envelopeFrom: string;
  envelopeTo: string[];
}

interface Manners {
  /** Recipients that it does not know. */
  refuses?: string[];
  /** What it says to a recipient, such as “451 4.3.0 busy”; undefined lets the mail in. */
  says?: (recipient: string) => string | undefined;
}

/** A real SMTP server that can be stopped and started again on its port. */
export async function aMailProvider({ refuses = [], says = () => undefined }: Manners = {}) {
  const port = await freePort();
  const got: Got[] = [];
  const commands: string[] = [];
  const silent = () => undefined;
  let server: SMTPServer | undefined;
  const start = () =>
    new Promise<void>((resolve) => {
      server = new SMTPServer({
        authOptional: true,
        /** Idle connections of the pool are cut, as a provider that goes down does. */
        closeTimeout: 100,
        disabledCommands: ['STARTTLS'],
        hideENHANCEDSTATUSCODES: false,
        // The library shows the envelope decoded; what came over the wire it only logs.
        logger: {
          level: silent,
          trace: silent,
          info: silent,
          warn: silent,
          error: silent,
          fatal: silent,
          debug: (_facts: unknown, side: string, line?: string) => {
            if (side === 'C:' && line !== undefined) commands.push(line);
          },
        },
        onRcptTo: ({ address }, _session, done) => {
          const [, code, text] =
            /^(\d+) (.+)$/.exec(refuses.includes(address) ? '550 No such user' : (says(address) ?? '')) ?? [];
          done(code === undefined ? null : Object.assign(new Error(text), { responseCode: Number(code) }));
        },
        onData: (stream, session, done) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const { mailFrom, rcptTo } = session.envelope;
            const raw = Buffer.concat(chunks);
            void PostalMime.parse(raw).then((mail) => {
              got.push({
                mail,
                raw,
                envelopeFrom: mailFrom === false ? '' : mailFrom.address,
                envelopeTo: rcptTo.map(({ address }) => address),
              });
              done();
            });
          });
        },
      });
      server.on('error', () => undefined);
      server.listen(port, '127.0.0.1', () => resolve());
    });
  const stop = () => new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  await start();
  const to = (address: string) => got.filter(({ mail }) => mail.to?.some((entry) => entry.address === address));
  return { url: `smtp://127.0.0.1:${port}`, got, commands, to, start, stop };
}

/** Waits for what comes over a real connection. */
export async function until<T>(what: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come');
}
