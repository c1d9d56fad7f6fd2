import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../domain/refusal.ts';
import Database from 'better-sqlite3';
import type { DatabaseAddress } from '../domain/database-address.ts';

/** Another server holds the database. The message is one readable line. */
class AnotherServer extends Refusal {}

/**
 * Makes sure that one server at a time works on a SQLite file: the page cache and the clocked work
 * assume it. On PostgreSQL several may. Held by SQLite's own file lock, so it goes with the process however that ends.
 * @returns the way to let go
 * @throws AnotherServer
 */
export function lockForServer(database: DatabaseAddress): () => void {
  if (database.kind === 'postgres') return () => undefined;
  const databaseFile = database.file;
  mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 });
  const lock = new Database(`${databaseFile}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
    throw new AnotherServer(
      `Another server already runs on ${databaseFile}: stop it first, or give this one its own DATA_DIR.`,
      { cause: error },
    );
  }
  return () => void lock.close();
}
