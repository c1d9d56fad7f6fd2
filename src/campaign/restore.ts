import { Refusal } from '../domain/refusal.ts';
import type { Erasure } from '../domain/erasure.ts';
import { insertRows, isEmpty, rowCount, type AnyRow } from '../store/copy.ts';
import { dropUnsent } from '../store/outbox.ts';
import { numberedTables, tables } from '../store/tables.ts';
import type { Writing } from '../store/writer.ts';
import type { BackupHead, BackupTable } from './backup.ts';
import type { Vault } from '../vault/vault.ts';
import type { Context } from './context.ts';
import { forgetKeyPlaces } from './key-places.ts';
import { noteAct } from './note-act.ts';
import { forgetSiteAddress } from './site-address.ts';

/** A backup that cannot be restored here. The message is one sentence. */
export class RestoreRefused extends Refusal {}

/** SQLite takes 32,766 values a statement, PostgreSQL 65,535. */
const rowsAtOnce = 500;

export interface Restoring {
  lines: AsyncIterable<string>;
  schema: number;
  /** Called with the head before anything is written: takes the server key and opens its vault, or throws. */
  begin: (head: BackupHead) => Vault;
  /** Whether mails that waited when the backup was made are sent. */
  withOutbox: boolean;
  restored: (rows: number) => void;
}

/**
 * Fills an empty database from a backup: whole or not at all. Then its log says so.
 * @throws RestoreRefused
 */
export async function restore(
  { store, ledger, now }: Pick<Context, 'store' | 'ledger' | 'now'>,
  { lines, schema, begin, withOutbox, restored }: Restoring,
): Promise<BackupHead> {
  if (!(await isEmpty(store.read)))
    throw new RestoreRefused(
      'The database is not empty: restore into a new one, and keep the old one until you have looked.',
    );
  const erased = await ledger.read();
  return store.write(async (writing) => {
    const reading = lines[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
    const head = headOf(await nextLine(reading), schema);
    const vault = begin(head);
    await insertLines(writing, reading, restored).catch((error: unknown) => {
      if (error instanceof RestoreRefused || !isAboutRow(error)) throw error;
      throw new RestoreRefused('The backup is damaged: a row in it does not fit its table.', { cause: error });
    });
    for (const table of tables) {
      const found = await rowCount(writing.db, table);
      const expected = head.rows[table.name] ?? 0;
      if (found !== expected)
        throw new RestoreRefused(`The backup is damaged: ${found} of ${expected} rows of ${table.name} are in it.`);
    }
    await forgetSiteAddress(writing);
    await writing.numbers.raise(writing.db, neverAgain(head.numbers, erased));
    await forgetKeyPlaces(writing);
    if (!withOutbox) await dropUnsent(writing, now());
    const facts = { made_at: head.madeAt, outbox: withOutbox };
    await noteAct(writing, vault, { at: now(), organizer: 'command', act: 'backup-restored', campaign: '', facts });
    return head;
  });
}

/** Whether the database did not want what stands in a row, or its driver could not even say it; a full disk is another matter. */
const isAboutRow = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  (error instanceof Error && 'code' in error && !/FULL|NOSPC|53100/.test(String(error.code)));

/** More rows than anybody gets between two backups. */
const gap = 1_000_000;

/**
 * Numbers that were given after the backup was made, and are lost with it, stand in mails: as Message-ID, in links, in
 * senders of letters. They belong to nobody else, ever; nor do those that were erased since.
 */
function neverAgain(given: Record<string, number>, erased: readonly Erasure[]): Record<string, number> {
  const numbers: Record<string, number> = Object.fromEntries(
    numberedTables.map((table) => [table, (given[table] ?? 0) + gap]),
  );
  for (const erasure of erased)
    if ('id' in erasure) {
      const table = erasure.kind === 'letter' ? 'letters' : 'signatures';
      numbers[table] = Math.max(numbers[table] ?? 0, erasure.id);
    }
  return numbers;
}

async function nextLine(reading: AsyncIterator<string, undefined>): Promise<unknown> {
  const { value, done } = await reading.next().catch((error: unknown) => {
    if (error instanceof RestoreRefused) throw error;
    throw new RestoreRefused('The backup is damaged: it does not open to its end.', { cause: error });
  });
  if (done === true) throw new RestoreRefused('The backup is cut off: its end is missing.');
  try {
    return JSON.parse(value);
  } catch {
    throw new RestoreRefused('This is no backup of Campaign Kit, or it is damaged.');
  }
}

function headOf(line: unknown, schema: number): BackupHead {
  const head = line as BackupHead;
  if (head?.campaignKit !== 'backup') throw new RestoreRefused('This is no backup of Campaign Kit.');
  const { serverKey, madeAt, rows, numbers } = head;
  const isWhole = typeof serverKey === 'string' && /^[0-9a-f]{64}$/.test(serverKey) && typeof madeAt === 'string';
  if (!isWhole || !areNumbers(rows) || !areNumbers(numbers))
    throw new RestoreRefused('The backup is damaged: its head is not complete.');
  if (head.version !== 1 || head.schema !== schema)
    throw new RestoreRefused(
      `The backup was made by another version of Campaign Kit (tables ${head.schema}, here ${schema}): restore it with that version, then update.`,
    );
  return head;
}

const areNumbers = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(Number.isSafeInteger);

async function insertLines(
  writing: Writing,
  reading: AsyncIterator<string, undefined>,
  restored: (rows: number) => void,
): Promise<void> {
  let head: BackupTable | undefined;
  let rows: AnyRow[] = [];
  const flush = async (): Promise<void> => {
    const table = tables.find(({ name }) => name === head?.table);
    if (table === undefined && rows.length > 0)
      throw new RestoreRefused(`The backup has a table that is unknown here: ${head?.table}.`);
    if (table !== undefined) await insertRows(writing, table, rows);
    restored(rows.length);
    rows = [];
  };
  for (;;) {
    const line = await nextLine(reading);
    if (Array.isArray(line) && head !== undefined) {
      rows.push(rowOf(line, head));
      if (rows.length === rowsAtOnce) await flush();
      continue;
    }
    await flush();
    if (isEnd(line)) {
      if ((await reading.next()).done !== true)
        throw new RestoreRefused('The backup is damaged: it goes on after its end.');
      return;
    }
    head = tableOf(line);
  }
}

const isEnd = (line: unknown): boolean => (line as { end?: unknown } | null)?.end === true;

function tableOf(line: unknown): BackupTable {
  const { table, columns, bytes } = (line ?? {}) as Partial<BackupTable>;
  const areNames = (names: unknown): boolean =>
    Array.isArray(names) && names.every((name) => typeof name === 'string' && /^[A-Za-z_0-9]+$/.test(name));
  if (
    typeof table !== 'string' ||
    columns === undefined ||
    bytes === undefined ||
    !areNames(columns) ||
    !areNames(bytes)
  )
    throw new RestoreRefused('The backup is damaged: a table in it has no name or no columns.');
  return { table, columns, bytes };
}

const rowOf = (values: unknown[], { columns, bytes }: BackupTable): AnyRow =>
  Object.fromEntries(
    columns.map((column, at) => {
      const value = values[at];
      return [column, typeof value === 'string' && bytes.includes(column) ? Buffer.from(value, 'base64') : value];
    }),
  );
