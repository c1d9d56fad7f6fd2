import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { CommandError } from './command.ts';
import { whenInterrupted } from './interruption.ts';
import { refuseToOverwrite } from './new-file.ts';

/**
 * Writes a file that only its owner reads, and that appears whole or not at all, however the command ends.
 * @param force whether it may be written over what lies there
 * @param pour fills the stream and ends it
 */
export async function writeWholeFile<T>(
  { file, force }: { file: string; force: boolean },
  pour: (out: Writable) => Promise<T>,
): Promise<T> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const remove = (): void => {
    // Where there can be no such file, removing it would be the error that is told.
    if (existsSync(part)) rmSync(part);
  };
  const settle = whenInterrupted(remove);
  try {
    // Opened before anything is computed: a wrong path should not cost ten minutes. Never a file that somebody laid there.
    const handle = await open(part, 'wx', 0o600);
    const result = await pour(createWriteStream(part, { fd: handle, flush: true }));
    // Another command may have taken the name in the meantime.
    refuseToOverwrite(file, force);
    renameSync(part, file);
    return result;
  } catch (error) {
    remove();
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      throw new CommandError(`${file} could not be written (${String(error.code)}): is the path right, is there room?`);
    throw error;
  } finally {
    settle();
  }
}
