import type { TestProject } from 'vitest/node';
import { aPostgres } from './a-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One PostgreSQL for all tests that run on it; each makes a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await aPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
