import { connect } from 'node:net';
import { array, assert, asyncProperty, constantFrom, oneof, record, string, uint8Array } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, type TestServer } from '../support/a-server.ts';
import { mark } from '../support/harm-in.ts';
import { fuzzRuns } from '../support/hostile-text.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

/** Longer than any answer takes; whoever hears nothing until then hangs up. */
const patienceMilliseconds = 400;

/** What the server says to bytes that need not be HTTP, until it closes or has said nothing for a while. */
const saidTo = (bytes: Buffer): Promise<string> =>
  new Promise((resolve) => {
    let said = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('latin1').setTimeout(patienceMilliseconds, () => socket.destroy());
    socket.on('data', (chunk: string) => (said += chunk));
    // A connection that is reset was answered or was not worth it.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });

const statusesIn = (said: string): number[] =>
  [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

const host = () => `Host: localhost:${server.port}\r\n`;

test.each<[string, (lines: string) => string]>([
  ['nothing', () => ''],
  ['a greeting in TLS', () => '\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003'],
  ['HTTP/2 at once', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/0.9', () => 'GET /\r\n'],
  ['no host', () => 'GET / HTTP/1.1\r\n\r\n'],
  ['two hosts', (lines) => `GET / HTTP/1.1\r\n${lines}Host: evil.example\r\n\r\n`],
  ['a whole address', (lines) => `GET http://evil.example/ HTTP/1.1\r\n${lines}\r\n`],
  ['an address of another kind', (lines) => `GET javascript:${mark} HTTP/1.1\r\n${lines}\r\n`],
  ['an address that is none', (lines) => `GET ${mark} HTTP/1.1\r\n${lines}\r\n`],
  ['http: without anything', (lines) => `GET http:// HTTP/1.1\r\n${lines}\r\n`],
  ['an asterisk', (lines) => `OPTIONS * HTTP/1.1\r\n${lines}\r\n`],
  ['a tunnel', (lines) => `CONNECT evil.example:443 HTTP/1.1\r\n${lines}\r\n`],
  ['an upgrade', (lines) => `GET / HTTP/1.1\r\n${lines}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
  [
    'another upgrade',
    (lines) =>
      `GET / HTTP/1.1\r\n${lines}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n\r\n`,
  ],
  ['a method that nobody knows', (lines) => `${mark} / HTTP/1.1\r\n${lines}\r\n`],
  ['TRACE', (lines) => `TRACE / HTTP/1.1\r\n${lines}Cookie: ${mark}=1\r\n\r\n`],
  ['bare line feeds', () => `GET / HTTP/1.1\nHost: localhost\n\n`],
  ['NUL in the address', (lines) => `GET /\0 HTTP/1.1\r\n${lines}\r\n`],
  ['NUL in a header', (lines) => `GET / HTTP/1.1\r\n${lines}X: \0\r\n\r\n`],
  ['a header on two lines', (lines) => `GET / HTTP/1.1\r\n${lines}X: a\r\n b\r\n\r\n`],
  ['a header without a name', (lines) => `GET / HTTP/1.1\r\n${lines}: a\r\n\r\n`],
  ['100 kB of headers', (lines) => `GET / HTTP/1.1\r\n${lines}X: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['10,000 headers', (lines) => `GET / HTTP/1.1\r\n${lines}${'a: b\r\n'.repeat(10_000)}\r\n`],
  ['an address of 100 kB', (lines) => `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${lines}\r\n`],
  ['two lengths', (lines) => `POST /me HTTP/1.1\r\n${lines}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
  [
    'a length and chunks',
    (lines) =>
      `POST /me HTTP/1.1\r\n${lines}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /${mark} HTTP/1.1\r\n\r\n`,
  ],
  ['chunks by another name', (lines) => `POST /me HTTP/1.1\r\n${lines}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
  [
    'chunks that are none',
    (lines) => `POST /me HTTP/1.1\r\n${lines}Transfer-Encoding: chunked\r\n\r\nzz\r\n${mark}\r\n`,
  ],
  ['a negative length', (lines) => `POST /me HTTP/1.1\r\n${lines}Content-Length: -1\r\n\r\n`],
  [
    'a length beyond all numbers',
    (lines) => `POST /me HTTP/1.1\r\n${lines}Content-Length: 99999999999999999999\r\n\r\n`,
  ],
  [
    'half a body',
    (lines) =>
      `POST /me HTTP/1.1\r\n${lines}Origin: http://localhost:${server.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail=${mark}`,
  ],
])('bytes on the port: %s is refused or ignored, and breaks nothing', async (_, bytes) => {
  const said = await saidTo(Buffer.from(bytes(host()), 'latin1'));
  expect(statusesIn(said).filter((status) => status >= 500)).toEqual([]);
  expect(said).not.toContain(mark);
  expect(said).not.toContain('evil.example');
  expect((await server.get('/healthz')).status).toBe(200);
  expect(server.troubles).toEqual([]);
});

const line = oneof(
  constantFrom(
    'GET / HTTP/1.1',
    'POST /me HTTP/1.1',
    'GET /social-credit HTTP/1.1',
    'HEAD / HTTP/1.0',
    'Host: localhost',
    '',
  ),
  constantFrom(
    'Content-Length: 5',
    'Transfer-Encoding: chunked',
    'Expect: 100-continue',
    'Connection: close',
    'Upgrade: h2c',
  ),
  string({ unit: 'binary-ascii', maxLength: 40 }),
);
const garbage = oneof(
  uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  record({ lines: array(line, { maxLength: 8 }), end: constantFrom('\r\n', '\n', '\r', '\0') }).map(({ lines, end }) =>
    Buffer.from(lines.join(end) + end + end, 'latin1'),
  ),
);

test('garbage on the port gets 4xx or nothing, a page only where it is a request, and the server goes on', async () => {
  await assert(
    asyncProperty(array(garbage, { minLength: 8, maxLength: 8 }), async (some) => {
      const said = await Promise.all(some.map(saidTo));
      expect(said.flatMap(statusesIn).filter((status) => status >= 500)).toEqual([]);
    }),
    { numRuns: fuzzRuns(12), endOnFailure: true },
  );
  expect((await server.get('/healthz')).status).toBe(200);
  expect(server.troubles).toEqual([]);
});
