import { StoreBusy } from './writer.ts';

/** What went wrong with a SQLite file since it was opened, as far as it bears on what may be written now. */
export interface FileTrouble {
  /** The file is not what SQLite wrote: set once, and for good. */
  damage: Error | undefined;
  /** The disk would not keep what was written: whatever stands in the log may be gone after a power cut. */
  unsynced: boolean;
}

/**
 * SQLite's words for a full disk, a failing disk, a damaged and a locked file; Node's, for the erasure ledger and the log of the database.
 * https://www.sqlite.org/rescode.html
 */
export const isTrouble = (error: unknown): boolean =>
  error instanceof StoreBusy ||
  /^SQLITE_(?:FULL|IOERR|BUSY|READONLY|CORRUPT|NOTADB|CANTOPEN|PROTOCOL)|^(?:ENOSPC|EIO|EDQUOT|EROFS|EMFILE|ENFILE)$/.test(
    codeOf(error),
  );

export const isDamage = (error: unknown): boolean => /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error));

/**
 * Remembers what an error says about the file.
 * @returns what whoever asked is told: to come again, like whoever writes
 */
export function noted(trouble: FileTrouble, error: unknown): unknown {
  if (isDamage(error)) trouble.damage ??= error as Error;
  if (/^SQLITE_IOERR_(?:DIR_)?FSYNC$/.test(codeOf(error))) trouble.unsynced = true;
  return isTrouble(error) && !(error instanceof StoreBusy) ? new StoreBusy(String(error), { cause: error }) : error;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
