import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../domain/refusal.ts';
import { addMeant, isTorn, parseErasure, type Erasure } from '../domain/erasure.ts';

/** The ledger holds lines that nobody of ours wrote: what they said would be lost. The message is one sentence. */
class LedgerDamaged extends Refusal {}

/** What was erased, withdrawn or hidden on somebody's wish. It lies outside the database and its backups, and is applied to whatever comes from one. */
export interface ErasureLedger {
  exists(): boolean;
  /** Resolves once the lines are on disk; called before the rows go, so that no crash forgets a wish. */
  append(erasures: readonly Erasure[]): Promise<void>;
  /** In bytes: it only ever grows, so one that is as long as before is the same. */
  size(): Promise<number>;
  /** What of it still holds. @throws LedgerDamaged */
  read(): Promise<Erasure[]>;
}

/** @param file a line of JSON an erasure, only ever appended to */
export const openErasureLedger = (file: string): ErasureLedger => ({
  exists: () => existsSync(file),
  append: async (erasures) => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const isNew = !existsSync(file);
    const handle = await open(file, 'a+', 0o600);
    try {
      const lines = erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join('');
      await handle.appendFile(`${(await endsLine(handle)) ? '' : '\n'}${lines}`);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    if (isNew) await syncFolder(dirname(file));
  },
  size: async () => (existsSync(file) ? (await stat(file)).size : 0),
  read: async () => {
    const meant = new Map<string, Erasure>();
    if (!existsSync(file)) return [];
    const handle = await open(file);
    let number = 0;
    // By line: whoever hides and shows a name for hours makes it long.
    for await (const line of handle.readLines()) {
      number += 1;
      const erasure = parseErasure(line);
      if (erasure !== undefined) addMeant(meant, erasure);
      else if (!isTorn(line))
        throw new LedgerDamaged(`Line ${number} of ${file} is damaged: put a good copy of the file back.`);
    }
    return [...meant.values()];
  },
});

/** A line that was torn when the machine died must not swallow the next one. */
async function endsLine(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return true;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}

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

/** Of everything that an address sent. */
export const markOfPerson = (row: { address_index: Buffer }): string => markOf(row.address_index);

/** Of one form that an address sent: no two are sealed alike. */
export const markOfForm = (row: { address_index: Buffer; own: Buffer }): string => markOf(row.address_index, row.own);

function markOf(...parts: Buffer[]): string {
  const hash = createHash('sha256').update('erasure');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}
