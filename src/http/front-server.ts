import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { openEarlyRefusals, type EarlyRefusals, type EarlyStatus } from './early-refusal.ts';
import type { Patience } from './patience.ts';
import { malformed } from './request-shape.ts';
import { cutSlowReaders } from './slow-readers.ts';

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
  /** What was refused before any route saw it. */
  refused: EarlyRefusals['counts'];
  /** Finishes requests in hand and takes no new connections; resolves within seconds. */
  stop(): Promise<void>;
}

/** Whoever keeps a connection open may be sending on it just now: that request is answered too. */
const lastRequestsMilliseconds = 500;
/** An honest request is answered long before; systemd kills after 90 s. */
const patienceMilliseconds = 5000;
/** Beside them, files, mail and the database have to be opened: systems allow 20,000 and more of all in all. */
const mostConnections = 10_000;
/** Of request line and headers, whatever Node is told elsewhere. */
const mostHeadBytes = 16_384;

/** An HTTP server that waits for nobody too long, refuses in our words what is no request, and stops without cutting anybody off. */
export function openFrontServer(siteUrl: string, patience: Patience): FrontServer {
  const inHand = new Set<ServerResponse>();
  const refusals = openEarlyRefusals(siteUrl);
  const server = createServer({
    headersTimeout: patience.head,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    connectionsCheckingInterval: patience.look,
    maxHeaderSize: mostHeadBytes,
    // Looked at by `malformed`: Node's own refusal has none of our headers.
    requireHostHeader: false,
  });
  // Neither does it say so when it leaves headers out.
  server.maxHeadersCount = 0;
  server.maxConnections = mostConnections;
  refuseInOurWords(server, refusals, inHand);
  const stopLooking = cutSlowReaders(server, patience.reader, patience.look);
  let stopping = false;
  return {
    listen: ({ port, host }, answer) => {
      server.on('request', (incoming, outgoing) => {
        if (stopping) outgoing.shouldKeepAlive = false;
        const fault = malformed(incoming);
        if (fault !== undefined) return refusals.asAnswer(outgoing, fault);
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
    refused: refusals.counts,
    stop: async () => {
      stopping = true;
      // Their connections end with them; an answer says so, if its headers are not out yet.
      for (const outgoing of inHand) outgoing.shouldKeepAlive = false;
      await closed(server);
      stopLooking();
    },
  };
}

/** What Node would refuse in a word of its own, or by hanging up. */
function refuseInOurWords(server: Server, refusals: EarlyRefusals, inHand: ReadonlySet<ServerResponse>): void {
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket: Duplex) => {
    // In the middle of an answer, or after the last word, nothing else can be said.
    const isAnswered = [...inHand].some((outgoing) => outgoing.socket === socket && outgoing.headersSent);
    if (isAnswered || !socket.writable) socket.destroy();
    else refusals.toSocket(socket, statusOf(code));
  });
  server.on('connect', (_, socket) => refusals.toSocket(socket, 405));
  server.on('checkExpectation', (_, outgoing) => refusals.asAnswer(outgoing, 417));
}

const statusOf = (code: string | undefined): EarlyStatus => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW' ? 413 : 400;
};

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
