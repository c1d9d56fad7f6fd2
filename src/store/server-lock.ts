import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Makes sure that one server at a time works on a SQLite file: the page cache and the clocked work
 * assume it. Held by SQLite's own file lock, so it goes with the process however that ends.
 * @returns the way to let go
 * @throws Error with one readable line if another server holds it
 */
export function lockForServer(databaseFile: string): () => void {
  mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 });
  const lock = new Database(`${databaseFile}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(
      `Another server already runs on ${databaseFile}: stop it first, or give this one its own DATA_DIR.`,
    );
  }
  return () => void lock.close();
}
