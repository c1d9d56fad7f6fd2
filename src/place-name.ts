import { createHash, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * By which a database knows a data folder again, and which tells nobody whose it is: random, in a file of the folder. Neither machines made from one image
 * nor a container made anew get another's name, as they would by the name of the host; that one serves where nothing can be written.
 */
export function placeName(dataDir: string): string {
  const file = join(dataDir, 'place-name');
  const fresh = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(fresh, randomUUID(), { mode: 0o600 });
    // Of two servers that begin at once, one has made it, and whole.
    linkSync(fresh, file);
  } catch {
    // It is there, or nothing can be.
  } finally {
    rmSync(fresh, { force: true });
  }
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return createHash('sha256').update(`${hostname()} ${dataDir}`).digest('hex').slice(0, 16);
  }
}
