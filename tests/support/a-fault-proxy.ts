import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands before a server and does to its connections what bad networks do. */
export interface FaultProxy {
  port: number;
  /** Passes everything on; so it begins. */
  pass(): void;
  /** The same, this much later each way. */
  delay(milliseconds: number): void;
  /** Cuts every connection once so many more bytes went from the client to the server, which gets them still. Resolves then. */
  cutAfter(bytes: number): Promise<void>;
  /** Takes calls and bytes and passes on nothing, either way: nobody is told that nobody listens. */
  swallow(): void;
  /** Ends all connections and hangs up on new ones. */
  refuse(): void;
  stop(): Promise<void>;
}

type Manner = { does: 'pass' | 'swallow' | 'refuse' } | { does: 'delay'; milliseconds: number } | { does: 'cut' };

/** @param target a port of this machine */
export async function aFaultProxy(target: number): Promise<FaultProxy> {
  let manner: Manner = { does: 'pass' };
  let left = Infinity;
  let onCut = (): void => undefined;
  const sockets = new Set<Socket>();

  const keep = (socket: Socket): Socket => {
    sockets.add(socket.on('error', () => undefined));
    return socket.on('close', () => sockets.delete(socket));
  };
  const end = (): void => sockets.forEach((socket) => socket.destroy());

  function hand(chunk: Buffer, to: Socket, isUpstream: boolean): void {
    if (manner.does === 'swallow') return;
    if (manner.does === 'delay') {
      setTimeout(() => to.writable && to.write(chunk), manner.milliseconds);
      return;
    }
    if (!isUpstream || manner.does !== 'cut') {
      to.write(chunk);
      return;
    }
    const some = chunk.subarray(0, left);
    left -= some.length;
    to.write(some, () => {
      if (left > 0) return;
      end();
      onCut();
    });
  }

  const server = createServer((client) => {
    keep(client);
    if (manner.does === 'refuse') {
      client.destroy();
      return;
    }
    const upstream = keep(connect(target, '127.0.0.1'));
    client.on('data', (chunk) => hand(chunk, upstream, true)).on('close', () => upstream.destroy());
    upstream.on('data', (chunk) => hand(chunk, client, false)).on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    pass: () => void (manner = { does: 'pass' }),
    delay: (milliseconds) => void (manner = { does: 'delay', milliseconds }),
    cutAfter: (bytes) => {
      manner = { does: 'cut' };
      left = bytes;
      return new Promise((resolve) => (onCut = resolve));
    },
    swallow: () => void (manner = { does: 'swallow' }),
    refuse: () => {
      manner = { does: 'refuse' };
      end();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        end();
      }),
  };
}
