import { isoTime } from '../domain/clock.ts';
import { rowCount, rowsAfter, type AnyRow } from '../store/copy.ts';
import type { RowNumbers } from '../store/row-numbers.ts';
import type { Reading } from '../store/schema.ts';
import { tables, type Table } from '../store/tables.ts';

/** The first line of a backup. */
export interface BackupHead {
  campaignKit: 'backup';
  version: 1;
  /** Which migrations the tables have seen. */
  schema: number;
  /** ISO 8601. */
  madeAt: string;
  /** In hex. */
  serverKey: string;
  /** By table. */
  rows: Record<string, number>;
  /** The highest number that was given in each table. */
  numbers: Record<string, number>;
}

/** Stands before the rows of each table. Rows are arrays in the order of `columns`; `bytes` are in base 64. */
export interface BackupTable {
  table: string;
  columns: string[];
  bytes: string[];
}

/** Nobody is signed in where a backup is restored. */
const keptTables = tables.filter(({ momentary }) => momentary !== true);

/** Enough to keep the disk busy, few enough to hold in memory. */
const pageSize = 500;

interface Made {
  numbers: RowNumbers;
  schema: number;
  /** In hex. */
  serverKey: string;
  now: number;
}

export async function backupHead(
  db: Reading,
  { numbers: rowNumbers, schema, serverKey, now }: Made,
): Promise<BackupHead> {
  const rows: Record<string, number> = {};
  for (const table of keptTables) rows[table.name] = await rowCount(db, table);
  const numbers = await rowNumbers.given(db);
  return { campaignKit: 'backup', version: 1, schema, madeAt: isoTime(now), serverKey, rows, numbers };
}

/**
 * Everything in the database, as lines of JSON that any database can be filled from.
 * @param db one moment of the database: a snapshot
 */
export async function* backupLines(db: Reading, head: BackupHead): AsyncGenerator<{ text: string; rows: number }> {
  yield { text: `${JSON.stringify(head)}\n`, rows: 0 };
  for (const table of keptTables) yield* tableLines(db, table);
  // A backup that was cut off has no end.
  yield { text: `${JSON.stringify({ end: true })}\n`, rows: 0 };
}

async function* tableLines(db: Reading, table: Table): AsyncGenerator<{ text: string; rows: number }> {
  let after: AnyRow | undefined;
  for (;;) {
    const page = await rowsAfter(db, table, after, pageSize);
    const [first] = page;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const head: BackupTable = { table: table.name, columns, bytes: [...table.bytes] };
    const lines = page.map((row) => JSON.stringify(columns.map((column) => plain(row[column]))));
    yield {
      text: `${[...(after === undefined ? [JSON.stringify(head)] : []), ...lines].join('\n')}\n`,
      rows: page.length,
    };
    after = page.at(-1);
  }
}

const plain = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString('base64') : value);
