import { sql, type Kysely } from 'kysely';
import { inPowersOfTwo } from './powers-of-two.ts';
import type { Schema } from './schema.ts';

/** Tables of counts, each with the columns that say what it counts. Their last column is `count`. */
const keys = {
  signature_counts: ['campaign_id', 'origin', 'state'],
  signature_hours: ['campaign_id', 'hour', 'event'],
  signature_days: ['campaign_id', 'day', 'event'],
  signature_countries: ['campaign_id', 'origin', 'country'],
  signature_texts: ['campaign_id', 'origin', 'text_id'],
  signature_sources: ['campaign_id', 'source', 'state'],
  confirmation_delays: ['campaign_id', 'hours'],
  signature_trends: ['campaign_id', 'kind', 'hour', 'tag'],
  letter_counts: ['campaign_id', 'state'],
  delivery_counts: ['campaign_id', 'representative_id', 'state'],
  outbox_counts: ['campaign_id'],
  mail_hours: ['hour', 'outcome', 'reason'],
} as const;

type TallyTable = keyof typeof keys;
type Key<Table extends TallyTable> = Omit<Schema[Table], 'count'>;

/** Counts something up, or down. */
export type Tally = <Table extends TallyTable>(table: Table, key: Key<Table>, by: number) => void;

/** Increments of one transaction: each row is written once for the whole group, however many signatures it counts. */
export function openTallies() {
  const tables = new Map<TallyTable, Map<string, { values: unknown[]; by: number }>>();
  const tally: Tally = (table, key, by) => {
    const values = keys[table].map((column) => (key as Record<string, unknown>)[column]);
    const name = values.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : String(value))).join('\0');
    const rows = tables.get(table) ?? new Map<string, { values: unknown[]; by: number }>();
    tables.set(table, rows);
    const row = rows.get(name);
    if (row === undefined) rows.set(name, { values, by });
    else row.by += by;
  };
  return {
    tally,
    flush: async (db: Kysely<Schema>): Promise<void> => {
      for (const [table, rows] of tables)
        await add(
          db,
          table,
          [...rows.values()].filter(({ by }) => by !== 0),
        );
    },
  };
}

async function add(db: Kysely<Schema>, table: TallyTable, rows: { values: unknown[]; by: number }[]): Promise<void> {
  const columns = keys[table].map((column) => sql.ref(column));
  for (const part of inPowersOfTwo(rows, columns.length + 1)) {
    const some = part.map(({ values, by }) => sql`(${sql.join([...values, by])})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns)}, count) values ${sql.join(some)}
      on conflict (${sql.join(columns)}) do update set count = ${sql.ref(`${table}.count`)} + excluded.count`.execute(
      db,
    );
  }
}
