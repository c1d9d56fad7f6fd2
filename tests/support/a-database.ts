import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openStore } from '../../src/store/open-store.ts';

export interface TestDatabase {
  /** Settings that make our program use it; none for SQLite in the data folder. */
  env: Record<string, string>;
  remove(): Promise<void>;
}

/** In the PostgreSQL of the tests: has the tables and nothing else. Copying it saves a fifth of a database's time. */
const withTables = 'with_tables';

/**
 * A throwaway database of the kind that the test runs on.
 * @param empty without tables, as an operator makes it
 */
export async function aDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (server === undefined) return { env: {}, remove: () => Promise.resolve() };
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await askPostgres(server, `create database ${name}${empty ? '' : ` template ${withTables}`}`);
  const remove = async () => void (await askPostgres(server, `drop database ${name} with (force)`));
  return { env: { DATABASE_URL: named(server, name) }, remove };
}

/** Once for each PostgreSQL, before the first database is asked for. */
export async function makeTables(server: string): Promise<void> {
  await askPostgres(server, `create database ${withTables}`);
  const store = await openStore({ kind: 'postgres', url: named(server, withTables) });
  await store.close();
}

function named(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** One statement on a connection of its own. @param url `postgres://…` */
export async function askPostgres(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
