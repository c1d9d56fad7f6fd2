import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOrganizer } from '../support/an-organizer.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { askRaw, parsed, sendRaw, type RawAnswer } from '../support/raw-request.ts';
import { filled, routes } from '../support/routes.ts';

const form = 'Content-Type: application/x-www-form-urlencoded';
const api = '/api/v1/campaigns/social-credit';

/** What every answer has, and what only https has. */
function expectHeaders({ headers }: RawAnswer, siteUrl: string): void {
  const policy = (headers['content-security-policy'] ?? '').split('; ');
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
    ]),
  );
  // Nothing inline, no other host, no data: addresses.
  for (const directive of policy) expect(directive).toMatch(/^[a-z-]+ '(?:self|none)'$/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['referrer-policy']).toMatch(/^(?:same|strict)-origin$/);
  expect(headers['strict-transport-security']).toBe(siteUrl.startsWith('https:') ? 'max-age=31536000' : undefined);
  expect(headers).not.toHaveProperty('server');
  expect(headers).not.toHaveProperty('x-powered-by');
}

describe.each(['http', 'https'])('every answer of a site on %s has all security headers', (scheme) => {
  let server: TestServer;
  let cookie: string;
  const https = 'https://campaign.example';
  beforeAll(async () => {
    server = await aServer({ env: scheme === 'https' ? { SITE_URL: https } : {} });
    ({ cookie } = await anOrganizer(server, 'owner', 'olga'));
  });
  afterAll(() => server.stop());

  test.each([
    ['a page as the routes make it', 'GET /social-credit', [], 200],
    ['the same as it lies ready', 'GET /social-credit', [], 200],
    ['its head', 'HEAD /social-credit', [], 200],
    ['one that the browser has', 'GET /social-credit', ['If-None-Match: *'], 304],
    ['a file', 'GET /favicon.svg', [], 200],
    ['a file as it lies ready', 'GET /favicon.svg', [], 200],
    ['a file that the browser has', 'HEAD /favicon.svg', ['If-None-Match: *'], 304],
    ['a form for one person', 'GET /me', [], 200],
    ['figures for people', 'GET /social-credit/figures', [], 200],
    ['figures for spreadsheets', 'GET /social-credit/figures.csv', [], 200],
    ['figures for programs', `GET ${api}`, [], 200],
    ['health', 'GET /healthz', [], 200],
    ['the way on', 'GET /social-credit/sign', [], 303],
    ['the way to sign in', 'GET /organize', [], 303],
    ['what cannot be read', 'GET /', ['Host: evil.example'], 400],
    ['a target that is no path', 'GET http://evil.example/', [], 400],
    ['a form of another site', 'POST /social-credit/sign', ['Origin: http://evil.example', form], 403],
    ['JSON of another site', `POST ${api}/signatures`, ['Origin: http://evil.example'], 403],
    ['a page that is not there', 'GET /nowhere', [], 404],
    ['another spelling', 'GET //social-credit', [], 404],
    ['a campaign that is not there', 'GET /api/v1/campaigns/none', [], 404],
    ['another method', 'DELETE /social-credit', [], 405],
    ['another method at the API', `PUT ${api}`, [], 405],
    ['a tunnel', 'CONNECT campaign.example:443', [], 405],
    ['what is too long', 'POST /social-credit/sign', ['Origin: OWN', form, 'Content-Length: 65537'], 413],
    ['another type', 'POST /social-credit/sign', ['Origin: OWN', 'Content-Type: text/plain'], 415],
    ['what we do not promise', 'GET /', ['Expect: a-pony'], 417],
    ['a form with faults', 'POST /social-credit/sign', ['Origin: OWN', form, 'Content-Length: 0'], 422],
    ['headers that are too long', 'GET /', [`Cookie: ${'x'.repeat(17_000)}`], 431],
    ['too many headers', 'GET /', Array.from({ length: 101 }, (_, at) => `X-${at}: x`), 431],
    ['an address that is too long', `GET /${'x'.repeat(17_000)}`, [], 431],
  ] as const)('%s', async (_, start, headers, status) => {
    const url = scheme === 'https' ? https : server.url;
    const sent = headers.map((header) => header.replace('OWN', url));
    const answer = await askRaw({ url, port: server.port }, start, sent);
    expect(answer.status).toBe(status);
    expectHeaders(answer, url);
  });

  test('another Host, and what is no HTTP at all', async () => {
    expectHeaders(await askRaw(server, 'GET /', [], '', 'evil.example'), server.url);
    for (const [start, host] of [
      ['GET /healthz', 'a b'],
      ['GET /\\social-credit', 'localhost'],
    ] as const) {
      const answer = await askRaw(server, start, [], '', host);
      expect(answer.status).toBe(400);
      expectHeaders(answer, server.url);
    }
    for (const bytes of [
      'GARBAGE\r\n\r\n',
      '\u0016\u0003\u0001\u0002',
      'GET /\r\n\r\n',
      'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nHost : x\r\n\r\n',
    ]) {
      const answer = parsed(await sendRaw(server.port, bytes));
      expect(answer.status).toBe(400);
      expect(answer.body).toMatch(/^We could not read that\. /);
      expectHeaders(answer, server.url);
    }
  });

  test('pages for organizers', async () => {
    const statuses = new Set<number>();
    for (const { path } of routes().filter((route) => route.method === 'GET' && route.path.startsWith('/organize'))) {
      const answer = await askRaw(server, `GET ${filled(path)}`, [`Cookie: ${cookie}`]);
      statuses.add(answer.status);
      expectHeaders(answer, server.url);
    }
    expect(statuses).toContain(200);
  });

  test('a server that stops', async () => {
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const over = new Promise((resolve) => socket.on('close', resolve));
    socket.write('GET /readyz HTTP/1.1\r\nHost: any.example\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = server.stop();
    socket.write('\r\n');
    await Promise.all([over, stopped]);
    expect(parsed(text).status).toBe(503);
    expectHeaders(parsed(text), server.url);
    server = await aServer();
  });
});

describe('on pages', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aServer();
  });
  afterAll(() => server.stop());

  // A block of data is no script: no browser runs it, and the policy does not concern it.
  test('nothing is inline, neither script nor style nor handler, so that the policy needs no unsafe-inline', async () => {
    const olga = await anOrganizer(server, 'owner', 'olga');
    await server.post('/social-credit/sign', aSignature({ public: 'on' }));
    const [mail] = await server.mailsTo('sam@example.org');
    const paths = routes()
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => filled(path));
    let pages = 0;
    for (const path of [...paths, linkIn(mail!), `/mailbox/${mail!.id}`, '/nowhere']) {
      const answer = await olga.get(path);
      if (answer.headers.get('Content-Type')?.startsWith('text/html') !== true) continue;
      pages += 1;
      const page = await answer.text();
      const inline = page.match(
        /<style|<script(?! type="application\/ld\+json">)(?![^>]* src="\/)[^>]*>|<[^>]+ (?:style|on[a-z]+)=|(?:href|src|action)="?\s*(?:javascript|data):/gi,
      );
      expect({ path, inline }).toEqual({ path, inline: null });
    }
    expect(pages).toBeGreaterThan(25);
  });

  test('whose address is a secret no cache keeps anything, and no link hands it on; errors neither', async () => {
    await server.post('/social-credit/sign', aSignature({ email: 'secret@example.org' }));
    const [mail] = await server.mailsTo('secret@example.org');
    const me = linkIn(mail!).replace('/confirm/', '/me/');
    const secrets = routes().filter(({ path }) => path.includes(':token'));
    expect(secrets.length).toBeGreaterThan(10);
    const asked = secrets.map(({ method, path }) => `${method} ${filled(path)}`);
    for (const start of [...asked, `GET ${linkIn(mail!)}`, `GET ${me}`, `GET ${me}/data.json`, `HEAD ${me}`]) {
      const { headers } = await askRaw(server, start);
      expect({ start, ...headers }).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
    }
  });

  test('the newcomer’s mailbox alone shows a mail with its own styles, and lets it do nothing', async () => {
    await server.post('/social-credit/sign', aSignature({ email: 'styled@example.org' }));
    const [mail] = await server.mailsTo('styled@example.org');
    const { headers } = await server.get(`/mailbox/${mail!.id}/html`);
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    );
  });
});
