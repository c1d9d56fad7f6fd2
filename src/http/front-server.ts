import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';

export interface FrontServer {
  /**
   * @param answer true: it has answered already, and there is nothing to wait for
   * @throws Error with one readable line if the port cannot be had
   */
  listen(
    { port, host }: { port: number; host: string },
    answer: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean,
  ): Promise<void>;
  /** True from the moment that it was told to stop. */
  stopping: () => boolean;
  /** Finishes requests in hand and takes no new connections; resolves within seconds. */
  stop(): Promise<void>;
}

/** Whoever keeps a connection open may be sending on it just now: that request is answered too. */
const lastRequestsMilliseconds = 500;
/** An honest request is answered long before; systemd kills after 90 s. */
const patienceMilliseconds = 5000;

/** An HTTP server that stops without cutting anybody off. */
export function openFrontServer(): FrontServer {
  const inHand = new Set<ServerResponse>();
  const server = createServer();
  let stopping = false;
  return {
    listen: ({ port, host }, answer) => {
      server.on('request', (incoming, outgoing) => {
        if (stopping) outgoing.shouldKeepAlive = false;
        if (answer(incoming, outgoing)) return;
        inHand.add(outgoing);
        outgoing.once('close', () => inHand.delete(outgoing));
      });
      return new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) =>
          reject(
            error.code === 'EADDRINUSE'
              ? new Error(`Port ${port} is taken: stop what uses it, or set PORT to another.`)
              : error,
          ),
        );
        server.listen(port, host, resolve);
      });
    },
    stopping: () => stopping,
    stop: async () => {
      stopping = true;
      // Their connections end with them; an answer says so, if its headers are not out yet.
      for (const outgoing of inHand) outgoing.shouldKeepAlive = false;
      await closed(server);
    },
  };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timers = [
      // What has arrived is read between the timer and the immediate; without that, it would be cut off unread.
      setTimeout(() => setImmediate(() => server.closeIdleConnections()), lastRequestsMilliseconds),
      setTimeout(() => server.closeAllConnections(), patienceMilliseconds),
    ];
    // Not the HTTP server's own: that closes connections at once on which a request may be on its way.
    NetServer.prototype.close.call(server, () => {
      timers.forEach((timer) => clearTimeout(timer));
      // Its timer for slow requests has nothing to look after any more.
      server.close();
      resolve();
    });
  });
