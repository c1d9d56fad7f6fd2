import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverEnvironment, serverFlags } from '../bin/server-flags.mjs';
import { projectRoot } from '../src/places.ts';
import { freePort } from '../tests/support/free-port.ts';

export interface Process {
  url: string;
  pid: number;
  /** Gently. */
  stop(): Promise<void>;
  /** As a power cut does, but for the disk. */
  kill(): Promise<void>;
}

/**
 * A server in a process of its own, once it says that it listens.
 * @param args of Node; `port` stands for one that is free
 */
export async function aProcess(
  args: (port: string) => string[],
  environment: (url: string) => Record<string, string> = () => ({}),
): Promise<Process> {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, args(port), {
    cwd: projectRoot,
    env: { ...process.env, ...environment(url), PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await started(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** The server as `npm start` runs it, on a data folder. */
export const aServerProcess = (dataDir: string, environment: Record<string, string> = {}): Promise<Process> =>
  aProcess(
    () => [...serverFlags, 'bin/start.mjs'],
    () => ({ ...serverEnvironment, DATA_DIR: dataDir, ...environment }),
  );

/** A folder for one measurement, deleted afterwards. */
export async function withFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-bench-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const started = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => /listening|Stop with/.test(chunk.toString()) && resolve());
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
