import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { damaged } from './damaged.ts';
import { isDamage } from './sqlite-trouble.ts';

/** Read through in about a second. A larger file is looked at where it is used, and whole by `campaign doctor`. */
const mostBytesAtStart = 256 * 1024 * 1024;

/**
 * Looks at a SQLite file before anybody writes to it, by a connection that cannot: a file that is damaged stays as it was found.
 * @param known whether there has been a database here, so that an empty file is none of ours
 * @throws Damaged
 */
export function examineFile(file: string, known: boolean): void {
  if (!existsSync(file)) return;
  const { size } = statSync(file);
  if (size === 0 && known) throw damaged(file, 'it is empty');
  if (size === 0) return;
  const [fault] = faultsIn(file, size <= mostBytesAtStart);
  if (fault !== undefined) throw damaged(file, fault);
}

/** What SQLite finds wrong with a file. @param whole false: only where it is read anyway */
export function faultsIn(file: string, whole: boolean): string[] {
  const database = new Database(file, { readonly: true });
  try {
    database.pragma('schema_version');
    const found = whole ? (database.pragma('quick_check(1)') as { quick_check: string }[]) : [];
    // SQLite tells of the first fault on several lines.
    return found.map((row) => row.quick_check.replaceAll(/\s+/g, ' ')).filter((fault) => fault !== 'ok');
  } catch (error) {
    if (isDamage(error) && error instanceof Error) return [error.message];
    throw error;
  } finally {
    database.close();
  }
}
