import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../domain/clock.ts';
import { chooseEncoding } from './encoding.ts';
import { isKnown, type Prepared } from './prepared.ts';
import type { Series } from './request-counts.ts';
import { plainCode } from './source-slot.ts';

export interface Shelf {
  /** Lays an answer down under the path that led to it, for this second of the clock. `series` counts who gets it. */
  put(path: string, answer: Prepared, series: Series): void;
  /**
   * Answers with what lies there, if it is still so. Whatever else has to be looked at, from method and Host to the day that a
   * campaign closes, is left to the routes: at most a second passes before they are asked again.
   * @returns false: ask the routes
   */
  answer(incoming: IncomingMessage, outgoing: ServerResponse): boolean;
  /** How many were answered. */
  hits(): number;
}

/** All pages of some campaigns in all their languages, and the build's files. */
const mostPaths = 1000;

/** What the routes answered a moment ago, by path: most requests of a campaign that everybody looks at need no more. */
export function openShelf(siteUrl: string, now: Clock): Shelf {
  const { host } = new URL(siteUrl);
  const answers = new Map<string, { answer: Prepared; series: Series; second: number }>();
  let hits = 0;
  return {
    put: (path, answer, series) => {
      // Other spellings of one path would take its room over and over.
      if (!/^\/[\w./-]*$/.test(path)) return;
      if (answers.size >= mostPaths && !answers.has(path)) answers.clear();
      answers.set(path, { answer, series, second: now() });
    },
    answer: ({ method, url = '', headers }, outgoing) => {
      if ((method !== 'GET' && method !== 'HEAD') || headers.host !== host) return false;
      const began = performance.now();
      const mark = url.indexOf('?');
      const found = answers.get(mark === -1 ? url : url.slice(0, mark));
      if (found === undefined || !found.answer.body.fresh || found.second !== now()) return false;
      const source = mark === -1 || found.answer.body.slot === undefined ? '' : sourceOf(url.slice(mark + 1));
      const body = found.answer.in(chooseEncoding(acceptOf(headers)), source);
      if (isKnown(headers['if-none-match'], body.etag)) {
        outgoing.writeHead(304, body.bareHeaders).end();
        found.series.observe(304, performance.now() - began);
      } else {
        outgoing.writeHead(200, body.headers);
        if (method === 'HEAD') outgoing.end();
        else outgoing.end(body.bytes);
        found.series.observe(200, performance.now() - began);
      }
      hits += 1;
      return true;
    },
    hits: () => hits,
  };
}

/** The code that a shared link carries, from the query of its address. */
const sourceOf = (query: string): string => plainCode(new URLSearchParams(query).get('source'));

/** Joined by Node where it was sent twice. */
const acceptOf = (headers: IncomingMessage['headers']): string | undefined => {
  const accept = headers['accept-encoding'];
  return Array.isArray(accept) ? accept.join(',') : accept;
};
