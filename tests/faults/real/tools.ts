import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What npm does not bring. `mount`: may mount a file system in memory. */
export type Tool = 'strace' | 'faketime' | 'mount' | 'slowhttptest';

const works = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** Having a program is not enough: it may not be allowed to do what it is for. */
const tries: Record<Tool, () => boolean> = {
  strace: () => works('strace', '-f', '-e', 'inject=fsync:error=EIO:when=1..2', '-o', '/dev/null', 'true'),
  faketime: () => works('faketime', '-f', '+1d', 'true'),
  slowhttptest: () => works('sh', '-c', 'command -v slowhttptest'),
  mount: () => {
    const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-mount-'));
    try {
      return mount(folder, '64k') && works('umount', folder);
    } finally {
      rmdirSync(folder);
    }
  },
};

/** What is missing, in words for whoever runs this. */
export const lacking: Record<Tool, string> = {
  strace: 'strace, or the right to trace a process',
  faketime: 'faketime',
  mount: 'the right to mount a file system in memory (root)',
  slowhttptest: 'slowhttptest',
};

export const lacks = (tools: readonly Tool[]): Tool[] => tools.filter((tool) => !tries[tool]());

/** @param size such as 16m @returns whether it is there now */
export const mount = (folder: string, size: string): boolean =>
  works('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
export const unmount = (folder: string): boolean => works('umount', folder);
