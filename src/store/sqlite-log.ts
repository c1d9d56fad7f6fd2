import { closeSync, existsSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/** Where SQLite keeps what is committed and not in the file yet: its write-ahead log. */
export const logOf = (file: string): string => `${file}-wal`;

/** The log is a few megabytes, but for an export that was under way. */
const chunkBytes = 1024 * 1024;

/**
 * Writes the log anew, byte for byte, and has the disk keep it. After a failed fsync, Linux takes what it could not write for
 * written (Rebello et al., “Can Applications Recover from fsync Failures?”, USENIX ATC 2020): the next fsync would say that all is well,
 * with a hole in the log that makes everything behind it unreadable after a power cut. Nobody may write meanwhile.
 * @throws what the disk says if it does not keep it this time either
 */
export function writeLogAnew(file: string): void {
  if (!existsSync(logOf(file))) return;
  // SQLite's locks lie in other files: closing this one lets go of none.
  const log = openSync(logOf(file), 'r+');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    for (let at = 0; ;) {
      const length = readSync(log, chunk, 0, chunkBytes, at);
      if (length === 0) break;
      at += writeSync(log, chunk, 0, length, at);
    }
    fsyncSync(log);
  } finally {
    closeSync(log);
  }
}
