import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { sql, type Kysely } from 'kysely';
import { changeListeners } from './change-listeners.ts';
import { damaged } from './damaged.ts';
import { alone } from './leadership.ts';
import { migrateSqlite } from './migrate.ts';
import type { Schema } from './schema.ts';
import { busyTimeoutMilliseconds, connect, kyselyOf } from './sqlite-connection.ts';
import { writeLogAnew } from './sqlite-log.ts';
import { sqliteRowNumbers } from './sqlite-row-numbers.ts';
import { isDamage, isTrouble, noted, type FileTrouble } from './sqlite-trouble.ts';
import type { Store } from './store.ts';
import { openWriter, StoreBusy, type Surely } from './writer.ts';

/**
 * Opens the SQLite file, makes it when it is missing, and brings its tables up to date.
 * WAL with synchronous=FULL: a commit that was answered survives a power cut.
 * @throws Damaged
 */
export function openSqlite(file: string): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Its owner's alone, wherever it lies; SQLite gives the log the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const writing = openUpToDate(file);
  const reading = connect(file);
  reading.pragma('query_only = ON');
  const trouble: FileTrouble = { damage: undefined, unsynced: false };
  const told = (error: unknown): unknown => noted(trouble, error);
  const read = kyselyOf(reading, told);
  const { tell, onChange } = changeListeners();
  const accounts = kyselyOf(writing, told);
  const dialect = { begin: beginOn(file, trouble), commit, ended, isTrouble, numbers: sqliteRowNumbers };
  const writer = openWriter(accounts, dialect, tell);
  const version = (): unknown => writing.pragma('data_version', { simple: true });
  let seen = version();
  return {
    read,
    write: writer.write,
    writeTogether: writer.writeTogether,
    writeFacts: writer.facts,
    accounts,
    snapshot: (act) => snapshot(file, told, act),
    numbers: sqliteRowNumbers,
    schema: Number(writing.pragma('user_version', { simple: true })),
    // On the connection that writes: to it, a wipe by another one looks as if somebody else had written.
    shred: () => {
      if (writing.inTransaction) return false;
      try {
        // Waits for nobody: SQLite would hold up the whole process while somebody reads.
        writing.pragma('busy_timeout = 0');
        const [result] = writing.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        return result?.busy === 0;
      } catch (error) {
        if (!isTrouble(told(error))) throw error;
        return false;
      } finally {
        writing.pragma(`busy_timeout = ${busyTimeoutMilliseconds}`);
      }
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
      for (const database of [writing, reading]) database.close();
    },
  };
}

function openUpToDate(file: string): Database.Database {
  try {
    const database = connect(file);
    migrateSqlite(database);
    return database;
  } catch (error) {
    throw isDamage(error) ? damaged(file, error) : error;
  }
}

type Told = Parameters<typeof kyselyOf>[1];

/** A reader that is in a transaction sees nothing of later writes; the write-ahead log grows meanwhile. */
async function snapshot<T>(file: string, told: Told, act: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const reading = connect(file);
  reading.exec('BEGIN');
  try {
    return await act(kyselyOf(reading, told));
  } finally {
    reading.exec('ROLLBACK');
    reading.close();
  }
}

/**
 * Takes the write lock at once: a transaction that reads first and writes later fails outright when
 * the CLI has written in between, instead of waiting. Nothing is written into a damaged file, where it would be lost to whoever
 * restores a backup; nor behind a log that the disk may not have kept, until it is written anew (docs/decisions/041-faults.md).
 */
const beginOn =
  (file: string, trouble: FileTrouble) =>
  async (connection: Kysely<Schema>, surely: Surely): Promise<void> => {
    if (trouble.damage !== undefined) throw new StoreBusy('the database is damaged', { cause: trouble.damage });
    // In the log's file, but not waiting for the disk: the next commit that does takes it along.
    if (surely === 'soon') await sql`pragma synchronous = normal`.execute(connection);
    await sql`begin immediate`.execute(connection);
    if (!trouble.unsynced) return;
    writeLogAnew(file);
    trouble.unsynced = false;
  };

const commit = async (connection: Kysely<Schema>): Promise<void> => {
  await sql`commit`.execute(connection);
};

const ended = async (connection: Kysely<Schema>, surely: Surely): Promise<void> => {
  if (surely === 'soon') await sql`pragma synchronous = full`.execute(connection);
};
