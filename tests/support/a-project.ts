import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/places.ts';
import { freePort } from './free-port.ts';

/** A copy of the project that may be changed: an organizer's own. */
export interface TestProject {
  folder: string;
  /** Runs one of its files, to its end. */
  node(...args: string[]): Promise<{ code: number; out: string }>;
  /** `npm start`, until it prints where the site is. */
  start(): Promise<{ url: string; milliseconds: number }>;
  /** Ends what was started last. */
  stop(): Promise<void>;
  remove(): void;
}

const parts = [
  'src',
  'public',
  'templates',
  'bin',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

export function aProject(): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-project-'));
  for (const name of parts) cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  let running: ChildProcess | undefined;

  return {
    folder,
    node: (...args) =>
      new Promise((resolve) => {
        execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), out: stdout + stderr }),
        );
      }),
    start: async () => {
      const began = performance.now();
      const port = await freePort();
      const child = spawn(process.execPath, ['src/cli/start.ts'], {
        cwd: folder,
        env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data') },
      });
      running = child;
      let out = '';
      await new Promise<void>((resolve, reject) => {
        const read = (chunk: Buffer): void => {
          out += chunk.toString();
          if (out.includes('Stop with')) resolve();
        };
        child.stdout.on('data', read);
        child.stderr.on('data', read);
        child.once('exit', () => reject(new Error(out)));
      });
      return { url: `http://localhost:${port}`, milliseconds: performance.now() - began };
    },
    stop: () =>
      new Promise((resolve) => {
        if (running === undefined || running.exitCode !== null) {
          resolve();
          return;
        }
        running.removeAllListeners('exit');
        running.once('exit', () => resolve());
        running.kill('SIGTERM');
        running = undefined;
      }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
