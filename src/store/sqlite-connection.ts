import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Schema } from './schema.ts';

/** Longer than any of our transactions: the CLI beside a busy server waits rather than fails. */
export const busyTimeoutMilliseconds = 5000;

export function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: busyTimeoutMilliseconds });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is deleted is overwritten in the file at once, and not only when its page is used again.
    database.pragma('secure_delete = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** What an error becomes for whoever asked. */
type Told = (error: unknown) => unknown;

export const kyselyOf = (database: Database.Database, told: Told): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database: withPrepared(database, told) }) });

/** Those that come again and again are far fewer; the longest takes some hundred kilobytes. */
const mostPrepared = 200;

type Statement = ReturnType<SqliteDatabase['prepare']>;

/** Kysely has each statement prepared anew each time, which takes longer than running it. */
function withPrepared(database: Database.Database, told: Told): SqliteDatabase {
  const prepared = new Map<string, Statement>();
  return {
    prepare: (text) => {
      const known = prepared.get(text);
      const statement = known ?? telling(told, database, text);
      // Moved to the end: the front of the map is what nobody has asked for longest.
      if (known !== undefined) prepared.delete(text);
      else if (prepared.size >= mostPrepared) prepared.delete(prepared.keys().next().value ?? text);
      prepared.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

function telling(told: Told, database: Database.Database, text: string): Statement {
  const tell = <T>(does: () => T): T => {
    try {
      return does();
    } catch (error) {
      throw told(error);
    }
  };
  const statement = tell(() => database.prepare(text));
  return {
    reader: statement.reader,
    all: (values) => tell(() => statement.all(values)),
    run: (values) => tell(() => statement.run(values)),
    iterate: (values) => statement.iterate(values),
  };
}
