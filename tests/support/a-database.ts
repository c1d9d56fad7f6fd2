import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** Settings that make our program use it; none for SQLite in the data folder. */
  env: Record<string, string>;
  remove(): Promise<void>;
}

/** A throwaway database of the kind that the test runs on. */
export async function aDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (server === undefined) return { env: {}, remove: () => Promise.resolve() };
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await askPostgres(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    env: { DATABASE_URL: url.href },
    remove: async () => void (await askPostgres(server, `drop database ${name} with (force)`)),
  };
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
