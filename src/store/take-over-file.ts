import type { DatabaseAddress } from '../domain/database-address.ts';
import { examineFile } from './examine-file.ts';
import { lostCommits } from './lost-commits.ts';
import { writeLogAnew } from './sqlite-log.ts';

/**
 * What a server that has the lock does before it opens a SQLite file: looks whether it is whole, and has the disk keep the log that
 * another process left, which may have died because the disk would not. On PostgreSQL its own server does so.
 * @param known whether there has been a database here
 * @returns how many transactions in the log cannot be read any more
 * @throws Damaged
 */
export function takeOverFile(database: DatabaseAddress, known: boolean): number {
  if (database.kind === 'postgres') return 0;
  examineFile(database.file, known);
  const lost = lostCommits(database.file);
  writeLogAnew(database.file);
  return lost;
}
