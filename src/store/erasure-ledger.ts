import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseErasure, type Erasure } from '../domain/erasure.ts';

/** What was erased on somebody's wish. It lies outside the database and its backups, and is applied to whatever comes from one. */
export interface ErasureLedger {
  /** Resolves once the lines are on disk; called before the rows go, so that no crash forgets a wish. */
  append(erasures: readonly Erasure[]): Promise<void>;
  read(): Promise<Erasure[]>;
}

/** @param file a line of JSON an erasure, only ever appended to */
export const openErasureLedger = (file: string): ErasureLedger => ({
  append: async (erasures) => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const isNew = !existsSync(file);
    const handle = await open(file, 'a', 0o600);
    try {
      await handle.appendFile(erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join(''));
      await handle.datasync();
    } finally {
      await handle.close();
    }
    if (isNew) await syncFolder(dirname(file));
  },
  read: async () => {
    if (!existsSync(file)) return [];
    const lines = (await readFile(file, 'utf8')).split('\n');
    return lines.map(parseErasure).filter((erasure) => erasure !== undefined);
  },
});

/** A new file's name is on disk only once its folder is. Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Tells whether a row still belongs to the person whose erasure names its number. */
export const personMark = (addressIndex: Buffer): string =>
  createHash('sha256').update('erased').update(addressIndex).digest('hex').slice(0, 16);
