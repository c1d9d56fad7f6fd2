import { connect, type Socket } from 'node:net';

interface Pace {
  url: string;
  path: string;
  /** Of the answer that everybody has to get; it has no body. */
  status: number;
  form: () => string;
  /** Requests a second, one after another at equal distances, however long answers take. */
  rate: number;
  seconds: number;
}

const conversations = 100;

/**
 * Sends forms at an even pace: autocannon sends those of each second at once and pauses then, which measures a burst. What a form waits
 * is counted from when it was due, so a server that stands still is not spared those who would have come meanwhile.
 * @returns how many were answered, and the milliseconds that 99 of 100 waited at the most
 * @throws Error if anybody gets another answer, or none
 */
export async function paced({
  url,
  path,
  status,
  form,
  rate,
  seconds,
}: Pace): Promise<{ answered: number; p99: number }> {
  const { hostname, port, host } = new URL(url);
  if (hostname !== 'localhost') throw new Error('load is for this machine alone');
  const head =
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\n` +
    'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ';
  const waits: number[] = [];
  const due: number[] = [];
  const idle: Conversation[] = [];
  const all = Math.round(rate * seconds);
  const began = performance.now();
  let sent = 0;

  return new Promise((resolve, reject) => {
    const timer = setInterval(send, 1);
    const sockets = Array.from({ length: conversations }, () => converse());

    function send(): void {
      const elapsed = performance.now() - began;
      while (sent < all && (sent * 1000) / rate <= elapsed) {
        due.push(began + (sent * 1000) / rate);
        sent += 1;
      }
      for (let at = due[0]; at !== undefined && idle.length > 0; at = due[0]) {
        const conversation = idle.pop();
        due.shift();
        const body = form();
        conversation?.ask(at, `${head}${body.length}\r\n\r\n${body}`);
      }
    }

    function converse(): Socket {
      const socket = connect(Number(port), '127.0.0.1').setNoDelay();
      let since = 0;
      let heard = '';
      socket
        .once('connect', () => idle.push(conversation))
        .once('error', end)
        .once('close', () => end(new Error('a conversation ended')));
      const conversation: Conversation = {
        ask: (at, request) => {
          since = at;
          socket.write(request);
        },
      };
      socket.on('data', (bytes) => {
        heard += bytes.toString('latin1');
        if (!heard.endsWith('\r\n\r\n')) return;
        if (!heard.startsWith(`HTTP/1.1 ${status} `)) return end(new Error(`answered ${heard.slice(9, 12)}`));
        heard = '';
        waits.push(performance.now() - since);
        idle.push(conversation);
        if (waits.length === all) end();
        else send();
      });
      return socket;
    }

    function end(error?: Error): void {
      clearInterval(timer);
      for (const socket of sockets) socket.removeAllListeners('close').destroy();
      if (error !== undefined) return reject(error);
      const sorted = waits.toSorted((one, other) => one - other);
      resolve({ answered: waits.length, p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN });
    }
  });
}

interface Conversation {
  ask(dueAt: number, request: string): void;
}
