import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/places.ts';
import { freePort } from '../tests/support/free-port.ts';

export interface ServerProcess {
  url: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** The server as `npm start` runs it, in a process of its own, on a folder that is deleted afterwards. */
export async function aServerProcess(): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'campaign-kit-bench-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await started(child);
  return {
    url: `http://localhost:${port}`,
    dataDir,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const started = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('Stop with') && resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
