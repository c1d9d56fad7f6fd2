import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { tables } from '../../src/store/tables.ts';

let folder: string;
let database: Database.Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-tables-'));
  const file = join(folder, 'campaign.db');
  await (await openStore({ kind: 'sqlite', file })).close();
  database = new Database(file, { readonly: true });
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

interface Column {
  name: string;
  type: string;
  /** Its place in the primary key, from 1; 0 if it is not part of it. */
  pk: number;
}

const columnsOf = (table: string) => database.pragma(`table_info(${table})`) as Column[];
const namesOf = (columns: Column[]) => columns.map(({ name }) => name);
const listed: string[] = tables.map(({ name }) => name);

test('no table that migrations make is left out of a backup, and none is listed that is not there', () => {
  const made = database.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`);
  expect(listed.toSorted()).toEqual((made.pluck().all() as string[]).toSorted());
});

test('each table stands after those that it points to, so that a restored row always finds what it names', () => {
  for (const [at, table] of listed.entries()) {
    const pointedTo = database.pragma(`foreign_key_list(${table})`) as { table: string }[];
    for (const { table: other } of pointedTo) expect(listed.slice(0, at)).toContain(other);
  }
});

test('exactly the columns that hold bytes are listed as such', () => {
  for (const { name, bytes } of tables) {
    const blobs = columnsOf(name).filter(({ type }) => type === 'BLOB');
    expect([name, ...bytes].toSorted()).toEqual([name, ...namesOf(blobs)].toSorted());
  }
});

test('rows are paged by the whole primary key, in the order of its index', () => {
  for (const { name, key } of tables) {
    const primary = columnsOf(name).filter(({ pk }) => pk > 0);
    expect([name, ...key]).toEqual([name, ...namesOf(primary.toSorted((one, other) => one.pk - other.pk))]);
  }
});
