import { connect } from 'node:net';
import { array, assert, asyncProperty, boolean, constantFrom, oneof, string } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, type TestServer } from '../support/a-server.ts';
import { askRaw, parsed, sendRaw } from '../support/raw-request.ts';

let server: TestServer;
let host: string;
beforeAll(async () => {
  server = await aServer();
  ({ host } = new URL(server.url));
});
afterAll(() => server.stop());

/** How many answers there are in what came back. */
const answers = (text: string): number => text.split('HTTP/1.1 ').length - 1;

/** What follows on the connection must not be taken for a request of somebody else’s. */
const smuggled = () => `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

test('two Host lines are refused, also where the page lies ready: a program in front may have looked at the other', async () => {
  await server.get('/social-credit');
  for (const other of [host, 'evil.example', ''])
    for (const name of ['Host', 'host', 'HOST'])
      for (const start of ['GET /social-credit', 'HEAD /social-credit', 'GET /healthz', 'POST /social-credit/sign'])
        expect((await askRaw(server, start, [`${name}: ${other}`])).status).toBe(400);
});

test('a Host has to be there, but for a load balancer that asks for our health in HTTP/1.0', async () => {
  const status = async (start: string) =>
    parsed(await sendRaw(server.port, `${start}\r\nConnection: close\r\n\r\n`)).status;
  await server.get('/social-credit');
  expect(await status('GET /social-credit HTTP/1.1')).toBe(400);
  expect(await status('GET /healthz HTTP/1.1')).toBe(400);
  expect(await status('GET /social-credit HTTP/1.0')).toBe(421);
  expect(await status('GET /healthz HTTP/1.0')).toBe(200);
});

test.each([
  ['a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
  ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 5'], '0\r\n\r\n'],
  ['two lengths', ['Content-Length: 0', 'Content-Length: 40'], ''],
  ['the same length twice', ['Content-Length: 0', 'Content-Length: 0'], ''],
  ['a list of lengths', ['Content-Length: 0, 40'], ''],
  ['a length with a sign', ['Content-Length: +0'], ''],
  ['a length below nothing', ['Content-Length: -1'], ''],
  ['a length in hex', ['Content-Length: 0x10'], ''],
  ['chunks within something else', ['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n'],
  ['chunks twice', ['Transfer-Encoding: chunked, chunked'], '0\r\n\r\n'],
  ['chunks twice in two lines', ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
  ['chunks that are not last', ['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'],
  ['chunks by another name', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
  ['chunks hidden by a tab', ['Transfer-Encoding:\tchunked', 'Content-Length: 3'], '0\r\n\r\n'],
  ['a chunk whose size is none', ['Transfer-Encoding: chunked'], 'zz\r\n\r\n'],
  ['a chunk that is longer than it says', ['Transfer-Encoding: chunked'], '1\r\nabc\r\n0\r\n\r\n'],
  ['a space before the colon', ['Content-Length : 40'], ''],
  ['a header that goes on in the next line', ['X: y', ' Content-Length: 40'], ''],
  ['a line that ends without CR', ['X: y\nContent-Length: 40'], ''],
  ['a CR in the middle of a line', ['X: y\rContent-Length: 40'], ''],
  ['a NUL in a header', ['X: \0'], ''],
  ['a header without a name', [': x'], ''],
])('%s: refused with 400, and what follows is no request', async (_, headers, body) => {
  const head = ['POST /social-credit/sign HTTP/1.1', `Host: ${host}`, `Origin: ${server.url}`];
  const type = 'Content-Type: application/x-www-form-urlencoded';
  const sent = `${[...head, type, ...headers].join('\r\n')}\r\n\r\n${body}${smuggled()}`;
  const answer = await sendRaw(server.port, sent, (socket) => setTimeout(() => socket.end(), 300));
  expect({ status: parsed(answer).status, answers: answers(answer) }).toEqual({ status: 400, answers: 1 });
});

test('nobody gets another protocol, and nobody a tunnel; whoever leaves in the middle takes nobody along', async () => {
  for (const upgrade of ['websocket', 'h2c', 'TLS/1.0']) {
    const asked = ['Upgrade: x', `Upgrade: ${upgrade}`, 'Connection: Upgrade', 'HTTP2-Settings: AAMAAABkAAQAAP__'];
    const answer = await askRaw(server, 'GET /social-credit', asked);
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('upgrade');
  }
  for (const target of ['evil.example:443', `localhost:${server.port}`, '[::1]:25']) {
    const answer = await sendRaw(server.port, `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n${smuggled()}`);
    expect({ status: parsed(answer).status, answers: answers(answer) }).toEqual({ status: 405, answers: 1 });
  }
  // Before the answer, with it, and after it: an error on a socket that nobody listens to any more would end the process.
  for (const bytes of ['CONNECT evil.example:443 HTTP/1.1\r\n\r\n', 'GARBAGE\r\n\r\n', 'GET / HT'])
    for (const milliseconds of [0, 20, 150])
      await new Promise<void>((resolve) => {
        const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true }, () => {
          socket.write(bytes);
          setTimeout(() => {
            socket.resetAndDestroy();
            resolve();
          }, milliseconds);
        });
        socket.on('error', () => undefined);
      });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await server.get('/healthz')).status).toBe(200);
});

test('who asks first whether a body is welcome is told to go on; any other expectation is refused', async () => {
  const head = ['Expect: 100-continue', `Origin: ${server.url}`, 'Content-Type: application/x-www-form-urlencoded'];
  const lines = [
    'POST /social-credit/sign HTTP/1.1',
    `Host: ${host}`,
    'Connection: close',
    ...head,
    'Content-Length: 3',
  ];
  const answer = await sendRaw(server.port, `${lines.join('\r\n')}\r\n\r\n`, (socket) =>
    setTimeout(() => socket.write('a=b'), 100),
  );
  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 422 /);
  expect((await askRaw(server, 'POST /social-credit/sign', ['Expect: 200-ok'])).status).toBe(417);
});

test('a long query is read, one beyond all measure is refused', async () => {
  expect((await askRaw(server, `GET /social-credit?source=${'x'.repeat(15_000)}`)).status).toBe(200);
  expect((await askRaw(server, `GET /social-credit?source=${'x'.repeat(17_000)}`)).status).toBe(431);
});

test('whatever stands in the first line of a request, there is an answer and it is no 5xx', async () => {
  const part = oneof(
    constantFrom(
      '/',
      '//',
      '..',
      '.',
      '%',
      '%2e',
      '%00',
      '%252f',
      '\\',
      '?',
      '#',
      ';',
      '@',
      ':',
      '*',
      'http://',
      'social-credit',
    ),
    string({ unit: 'binary', maxLength: 5 }).filter((text) => !/[\r\n]/.test(text)),
  );
  const methods = constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE', 'get', 'G E T', '');
  const targets = array(part, { maxLength: 6 }).map((parts) => Buffer.from(parts.join('')).toString('latin1'));
  await assert(
    asyncProperty(methods, targets, boolean(), async (method, target, slash) => {
      const { status } = await askRaw(server, `${method} ${slash ? '/' : ''}${target}`);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});

test('nothing of all this was logged as trouble, and the operator sees how much there was', async () => {
  expect(server.troubles).toEqual([]);
  const metrics = await (await server.get('/metrics')).text();
  for (const status of [400, 405, 417, 431])
    expect(metrics).toMatch(new RegExp(`^campaign_kit_early_refusals_total\\{status="${status}"\\} [1-9]`, 'm'));
});
