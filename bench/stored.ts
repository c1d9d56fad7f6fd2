import { join } from 'node:path';
import Database from 'better-sqlite3';

/** How many signatures lie in a data folder, in a state if one is named. */
export function stored(dataDir: string, state?: string): number {
  const database = new Database(join(dataDir, 'campaign.db'));
  try {
    const { rows } = database
      .prepare(`select count(*) as rows from signatures where ? is null or state = ?`)
      .get(state ?? null, state ?? null) as { rows: number };
    return rows;
  } finally {
    database.close();
  }
}

/** A copy of the database, for a floor that stands at the same number of rows. @returns its file */
export async function copyOf(dataDir: string): Promise<string> {
  const database = new Database(join(dataDir, 'campaign.db'));
  const copy = join(dataDir, 'floor.db');
  try {
    await database.backup(copy);
  } finally {
    database.close();
  }
  return copy;
}

/** How many mails a data folder's outbox still has to send. */
export function waitingMails(dataDir: string): number {
  const database = new Database(join(dataDir, 'campaign.db'), { readonly: true });
  try {
    const { rows } = database
      .prepare(`select count(*) as rows from messages where state in ('due', 'claimed')`)
      .get() as { rows: number };
    return rows;
  } finally {
    database.close();
  }
}
