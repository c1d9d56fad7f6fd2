import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualPatience } from '../../src/http/patience.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { parsed, sendRaw } from '../support/raw-request.ts';

/** In milliseconds. Whoever is slow with the head of a request must not get the time that there is for the whole. */
const patience = { head: 500, request: 4000, idle: 300, reader: 600, look: 50 };
const late = patience.request;

let server: TestServer;
let host: string;
beforeAll(async () => {
  server = await aServer({ patience });
  ({ host } = new URL(server.url));
});
afterAll(() => server.stop());

/** Sends a byte of this every now and then, until it is cut off. */
const drip = (text: string) => (socket: Socket) => {
  let at = 0;
  const timer = setInterval(() => socket.write(text[at++ % text.length]!), 40);
  socket.once('close', () => clearInterval(timer));
};

/** What came back, and when the connection was over. */
async function timed(bytes: string, then?: (socket: Socket) => void) {
  const began = performance.now();
  const answer = await sendRaw(server.port, bytes, then);
  return { answer, milliseconds: performance.now() - began };
}

test('three hundred who send their headers a letter at a time are told to hurry and cut, and others are answered meanwhile', async () => {
  const start = `GET /social-credit HTTP/1.1\r\nHost: ${host}\r\n`;
  const slow = Array.from({ length: 300 }, () => timed(start, drip('X-Slow: loris\r\n')));
  let others = 0;
  const over = Promise.all(slow).then((ended) => ({ ended, others }));
  let done = false;
  void over.finally(() => (done = true));
  while (!done) {
    const began = performance.now();
    expect((await server.get('/social-credit')).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(late);
    others += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { ended } = await over;
  expect(others).toBeGreaterThan(3);
  for (const { answer, milliseconds } of ended) {
    expect(milliseconds).toBeLessThan(late);
    const { status, body, headers } = parsed(answer);
    expect([status, headers.connection]).toEqual([408, 'close']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toMatch(/^That took too long\. /);
  }
});

test('who connects and says nothing is cut, and so is who has been answered and stays', async () => {
  expect((await timed('')).milliseconds).toBeLessThan(late);
  const stays = await timed(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  expect(parsed(stays.answer).status).toBe(200);
  expect(stays.milliseconds).toBeLessThan(late);
});

test('who was refused and does not hang up is hung up on, and keeps no server from stopping', async () => {
  const other = await aServer();
  const stays = connect({ port: other.port, host: '127.0.0.1', allowHalfOpen: true });
  const refused = new Promise((resolve) => stays.once('end', resolve));
  stays.resume().write('GARBAGE\r\n\r\n');
  await refused;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const began = performance.now();
  await other.stop();
  expect(performance.now() - began).toBeLessThan(late);
  stays.destroy();
});

test('a form that comes a letter at a time is cut with 408, nothing of it is stored, and it is no fault of ours', async () => {
  const head = [
    'POST /social-credit/sign HTTP/1.1',
    `Host: ${host}`,
    `Origin: ${server.url}`,
    'Content-Type: application/x-www-form-urlencoded',
  ];
  const told = 'name=Sloan&email=sloan%40example.org&country=DE&';
  const sent = (framing: string, body: string) => `${[...head, framing].join('\r\n')}\r\n\r\n${body}`;
  const cut = await Promise.all([
    timed(sent('Content-Length: 60000', told), drip('x')),
    timed(sent('Transfer-Encoding: chunked', `${told.length.toString(16)}\r\n${told}\r\n2\r\n`)),
  ]);
  for (const { answer, milliseconds } of cut) {
    expect(parsed(answer).status).toBe(408);
    expect(milliseconds).toBeLessThan(2 * late);
  }
  expect((await exportedFrom(server.dataDir)).rows).toEqual([]);
  expect(server.troubles).toEqual([]);
});

/** Asks for the page so often that the answers fit into no buffer of the network, and takes them as it likes. */
function bytesRead(take: (socket: Socket) => void): Promise<number> {
  const ask = `GET /social-credit HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  return new Promise((resolve) => {
    let bytes = 0;
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(ask.repeat(manyTimes));
      take(socket);
    });
    socket.on('data', (chunk: Buffer) => (bytes += chunk.length));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(bytes));
  });
}
const manyTimes = 800;

test('who asks and asks and reads no answer is cut; who reads slowly and steadily gets all of it', async () => {
  const began = performance.now();
  const all = manyTimes * (await (await server.get('/social-credit')).text()).length;
  const [idle, steady] = await Promise.all([
    bytesRead((socket) => {
      socket.pause();
      setTimeout(() => socket.resume(), 4 * patience.reader);
    }),
    bytesRead((socket) => {
      socket.on('data', () => {
        socket.pause();
        setTimeout(() => socket.resume(), 5);
      });
    }),
  ]);
  expect(idle).toBeGreaterThan(0);
  expect(idle).toBeLessThan(all);
  expect(steady).toBeGreaterThan(all);
  expect(performance.now() - began).toBeGreaterThan(2 * patience.reader);
  expect(server.troubles).toEqual([]);
});

test('a proxy that we trust ends connections itself: for us to be first would lose a form that is on its way', async () => {
  const behind = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
  const agent = new Agent({ keepAlive: true });
  const keptFor = (url: string) =>
    new Promise((resolve) => {
      get(`${url}/healthz`, { agent }, (answer) => resolve(answer.resume().headers['keep-alive']));
    });
  expect(await keptFor(behind.url)).toBe('timeout=130');
  agent.destroy();
  await behind.stop();
  expect(usualPatience(false).idle).toBeLessThan(10_000);
});
