import { request } from 'node:http';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  oneof,
  record,
  string,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBusySite, type BusySite } from '../support/a-busy-site.ts';
import { everyRoute, filled, parametersOf, type Route } from '../support/every-route.ts';
import { harmOf, mark } from '../support/harm-in.ts';
import { fuzzRuns, hostileText } from '../support/hostile-text.ts';

let site: BusySite;
beforeAll(async () => {
  site = await aBusySite();
});
afterAll(() => site.stop());

const gets = everyRoute().filter(({ method }) => method === 'GET');

/** Every name that a page or a route looks for in an address; a new one is found as well where links or forms hold it. */
const queryNames = [
  'source',
  'country',
  'area',
  'search',
  'text',
  'done',
  'queue',
  'after',
  'count',
  'left',
  'before',
  'again',
  'network',
  'domain',
  'from',
  'to',
  'state',
  'origin',
  'disposable',
  'reason',
  'hour',
  'days',
  'where',
  mark,
];

const headerNames = [
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Authorization',
  'Cache-Control',
  'Cookie',
  'Forwarded',
  'From',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'Origin',
  'Range',
  'Referer',
  'Sec-Fetch-Site',
  'User-Agent',
  'Via',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-HTTP-Method-Override',
  'X-Original-URL',
  'X-Rewrite-URL',
  'Content-Type',
  'Date',
  'TE',
  'Purpose',
  mark,
];

/** What has a meaning in one header or another, and what has too much of it. */
const headerText: Arbitrary<string> = oneof(
  constantFrom(
    '*',
    'bytes=0-',
    'bytes=-1',
    'bytes=0-0,1-1',
    'bytes=999999999999-',
    `bytes=${'0-0,'.repeat(500)}0-0`,

    'W/"x"',
    '"',
    `"${mark}"`,
    ',,,,',
    'gzip;q=0, br;q=0',
    `gzip;q=${'0'.repeat(3000)}`,
    `;${' '.repeat(3000)};q=0x`,
    'xx-XX',
    'de;q=9',
    'en,'.repeat(1500),
    'Bearer ',
    `Bearer ${mark}`,
    'Basic Og==',
    'null',
    'about:blank',

    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '[::1]:80',
    'unknown',
    '_hidden',
    `for="[${mark}]"`,
    '1,2,3,,',
    '0x7f.1',

    'organizer.session=%00',
    'organizer.session=%',
    'organizer.two_factor=%ff.%ff',
    '=;=;==',
    `${mark}=`,
    'a=b; a=b',

    `organizer.session_token=${'x'.repeat(4000)}`,
    `__Host-organizer.session_token=${mark}.${mark}`,
    `; `.repeat(2000),
  ),
  // Node sends what is in Latin-1, and our server takes it.
  string({ unit: 'binary-ascii', maxLength: 60 }),
  array(nat(255), { maxLength: 80 }).map((codes) => String.fromCharCode(...codes)),
  hostileText.map((text) => Buffer.from(text.slice(0, 2000)).toString('latin1')),
).map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, ''));

const cookie = async (path: string): Promise<Record<string, string>> =>
  path.startsWith('/organize') ? { Cookie: (await site.owner()).cookie } : {};

/** Broken spellings too: not everybody who asks is a browser. */
const inAddress: Arbitrary<string> = oneof(
  hostileText.map((text) => encodeURIComponent(text.toWellFormed().slice(0, 3000))),
  hostileText.map((text) => text.slice(0, 500).replace(/[^\x21-\x7e]|[?#]/g, '')),
  constantFrom(
    '%',
    '%00',
    '%ff',
    '%ed%a0%80',
    '%c0%af',
    '%2e%2e%2f',
    '%252e',
    '..',
    '.',
    '//',
    '%0d%0aX-Zqzq:1',
    '%u0041',
    '+',
  ),
);

const hostileAsking = record({
  query: array(tuple(constantFrom(...queryNames), inAddress), { maxLength: 4 }),
  headers: array(tuple(constantFrom(...headerNames), headerText), { maxLength: 4 }),
  parts: array(inAddress, { maxLength: 2 }),
});

test.each(gets)('whatever is asked of $pattern is answered, and comes back as mere text', async (route: Route) => {
  const own = await site.addressOf(route);
  const { status } = await asking(own, { ...(await cookie(own)) });
  if (!route.pattern.startsWith('/:locale')) expect([200, 303, 304]).toContain(status);
  await assert(
    asyncProperty(hostileAsking, async ({ query, headers, parts }) => {
      const names = parametersOf(route.pattern);
      const path =
        parts.length > 0 && names.length > 0
          ? filled(route.pattern, (name) => parts[names.indexOf(name) % parts.length])
          : own;
      const asked = query.map(([name, value]) => `${name}=${value}`).join('&');
      const answer = await asking(`${path}${asked === '' ? '' : `?${asked}`}`, {
        ...(await cookie(path)),
        ...Object.fromEntries(headers),
      });
      expect(await harmOf(answer, site.server.url)).toEqual([]);
    }),
    { numRuns: fuzzRuns(25), endOnFailure: true },
  );
});

/** Sends what no well-behaved client would: `fetch` refuses some of it. */
function asking(path: string, headers: Record<string, string>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(site.server.url);
    const sent = request({ hostname, port, path, headers: { ...headers, Host: host } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const status = incoming.statusCode ?? 0;
        const entries = Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
          (values ?? []).map((value): [string, string] => [name, value]),
        );
        const body = [204, 303, 304].includes(status) ? null : new TextDecoder().decode(Buffer.concat(chunks));
        resolve(new Response(body, { status, headers: entries }));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('of all that, nothing was logged, and nothing broke', async () => {
  expect(site.server.troubles).toEqual([]);
  expect(site.server.logged.filter((line) => line.includes(mark))).toEqual([]);
  expect((await site.server.get('/healthz')).status).toBe(200);
});
