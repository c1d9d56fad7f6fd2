import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { changeListeners } from './change-listeners.ts';
import { migrateSqlite } from './migrate.ts';
import type { Schema } from './schema.ts';
import { sqliteRowNumbers } from './sqlite-row-numbers.ts';
import type { Store } from './store.ts';
import { openWriter } from './writer.ts';

/** Longer than any of our transactions: the CLI beside a busy server waits rather than fails. */
const busyTimeoutMilliseconds = 5000;

/**
 * Opens the SQLite file, makes it when it is missing, and brings its tables up to date.
 * WAL with synchronous=FULL: a commit that was answered survives a power cut.
 */
export function openSqlite(file: string): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Its owner's alone, wherever it lies; SQLite gives the log the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const writing = connect(file);
  migrateSqlite(writing);
  const reading = connect(file);
  reading.pragma('query_only = ON');
  const read = kyselyOf(reading);
  // Waits for nobody: with a time-out SQLite would hold up the whole process while somebody reads.
  const wiping = connect(file, 0);
  const { tell, onChange } = changeListeners();
  const accounts = kyselyOf(writing);
  const writer = openWriter(
    accounts,
    { begin, beforeCommit: () => Promise.resolve(), isTrouble, numbers: sqliteRowNumbers },
    tell,
  );
  const version = (): unknown => writing.pragma('data_version', { simple: true });
  let seen = version();
  return {
    read,
    write: writer.write,
    writeFacts: writer.facts,
    accounts,
    snapshot: (act) => snapshot(file, act),
    numbers: sqliteRowNumbers,
    schema: Number(writing.pragma('user_version', { simple: true })),
    shred: () => {
      const [result] = wiping.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return result?.busy === 0;
    },
    onChange,
    changedElsewhere: () => {
      const before = seen;
      seen = version();
      return seen !== before;
    },
    close: async () => {
      await writer.close();
      await read.destroy();
      // Kysely closes only what it has used.
      for (const database of [writing, reading, wiping]) database.close();
    },
  };
}

/** A reader that is in a transaction sees nothing of later writes; the write-ahead log grows meanwhile. */
async function snapshot<T>(file: string, act: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const reading = connect(file);
  reading.exec('BEGIN');
  try {
    return await act(kyselyOf(reading));
  } finally {
    reading.exec('ROLLBACK');
    reading.close();
  }
}

function connect(file: string, timeout = busyTimeoutMilliseconds): Database.Database {
  const database = new Database(file, { timeout });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is overwritten in the file at once, and not only when its page is used again.
  database.pragma('secure_delete = ON');
  return database;
}

const kyselyOf = (database: Database.Database): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });

/**
 * Takes the write lock at once: a transaction that reads first and writes later fails outright when
 * the CLI has written in between, instead of waiting.
 */
const begin = async (connection: Kysely<Schema>): Promise<void> => {
  await sql`begin immediate`.execute(connection);
};

/** SQLite's words for a full disk, a failing disk and a locked file; Node's, for the erasure ledger. */
const isTrouble = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(?:FULL|IOERR|BUSY|READONLY)|^(?:ENOSPC|EIO|EDQUOT|EROFS)$/.test(String(error.code));
