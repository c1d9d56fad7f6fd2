import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../src/places.ts';

const run = promisify(execFile);

export interface Measured {
  seconds: number;
  megabytes: number;
}

/** Runs one of our files in a process of its own, which tells its peak memory when it ends. */
export async function runCommand(dataDir: string, args: string[]): Promise<Measured> {
  const began = performance.now();
  const told = join(import.meta.dirname, 'tell-memory.ts');
  const { stderr } = await run(process.execPath, ['--import', told, ...args], {
    cwd: projectRoot,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const kilobytes = Number(/^peak memory (\d+) kB$/m.exec(stderr)?.[1]);
  return { seconds: (performance.now() - began) / 1000, megabytes: kilobytes / 1024 };
}
