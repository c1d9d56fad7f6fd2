import type { DirectoryFile, ReadDirectory, ReadingOptions } from '../../src/forms/directory-file.ts';
import { readDirectoryFile } from '../../src/forms/read-directory-file.ts';

const options: ReadingOptions = { today: '2026-11-23', said: {}, columns: {} };

/** What is made of a file's text, or of several files, on 23 November 2026. */
export const reading = (files: string | DirectoryFile[], changes: Partial<ReadingOptions> = {}, name = 'members.csv') =>
  readDirectoryFile(typeof files === 'string' ? [{ name, text: files }] : files, { ...options, ...changes });

/** The same of what a test expects to be readable. */
export function read(files: string | DirectoryFile[], changes: Partial<ReadingOptions> = {}): ReadDirectory {
  const found = reading(files, changes);
  if (found.outcome === 'unreadable') throw new Error(found.reason);
  return found;
}

/** Why nothing is imported. */
export function refusal(files: string | DirectoryFile[], changes: Partial<ReadingOptions> = {}): string {
  const found = reading(files, changes);
  if (found.outcome === 'read') throw new Error('It was read.');
  return found.reason;
}
