/** Opens what is sealed in a row: its record, or a sentence that says why it cannot be opened. */
export type OpenSealed = (row: { sealed: Buffer; epoch_id: number }, place: string) => Promise<object | string>;

/** What an export is made of. */
export interface Exportable<Row extends { id: number }, Opened> {
  /** How many rows there will be, about. */
  total: number;
  /** Rows by rising number, at most so many of them. */
  rowsAfter: (id: number, most: number) => Promise<Row[]>;
  /** The row with what was sealed in it, or a sentence that says why it cannot be opened. */
  open: (row: Row) => Promise<Opened | string>;
}

export interface ExportedPage<Opened> {
  opened: Opened[];
  /** Rows that are left out, each with the reason. */
  unopened: { id: number; reason: string }[];
}

/** Enough rows a read to keep the disk busy, few enough to hold in memory. */
const pageSize = 250;

/** A page of opened rows at a time: no read is longer than that, so nothing holds up those who write meanwhile. */
export async function* exportPages<Row extends { id: number }, Opened>({
  rowsAfter,
  open,
}: Exportable<Row, Opened>): AsyncGenerator<ExportedPage<Opened>> {
  let after = 0;
  for (;;) {
    const rows = await rowsAfter(after, pageSize);
    if (rows.length === 0) return;
    after = rows.at(-1)?.id ?? after;
    const page: ExportedPage<Opened> = { opened: [], unopened: [] };
    for (const row of rows) {
      const opened = await open(row);
      if (typeof opened === 'string') page.unopened.push({ id: row.id, reason: opened });
      else page.opened.push(opened);
    }
    yield page;
  }
}
