import { connect, type Socket } from 'node:net';

/**
 * Sends bytes as they are to a port of this machine, and gives what comes back until the connection is closed.
 * @param then what else is done on the open connection
 */
export const sendRaw = (
  port: number,
  bytes: string,
  then: (socket: Socket) => void = () => undefined,
): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes, 'latin1');
      then(socket);
    });
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    // Cut off hard, it still has what came before.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });

export interface RawAnswer {
  status: number;
  /** By their lower-case names. */
  headers: Record<string, string>;
  body: string;
}

/** The one answer in what came back. */
export function parsed(answer: string): RawAnswer {
  const end = answer.indexOf('\r\n\r\n');
  const [first = '', ...lines] = answer.slice(0, end).split('\r\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: answer.slice(end + 4),
  };
}

/** A request whose first line is sent as it is, such as `GET //x`. @param host our own, if nothing else is said */
export const askRaw = async (
  { url, port }: { url: string; port: number },
  start: string,
  headers: string[] = [],
  body = '',
  host = new URL(url).host,
): Promise<RawAnswer> => {
  const lines = [`Host: ${host}`, 'Connection: close', ...headers];
  return parsed(await sendRaw(port, `${start} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`));
};
