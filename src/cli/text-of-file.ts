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
    return decoded(file);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} cannot be read: is the path right?`);
  }
}

/** A file's text: UTF-8, or what Excel calls Unicode text. Another encoding would garble names without a word. */
export function decoded(file: string): string {
  const bytes = readFileSync(file);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandError(`${file} is not in UTF-8: save it so, in spreadsheets as “CSV UTF-8”.`);
  }
}
