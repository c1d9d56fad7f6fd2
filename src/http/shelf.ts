import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../domain/clock.ts';
import { chooseEncoding } from './encoding.ts';
import { isKnown, type Prepared } from './prepared.ts';
import { plainCode } from './source-slot.ts';

export interface Shelf {
  /** Lays an answer down under the path that led to it, for this second of the clock. */
  put(path: string, answer: Prepared): void;
  /**
   * Answers with what lies there, if it is still so. Whatever else has to be looked at, from method and Host to the day that a
   * campaign closes, is left to the routes: at most a second passes before they are asked again.
   * @returns the status, or undefined: ask the routes
   */
  answer(incoming: IncomingMessage, outgoing: ServerResponse): 200 | 304 | undefined;
}

/** All pages of some campaigns in all their languages, and the build's files. */
const mostPaths = 1000;

/** What the routes answered a moment ago, by path: most requests of a campaign that everybody looks at need no more. */
export function openShelf(siteUrl: string, now: Clock): Shelf {
  const { host } = new URL(siteUrl);
  const answers = new Map<string, { answer: Prepared; second: number }>();
  return {
    put: (path, answer) => {
      // Other spellings of one path would take its room over and over.
      if (!/^\/[\w./-]*$/.test(path)) return;
      if (answers.size >= mostPaths && !answers.has(path)) answers.clear();
      answers.set(path, { answer, second: now() });
    },
    answer: ({ method, url = '', headers }, outgoing) => {
      if ((method !== 'GET' && method !== 'HEAD') || headers.host !== host) return undefined;
      const mark = url.indexOf('?');
      const found = answers.get(mark === -1 ? url : url.slice(0, mark));
      if (found === undefined || !found.answer.body.fresh || found.second !== now()) return undefined;
      const source = mark === -1 || found.answer.body.slot === undefined ? '' : sourceOf(url.slice(mark + 1));
      const body = found.answer.in(chooseEncoding(acceptOf(headers)), source);
      if (isKnown(headers['if-none-match'], body.etag)) {
        outgoing.writeHead(304, body.bareHeaders).end();
        return 304;
      }
      outgoing.writeHead(200, body.headers);
      if (method === 'HEAD') outgoing.end();
      else outgoing.end(body.bytes);
      return 200;
    },
  };
}

/** The code that a shared link carries, from the query of its address. */
const sourceOf = (query: string): string => plainCode(new URLSearchParams(query).get('source'));

/** Joined by Node where it was sent twice. */
const acceptOf = (headers: IncomingMessage['headers']): string | undefined => {
  const accept = headers['accept-encoding'];
  return Array.isArray(accept) ? accept.join(',') : accept;
};
