import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

const folder = join(import.meta.dirname, 'migrations');

/** In SQLite's application_id: “CKit”. */
const ours = 0x434b6974;

/**
 * Applies the migrations that the database has not seen, each whole or not at all. How many were
 * applied stands in SQLite's own user_version.
 * @throws Error if the file is not ours, or was written by a newer version of the toolkit
 */
export function migrate(database: Database.Database): void {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted();
  database
    .transaction(() => {
      const applied = Number(database.pragma('user_version', { simple: true }));
      if (applied > 0 && database.pragma('application_id', { simple: true }) !== ours)
        throw new Error(
          `The database ${database.name} was made before personal data was sealed, or by another program. Export it with the version that made it, then start with an empty DATA_DIR.`,
        );
      if (applied > files.length)
        throw new Error(
          `The database ${database.name} was made by a newer version of Campaign Kit: update the toolkit.`,
        );
      for (const file of files.slice(applied)) database.exec(readFileSync(join(folder, file), 'utf8'));
      if (applied < files.length) {
        database.pragma(`application_id = ${ours}`);
        database.pragma(`user_version = ${files.length}`);
      }
    })
    .immediate();
}
