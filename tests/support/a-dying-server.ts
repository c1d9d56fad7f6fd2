import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../src/places.ts';

/** `npm start` as a process of its own, to be killed. */
export interface DyingServer {
  child: ChildProcess;
  /** Every line that was logged. */
  lines: string[];
  /** Ends it like a power cut. */
  kill(): Promise<void>;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
}

/**
 * @param under a program that runs it, with its arguments, such as strace
 * @throws Error with what it said, if it does not start
 */
export async function aDyingServer(env: Record<string, string>, under: string[] = []): Promise<DyingServer> {
  const command = [...under, process.execPath, 'src/cli/start.ts'];
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: { ...process.env, LOG_FORMAT: 'json', ...env },
    // A group of its own: whoever runs it under another program ends both.
    detached: true,
  });
  const lines: string[] = [];
  // Not `exit`: what it said last is still on its way then.
  const ended = once(child, 'close') as Promise<[number | null]>;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
      process.kill(-child.pid, signal);
    return (await ended)[0];
  };
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        if (line.includes('Stop with')) resolve();
      });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the server did not start: ${lines.join(' ')}`)));
  });
  return { child, lines, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}
