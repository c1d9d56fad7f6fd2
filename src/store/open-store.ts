import type { DatabaseAddress } from '../domain/database-address.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Store } from './store.ts';

/** Opens the database, and brings its tables up to date. */
export async function openStore(database: DatabaseAddress): Promise<Store> {
  if (database.kind === 'sqlite') return openSqlite(database.file);
  // Loaded only by those who use it.
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(database.url);
}
