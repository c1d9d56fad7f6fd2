import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types as pgTypes, type CustomTypesConfig } from 'pg';
import { changeListeners } from './change-listeners.ts';
import { migratePostgres } from './migrate.ts';
import { listenForOthers, tellOthers } from './postgres-others.ts';
import { postgresRowNumbers } from './postgres-row-numbers.ts';
import type { Schema } from './schema.ts';
import { StoreUnreachable, type Store } from './store.ts';
import { openWriter } from './writer.ts';

/** One writes at a time; reads go beside it. */
const readers = 5;
/** Any number, the same for all of ours: whoever writes holds this lock until its transaction ends. */
const writersLock = 0x434b6974;
const connectTimeoutMilliseconds = 5000;

/** Whole numbers beyond 2^53 do not occur here, so they need not be strings. */
const types: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pgTypes.builtins.INT8 ? Number : pgTypes.getTypeParser(oid, format)),
};

/**
 * Connects to a PostgreSQL database and brings its tables up to date. Several servers and commands may use it at once.
 * @param url `postgres://…`
 */
export async function openPostgres(url: string): Promise<Store> {
  const connection = { connectionString: url, types, connectionTimeoutMillis: connectTimeoutMilliseconds };
  const pools = { write: new Pool({ ...connection, max: 1 }), read: new Pool({ ...connection, max: readers }) };
  // A connection that breaks while nobody uses it is made anew by the next who does.
  for (const pool of Object.values(pools)) {
    pool.on('error', () => undefined);
    // One that breaks in the middle says so to its query as well; unheard, this event would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
  }
  const writing = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pools.write }) });
  const read = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pools.read }) });
  const schema = await migratePostgres(writing, writersLock).catch(async (error: unknown) => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    throw unreachable(url, error);
  });
  const others = listenForOthers(connection);
  const { tell, onChange } = changeListeners();
  const beforeCommit = (db: Kysely<Schema>) => tellOthers(db, others.name);
  const writer = openWriter(writing, { begin, beforeCommit, isTrouble, numbers: postgresRowNumbers }, tell);
  return {
    read,
    write: writer.write,
    writeFacts: writer.facts,
    accounts: writing,
    snapshot: (act) =>
      read.connection().execute(async (reading) => {
        await sql`begin isolation level repeatable read read only`.execute(reading);
        try {
          return await act(reading);
        } finally {
          await sql`rollback`.execute(reading);
        }
      }),
    numbers: postgresRowNumbers,
    schema,
    shred: () => true,
    onChange,
    changedElsewhere: others.haveWritten,
    close: async () => {
      await others.stop();
      await writer.close();
      await read.destroy();
    },
  };
}

function unreachable(url: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const { host, pathname } = new URL(url);
  return new StoreUnreachable(
    `The database ${host}${pathname} cannot be used (${String(error.code)}): does it run, are name and password in DATABASE_URL right?`,
    { cause: error },
  );
}

/** Writers of all processes take turns, as on SQLite: what one has read is still so when it writes. */
async function begin(connection: Kysely<Schema>): Promise<void> {
  await sql`begin isolation level read committed`.execute(connection);
  await sql`set local lock_timeout = '5s'`.execute(connection);
  await sql`select pg_advisory_xact_lock(${writersLock})`.execute(connection);
}

/**
 * A full disk or memory (class 53), another writer that does not end (55P03), a server that stops or starts (57P), a
 * connection that broke (08, and Node's own words). https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const isTrouble = (error: unknown): boolean =>
  error instanceof Error &&
  (/Connection terminated|timeout exceeded/.test(error.message) ||
    ('code' in error && /^(?:53|55P03|57P|08|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST)/.test(String(error.code))));
