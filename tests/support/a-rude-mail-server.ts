import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Where a conversation by SMTP stands: `body` once half of a mail has come, `end` at its final dot, `taken` when it is stored and not yet said. */
export type Step = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'end' | 'taken';
export const steps: readonly Step[] = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'body', 'end', 'taken'];

/** What it does there: goes on, does so a second and a half later, never says another word, hangs up, or answers this, such as “421 4.3.2 going down”. */
export type Manner = 'polite' | 'late' | 'hangs' | 'dies' | `${number} ${string}`;

const lateMilliseconds = 1500;

export interface Conversation {
  step: Step;
  /** Of the recipient, from RCPT on. */
  to: string;
}

/** A mail that it has taken, said so or not. */
export interface Taken {
  messageId: string;
  to: string;
  /** The path of the link to confirm by, if there is one. */
  link: string;
  /** When, in milliseconds since 1970. */
  at: number;
}

export interface RudeMailServer {
  url: string;
  port: number;
  /** In their order. */
  taken: Taken[];
  /** How often a recipient was named. */
  asked: () => number;
  stop(): Promise<void>;
}

/** A mail server that does at each step what `manners` says. */
export async function aRudeMailServer(
  manners: (at: Conversation) => Manner,
  onTaken: (mail: Taken) => void = () => undefined,
): Promise<RudeMailServer> {
  const taken: Taken[] = [];
  const sockets = new Set<Socket>();
  let asked = 0;

  function converse(socket: Socket): void {
    let to = '';
    let text = '';
    let inData = false;
    let halfSeen = false;
    let silent = false;
    /** @returns whether to go on */
    const say = (step: Step, polite: string): boolean => {
      const manner = manners({ step, to });
      if (manner === 'late') {
        setTimeout(() => socket.write(`${polite}\r\n`), lateMilliseconds);
        return true;
      }
      if (manner === 'hangs') silent = true;
      else if (manner === 'dies') socket.destroy();
      else if (manner !== 'polite') socket.write(`${manner}\r\n`);
      else if (polite !== '') socket.write(`${polite}\r\n`);
      if (manner.startsWith('421')) socket.end();
      // In the middle of a mail there is nobody to whom one could go on talking.
      if (step === 'body' && manner !== 'polite') silent = true;
      return manner === 'polite';
    };

    const command = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO' || verb === 'HELO') say('EHLO', '250 mail.example.org');
      else if (verb === 'MAIL') say('MAIL', '250 2.1.0 ok');
      else if (verb === 'RCPT') {
        asked += 1;
        to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        say('RCPT', '250 2.1.5 ok');
      } else if (verb === 'DATA') inData = say('DATA', '354 go ahead');
      else if (verb === 'QUIT') socket.end('221 2.0.0 bye\r\n');
      else socket.write('250 2.0.0 ok\r\n');
    };

    const mail = (): void => {
      if (!halfSeen) {
        halfSeen = true;
        if (!say('body', '')) return;
      }
      const end = text.indexOf('\r\n.\r\n');
      if (end === -1) return;
      const messageId = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '';
      const link = /\/confirm\/[\w-]+/.exec(text.slice(0, end).replaceAll('=\r\n', ''))?.[0] ?? '';
      text = text.slice(end + 5);
      inData = false;
      halfSeen = false;
      if (!say('end', '')) return;
      const whole = { messageId, to, link, at: Date.now() };
      taken.push(whole);
      onTaken(whole);
      say('taken', '250 2.0.0 taken');
    };

    sockets.add(socket.on('error', () => undefined));
    socket.on('close', () => sockets.delete(socket));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      if (silent || socket.destroyed) return;
      text += chunk;
      for (;;) {
        if (inData) {
          const before = text;
          mail();
          if (inData || before === text) return;
          continue;
        }
        const end = text.indexOf('\r\n');
        if (end === -1 || silent) return;
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        command(line);
      }
    });
    say('greeting', '220 mail.example.org ESMTP');
  }

  const server = createServer(converse);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    taken,
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
