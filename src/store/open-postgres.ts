import { Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely';
import { Pool, types as pgTypes, type ClientBase, type CustomTypesConfig, type PoolConfig } from 'pg';
import { changeListeners } from './change-listeners.ts';
import { migratePostgres } from './migrate.ts';
import { standForLeader } from './postgres-leader.ts';
import { listenForOthers, toldOthers } from './postgres-others.ts';
import { postgresRowNumbers } from './postgres-row-numbers.ts';
import { preparing } from './postgres-statements.ts';
import { asBusy, isTrouble, unreachable } from './postgres-trouble.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';
import { openWriter, type Surely } from './writer.ts';

/** One writes at a time; reads go beside it. */
const readers = 5;
/** Any number, the same for all of ours: whoever writes holds this lock until its transaction ends. */
const writersLock = 0x434b6974;
const connectTimeoutMilliseconds = 5000;
/** Longer than anything of ours takes; a network that swallows everything is noticed by this alone. */
const longestAnswerMilliseconds = 60_000;

/** Whole numbers beyond 2^53 do not occur here, so they need not be strings. */
const types: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pgTypes.builtins.INT8 ? Number : pgTypes.getTypeParser(oid, format)),
};

/**
 * The server lets go of us within seconds when our machine dies or our process hangs: it may hold the lock that all
 * writers wait for. Its own defaults are two hours and never.
 */
const mindful = `set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;
  set idle_in_transaction_session_timeout = '30s'`;

/**
 * Connects to a PostgreSQL database and brings its tables up to date. Several servers and commands may use it at once.
 * @param url `postgres://…`
 * @param answerTimeoutMilliseconds for tests
 */
export async function openPostgres(
  url: string,
  answerTimeoutMilliseconds: number = longestAnswerMilliseconds,
): Promise<Store> {
  const connection = {
    connectionString: url,
    types,
    connectionTimeoutMillis: connectTimeoutMilliseconds,
    keepAlive: true,
  };
  const schema = await migrate(connection).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  const pools = {
    write: aPool({ ...connection, query_timeout: answerTimeoutMilliseconds, max: 1 }),
    accounts: aPool({ ...connection, query_timeout: answerTimeoutMilliseconds, max: 2 }),
    read: aPool({ ...connection, query_timeout: answerTimeoutMilliseconds, max: readers }),
  };
  const writing = kyselyOn(preparing(pools.write));
  const accounts = kyselyOn(preparing(pools.accounts, asBusy));
  const read = kyselyOn(preparing(pools.read, asBusy));
  const others = listenForOthers(connection);
  // What is read from here on is not missed when it changes.
  await others.listening;
  const { tell, onChange } = changeListeners();
  const writer = openWriter(
    writing,
    {
      begin,
      commit: (db) => commit(db, others.name),
      ended: () => Promise.resolve(),
      isTrouble,
      numbers: postgresRowNumbers,
    },
    tell,
  );
  return {
    read,
    write: writer.write,
    writeTogether: writer.writeTogether,
    accounts,
    writeFacts: writer.facts,
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
    standForLeader: (onLead) => standForLeader(connection, (client) => client.query(mindful), onLead),
    close: async () => {
      await others.stop();
      await writer.close();
      // Kysely ends only what it has used.
      for (const pool of Object.values(pools)) if (!pool.ending) await pool.end();
    },
  };
}

const kyselyOn = (pool: PostgresPool): Kysely<Schema> => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

/** On a connection of its own: a migration may take longer than anything else. */
async function migrate(connection: PoolConfig): Promise<number> {
  const pool = aPool({ ...connection, max: 1 });
  try {
    return await migratePostgres(kyselyOn(preparing(pool)), writersLock);
  } finally {
    await pool.end();
  }
}

/** Its type does not tell that the pool waits for what this returns. */
const onConnect = (client: ClientBase): unknown => client.query(mindful);

function aPool(config: PoolConfig): Pool {
  const pool = new Pool({ ...config, onConnect });
  // A connection that breaks while nobody uses it is made anew by the next who does.
  pool.on('error', () => undefined);
  // One that breaks in the middle says so to its query as well; unheard, this event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Whoever set up the database may have told it to answer before anything is on disk: people are not answered so. */
const waiting: Record<Surely, string> = {
  soon: 'set local synchronous_commit = off',
  'on-disk': `select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'`,
};

/** Writers of all processes take turns, as on SQLite: what one has read is still so when it writes. One way there and back. */
async function begin(connection: Kysely<Schema>, surely: Surely): Promise<void> {
  await sql
    .raw(
      `begin isolation level read committed; ${waiting[surely]}; set local lock_timeout = '5s'; select pg_advisory_xact_lock(${writersLock})`,
    )
    .execute(connection);
}

/** Tells the others in the transaction itself: whoever hears of it finds it committed. */
async function commit(connection: Kysely<Schema>, name: string): Promise<void> {
  await sql.raw(`${toldOthers(name)}; commit`).execute(connection);
}
