import { existsSync, readFileSync, statSync } from 'node:fs';
import { CommandError } from './command.ts';

/** The readers' own bound; checked before the file is taken into memory. */
const mostBytes = 50 * 1024 * 1024;

/**
 * What somebody wants to import, as text.
 * @throws CommandError with one sentence if it cannot be read
 */
export function textOfFile(file: string): string;
export function textOfFile(file: string, options: { mayBeMissing: true }): string | undefined;
export function textOfFile(file: string, { mayBeMissing = false } = {}): string | undefined {
  if (mayBeMissing && !existsSync(file)) return undefined;
  try {
    if (statSync(file).size > mostBytes) throw new CommandError(`${file} is larger than 50 MB: split it.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} cannot be read: is the path right?`);
  }
}
