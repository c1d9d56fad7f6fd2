import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { openStore } from '../../src/store/open-store.ts';
import { driftedCounts } from '../../src/store/signatures.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aPostgres, type PostgresServer } from '../support/a-postgres.ts';
import { aSignature } from '../support/a-signature.ts';
import { freePort } from '../support/free-port.ts';

let folder: string;
let postgres: PostgresServer;
const processes: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-dead-server-'));
  postgres = await aPostgres();
});
afterAll(async () => {
  for (const child of processes)
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  await postgres.stop();
  await rm(folder, { recursive: true });
});

/** `npm start` on a folder of its own, beside others on one database. */
async function aProcess(name: string) {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: join(folder, name),
    DATABASE_URL: postgres.url,
    SERVER_KEY_FILE: join(folder, 'server.key'),
  };
  const child = spawn(process.execPath, ['src/cli/start.ts'], { cwd: projectRoot, env });
  processes.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Stop with') && resolve());
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  return { url: `http://localhost:${port}`, child };
}

test('killed under load, one of two servers loses nothing that it answered, and the other goes on', async () => {
  const dying = await aProcess('dying');
  const living = await aProcess('living');
  const answered = { dying: [] as string[], living: [] as string[] };
  let over = false;
  const signers = Array.from({ length: 12 }, async (_, signer) => {
    const name = signer % 2 === 0 ? 'dying' : 'living';
    const { url } = name === 'dying' ? dying : living;
    const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
    for (let at = 0; !over && at < 500; at++) {
      const email = `s${signer}.${at}@example.org`;
      const body = new URLSearchParams(aSignature({ email })).toString();
      const answer = await fetch(`${url}/social-credit/sign`, { method: 'POST', body, headers, redirect: 'manual' });
      if (answer.status === 303) answered[name].push(email);
    }
  });
  const load = Promise.allSettled(signers);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  dying.child.kill('SIGKILL');
  const killedAt = answered.living.length;
  await new Promise((resolve) => setTimeout(resolve, 2500));
  over = true;
  await load;
  expect(answered.dying.length).toBeGreaterThan(20);
  expect(answered.living.length).toBeGreaterThan(killedAt + 20);

  // Its own folder has no key that opens anything: the first server made it.
  const { rows } = await exportedFrom(join(folder, 'dying'), { env: { DATABASE_URL: postgres.url } });
  const stored = new Set(rows.map(({ email }) => email));
  expect([...answered.dying, ...answered.living].filter((email) => !stored.has(email))).toEqual([]);
  expect(rows).toHaveLength(stored.size);
  const store = await openStore({ kind: 'postgres', url: postgres.url });
  const messages = await store.read.selectFrom('messages').select('id').execute();
  const drifted = await driftedCounts(store.read);
  await store.close();
  expect([messages.length, drifted]).toEqual([stored.size, []]);
});
