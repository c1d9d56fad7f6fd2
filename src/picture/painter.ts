import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Picture } from '../domain/picture.ts';

/** What the process that draws is told, and what it answers: PNG, or why there is none. */
export interface ToProcess {
  picture: Picture;
}
export type FromProcess = { png: Uint8Array } | { failure: string };

export interface Painter {
  /**
   * One at a time, in the order in which they are asked for.
   * @returns PNG @throws Error if it could not be drawn
   */
  draw(picture: Picture): Promise<Buffer>;
  /** Ends the process; whoever still waits gets an error. */
  close(): void;
}

/** Drawing takes a twentieth of a second, and a second the first time, on a machine that has nothing else to do. */
const patienceMilliseconds = 15_000;
/** Then its memory is given back. Less than the minute for which a picture holds: one campaign that is always shared does not keep it. */
const idleMilliseconds = 10_000;

/**
 * Pictures are drawn by a process of its own, begun when the first one is asked for. It takes 200 MB, most of which
 * no garbage collector gives back, it keeps a processor busy while others sign, and it is not ours: what makes it crash leaves the server up.
 */
export function openPainter(idle = idleMilliseconds): Painter {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  let resting: NodeJS.Timeout | undefined;

  const begin = (): ChildProcess => {
    const begun = fork(join(import.meta.dirname, 'picture-process.ts'), {
      // It needs nothing of ours: no key, no address.
      env: {},
      execArgv: ['--max-old-space-size=128'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // A server that stops waits for no picture.
    begun.unref();
    begun.channel?.unref();
    begun.once('exit', () => {
      if (child === begun) child = undefined;
    });
    return begun;
  };

  const end = (): void => {
    // Not asked: one that hangs would not hear it, and it holds nothing worth keeping.
    child?.kill('SIGKILL');
    child = undefined;
  };

  async function draw(picture: Picture): Promise<Buffer> {
    if (closed) throw new Error('pictures are closed');
    clearTimeout(resting);
    child ??= begin();
    try {
      const answer = await answerOf(child, { picture });
      if ('png' in answer) return Buffer.from(answer.png);
      throw new Error(answer.failure);
    } catch (error) {
      // Whatever state it is in: the next one begins anew.
      end();
      throw error;
    } finally {
      resting = setTimeout(end, idle).unref();
    }
  }

  return {
    draw: (picture) => {
      const drawing = last.then(() => draw(picture));
      last = drawing.catch(() => undefined);
      return drawing;
    },
    close: () => {
      closed = true;
      clearTimeout(resting);
      end();
    },
  };
}

function answerOf(child: ChildProcess, told: ToProcess): Promise<FromProcess> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      act();
    };
    const onMessage = (answer: FromProcess): void => settle(() => resolve(answer));
    const onExit = (): void => settle(() => reject(new Error('the process that draws ended')));
    const onError = (error: Error): void => settle(() => reject(error));
    const timer = setTimeout(() => settle(() => reject(new Error('drawing took too long'))), patienceMilliseconds);
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.send(told, (error) => {
      if (error !== null) onError(error);
    });
  });
}
