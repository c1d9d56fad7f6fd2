import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { openStore } from '../../src/store/open-store.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { freePort } from '../support/free-port.ts';

let folder: string;
let mute: Server;
const calls: Socket[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-stop-'));
  // A mail server that takes the call and never says a word.
  mute = createServer((socket) => void calls.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const socket of calls.splice(0)) socket.destroy();
  await new Promise((resolve) => mute.close(resolve));
  await rm(folder, { recursive: true });
});

async function aProcess() {
  const port = await freePort();
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      SMTP_URL: `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`,
    },
  });
  let output = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()).includes('Stop with') && resolve());
  });
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { port, child, output: () => output };
}

const ended = (child: ChildProcess) =>
  new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );

/** Signs again and again on a connection of their own, until the server says that it ends. */
function aBusySigner(port: number, signer: number, answered: string[]): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { Origin: `http://localhost:${port}`, 'Content-Type': 'application/x-www-form-urlencoded' };
  const sign = (email: string) =>
    new Promise<{ status: number; last: boolean }>((resolve, reject) => {
      const asked = request(
        { host: 'localhost', port, agent, method: 'POST', path: '/social-credit/sign', headers },
        (answer) => {
          answer
            .resume()
            .on('end', () => resolve({ status: answer.statusCode ?? 0, last: answer.headers.connection === 'close' }));
        },
      );
      asked.on('error', reject).end(new URLSearchParams(aSignature({ email })).toString());
    });
  return (async () => {
    for (let at = 0; at < 10_000; at++) {
      const email = `s${signer}.${at}@example.org`;
      const { status, last } = await sign(email);
      if (status !== 303) return `answered ${status}`;
      answered.push(email);
      if (last) return 'was told to go';
    }
    return 'never ended';
  })()
    .catch((error: NodeJS.ErrnoException) => error.code ?? error.message)
    .finally(() => agent.destroy());
}

test('told to stop under load, it answers what is in hand, has it on disk, gives its mails back and ends well', async () => {
  const { port, child, output } = await aProcess();
  const answered: string[] = [];
  const signers = Array.from({ length: 10 }, (_, signer) => aBusySigner(port, signer, answered));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const began = Date.now();
  child.kill('SIGTERM');
  const { code, signal } = await ended(child);
  expect({ code, signal, said: code === 0 ? '' : output() }).toEqual({ code: 0, signal: null, said: '' });
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(new Set(await Promise.all(signers))).toEqual(new Set(['was told to go']));
  expect(answered.length).toBeGreaterThan(20);

  const stored = new Set((await exportedFrom(folder)).rows.map(({ email }) => email));
  expect(answered.filter((email) => !stored.has(email))).toEqual([]);
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'campaign.db') });
  const messages = await store.read.selectFrom('messages').select(['state', 'claim', 'due_at']).execute();
  await store.close();
  expect(calls.length).toBeGreaterThan(0);
  expect(messages).toHaveLength(stored.size);
  expect(messages.filter(({ state, claim }) => state !== 'due' || claim !== null)).toEqual([]);
  expect(messages.filter(({ due_at }) => due_at > Date.now() / 1000)).toEqual([]);
  expect(output()).toContain('mails in hand are due again');
  // Where nobody reads along, every line after the greeting is for programs.
  const lines = output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ at: expect.any(String), event: expect.any(String) });
  expect(lines.length).toBeGreaterThan(0);
});

test('while it stops, it says that it is not ready, and closes the connection', async () => {
  const server = await aServer({ dataDir: folder });
  expect((await server.get('/readyz')).status).toBe(200);
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  const over = new Promise((resolve) => socket.on('close', resolve));
  socket.write('GET /readyz HTTP/1.1\r\nHost: any.example\r\n');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopped = server.stop();
  await new Promise((resolve) => setTimeout(resolve, 50));
  // On a connection that is open already; a new one is not to be had.
  const open = await server.get('/readyz');
  expect([open.status, open.headers.get('connection')]).toEqual([503, 'close']);
  const refused = await new Promise((resolve) => connect(server.port, '127.0.0.1').on('error', resolve));
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
  socket.write('\r\n');
  await over;
  await stopped;
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toMatch(/^connection: close\r$/im);
});
