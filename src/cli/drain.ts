import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isClosedPipe } from './pipe.ts';
import { noTerminal, progress, type Progress } from './progress.ts';
import { writeWholeFile } from './whole-file.ts';

/** A file, or stdout. */
export interface Destination {
  out: string | undefined;
  /** Whether the file may be written over what lies there. */
  force: boolean;
}

/**
 * Writes to stdout, or to a file that appears whole or not at all, with a progress bar on a terminal.
 * @param total how many rows there will be, about
 * @param chunks what is written; it advances the bar
 * @returns whether somebody read it to its end
 */
export async function drain(
  { out: file, force }: Destination,
  total: number | undefined,
  chunks: (bar: Progress) => AsyncIterable<string | Buffer>,
): Promise<{ whole: boolean }> {
  const pour = async (out: Writable): Promise<{ whole: boolean }> => {
    // Where the data itself runs over the screen, a bar would stand in its way.
    const bar = progress('Rows', total, out === process.stdout && process.stdout.isTTY ? noTerminal : undefined);
    try {
      await pipeline(chunks(bar), out);
      return { whole: true };
    } catch (error) {
      if (!isClosedPipe(error, out)) throw error;
      return { whole: false };
    } finally {
      bar.done();
    }
  };
  return file === undefined ? pour(process.stdout) : writeWholeFile({ file, force }, pour);
}
