import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import { changeListeners } from './change-listeners.ts';
import { alone } from './leadership.ts';
import { migrateSqlite } from './migrate.ts';
import type { Schema } from './schema.ts';
import { sqliteRowNumbers } from './sqlite-row-numbers.ts';
import type { Store } from './store.ts';
import { openWriter, type Surely } from './writer.ts';

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
  const writer = openWriter(accounts, { begin, commit, ended, isTrouble, numbers: sqliteRowNumbers }, tell);
  const version = (): unknown => writing.pragma('data_version', { simple: true });
  let seen = version();
  return {
    read,
    write: writer.write,
    writeTogether: writer.writeTogether,
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
    standForLeader: () => alone,
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
  new Kysely<Schema>({ dialect: new SqliteDialect({ database: withPrepared(database) }) });

/** Those that come again and again are far fewer; the longest takes some hundred kilobytes. */
const mostPrepared = 200;

/** Kysely has each statement prepared anew each time, which takes longer than running it. */
function withPrepared(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, Database.Statement>();
  return {
    prepare: (text) => {
      const known = prepared.get(text);
      const statement = known ?? database.prepare(text);
      // Moved to the end: the front of the map is what nobody has asked for longest.
      if (known !== undefined) prepared.delete(text);
      else if (prepared.size >= mostPrepared) prepared.delete(prepared.keys().next().value ?? text);
      prepared.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

/**
 * Takes the write lock at once: a transaction that reads first and writes later fails outright when
 * the CLI has written in between, instead of waiting.
 */
const begin = async (connection: Kysely<Schema>, surely: Surely): Promise<void> => {
  // In the log's file, but not waiting for the disk: the next commit that does takes it along.
  if (surely === 'soon') await sql`pragma synchronous = normal`.execute(connection);
  await sql`begin immediate`.execute(connection);
};

const commit = async (connection: Kysely<Schema>): Promise<void> => {
  await sql`commit`.execute(connection);
};

const ended = async (connection: Kysely<Schema>, surely: Surely): Promise<void> => {
  if (surely === 'soon') await sql`pragma synchronous = full`.execute(connection);
};

/** SQLite's words for a full disk, a failing disk and a locked file; Node's, for the erasure ledger. */
const isTrouble = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(?:FULL|IOERR|BUSY|READONLY)|^(?:ENOSPC|EIO|EDQUOT|EROFS)$/.test(String(error.code));
