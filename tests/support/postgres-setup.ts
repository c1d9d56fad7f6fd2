import type { TestProject } from 'vitest/node';
import { makeTables } from './a-database.ts';
import { aPostgres } from './a-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One PostgreSQL for all tests that run on it; each makes a database of its own, most by copying one with tables. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await aPostgres();
  await makeTables(server.url);
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
