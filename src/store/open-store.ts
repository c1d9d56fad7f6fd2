import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { openWriter, type Change, type Write } from './writer.ts';

export interface Store {
  /** Reads see what is committed; they never wait for a write. */
  read: Kysely<Schema>;
  /** Runs `act` in a transaction that it shares with others; settles once it is on disk. */
  write: Write;
  /** Shows `act` one moment of the database, however long it looks. */
  snapshot<T>(act: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** How many migrations the tables have seen. */
  schema: number;
  /** Calls back after each commit with what it changed; returns the way to stop. */
  onChange(listener: (changes: ReadonlySet<Change>) => void): () => void;
  /** Empties the write-ahead log into the file: until then it keeps what was deleted. False while a reader holds it. */
  shred(): boolean;
  /** True once whenever another process has written since the last call. */
  changedElsewhere(): boolean;
  close(): Promise<void>;
}

/** Longer than any of our transactions: the CLI beside a busy server waits rather than fails. */
const busyTimeoutMilliseconds = 5000;

/**
 * Opens the SQLite file, makes it when it is missing, and brings its tables up to date.
 * WAL with synchronous=FULL: a commit that was answered survives a power cut.
 */
export function openStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Its owner's alone, wherever it lies; SQLite gives the log the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const writing = connect(file);
  migrate(writing);
  const reading = connect(file);
  reading.pragma('query_only = ON');
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: reading }) });
  const listeners = new Set<(changes: ReadonlySet<Change>) => void>();
  const writer = openWriter(new Kysely<Schema>({ dialect: new SqliteDialect({ database: writing }) }), (changes) => {
    for (const listener of listeners) listener(changes);
  });
  const version = (): unknown => writing.pragma('data_version', { simple: true });
  let seen = version();
  return {
    read,
    write: writer.write,
    snapshot: (act) => snapshot(file, act),
    schema: Number(writing.pragma('user_version', { simple: true })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    shred: () => {
      const [result] = writing.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return result?.busy === 0;
    },
    changedElsewhere: () => {
      const before = seen;
      seen = version();
      return seen !== before;
    },
    close: async () => {
      await writer.close();
      await read.destroy();
    },
  };
}

/** A reader that is in a transaction sees nothing of later writes; the write-ahead log grows meanwhile. */
async function snapshot<T>(file: string, act: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const reading = connect(file);
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: reading }) });
  reading.exec('BEGIN');
  try {
    return await act(db);
  } finally {
    reading.exec('ROLLBACK');
    await db.destroy();
  }
}

function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: busyTimeoutMilliseconds });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is overwritten in the file at once, and not only when its page is used again.
  database.pragma('secure_delete = ON');
  return database;
}
