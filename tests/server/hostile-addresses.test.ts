import { request } from 'node:http';
import { array, assert, asyncProperty, constantFrom, nat, oneof, record, tuple, type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBusySite, everyPage, type BusySite } from '../support/a-busy-site.ts';
import { everyRoute, filled, parametersOf, type Route } from '../support/every-route.ts';
import { harmOf, mark } from '../support/harm-in.ts';
import { hostileHeaders } from '../support/hostile-header.ts';
import { fuzzRuns, hostileText } from '../support/hostile-text.ts';
import { elementsOf, formsOf } from '../support/page-elements.ts';

let site: BusySite;
beforeAll(async () => {
  site = await aBusySite();
  for (const { path, answer } of await everyPage(site)) {
    const html = await answer.text();
    const links = elementsOf(html).map(({ attributes }) => URL.parse(attributes['href'] ?? '', site.server.url));
    const inLinks = links.flatMap((link) => [...(link?.searchParams.keys() ?? [])]);
    const inForms = formsOf(html, path).flatMap(({ method, fields }) => (method === 'GET' ? [...fields.keys()] : []));
    queryNames.push(...[...inLinks, ...inForms].filter((name) => !queryNames.includes(name)));
  }
  queryNames.push(mark);
});
afterAll(() => site.stop());

const gets = everyRoute().filter(({ method }) => method === 'GET');

/** What routes look for in an address beside what links and forms of our pages hold. */
const queryNames =
  'source country area search text done queue after before count left again network domain where maxwidth'.split(' ');

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
  query: array(tuple(nat(), inAddress), { maxLength: 4 }),
  headers: hostileHeaders,
  parts: array(inAddress, { maxLength: 2 }),
});

test.each(gets)('whatever is asked of $pattern is answered, and comes back as mere text', async (route: Route) => {
  const own = await site.addressOf(route);
  const { status } = await asking(own, { ...(await cookie(own)) });
  // What oEmbed is asked about stands in the query.
  if (!route.pattern.includes('/:locale') && route.pattern !== '/oembed') expect([200, 303, 304]).toContain(status);
  await assert(
    asyncProperty(hostileAsking, async ({ query, headers, parts }) => {
      const names = parametersOf(route.pattern);
      const path =
        parts.length > 0 && names.length > 0
          ? filled(route.pattern, (name) => parts[names.indexOf(name) % parts.length])
          : own;
      const asked = query.map(([at, value]) => `${queryNames[at % queryNames.length]}=${value}`).join('&');
      const answer = await asking(`${path}${asked === '' ? '' : `?${asked}`}`, {
        ...(await cookie(path)),
        ...headers,
      });
      expect(await harmOf(answer, site.server.url)).toEqual([]);
    }),
    { numRuns: fuzzRuns(12), endOnFailure: true },
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
