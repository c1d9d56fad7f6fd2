import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { strings } from '../strings/strings.ts';
import { securityHeaders, transportHeaders } from './security-headers.ts';

export type EarlyStatus = 400 | 405 | 408 | 413 | 417 | 431;

/** Refusals of what never becomes a request that routes look at. Each ends its connection. */
export interface EarlyRefusals {
  /** In place of an answer. */
  toSocket(socket: Duplex, status: EarlyStatus): void;
  asAnswer(outgoing: ServerResponse, status: EarlyStatus): void;
  /** How many there were. */
  counts: ReadonlyMap<EarlyStatus, number>;
}

/** Closed at once, a connection on which something still comes in is reset, and the sentence would be lost. */
const lastWordsMilliseconds = 500;

export function openEarlyRefusals(siteUrl: string): EarlyRefusals {
  const counts = new Map<EarlyStatus, number>();
  /** Who has been told: the parser may find more to say about the same bytes. */
  const told = new WeakSet<Duplex>();
  const refusal = (status: EarlyStatus) => {
    counts.set(status, (counts.get(status) ?? 0) + 1);
    const { title, detail } = strings('en').problems[status];
    const text = `${title}. ${detail}\n`;
    const headers: Record<string, string> = {
      ...securityHeaders,
      ...transportHeaders(siteUrl),
      ...(status === 405 ? { Allow: 'GET, HEAD, POST' } : {}),
      'Cache-Control': 'no-store',
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(text)),
      Connection: 'close',
    };
    return { headers, text };
  };
  return {
    toSocket: (socket, status) => {
      if (told.has(socket)) return;
      told.add(socket);
      const { headers, text } = refusal(status);
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      // On a CONNECT, Node listens no longer, and an error that nobody hears ends the process.
      socket.on('error', () => undefined);
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`);
      setTimeout(() => socket.destroy(), lastWordsMilliseconds).unref();
    },
    asAnswer: (outgoing, status) => {
      if (outgoing.socket !== null) told.add(outgoing.socket);
      const { headers, text } = refusal(status);
      outgoing.writeHead(status, headers).end(text);
    },
    counts,
  };
}
