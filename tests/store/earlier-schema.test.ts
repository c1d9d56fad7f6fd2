import { mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig, type Config } from '../../src/config.ts';
import { projectRoot } from '../../src/places.ts';
import { rowCount } from '../../src/store/copy.ts';
import { asPostgres } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { tables } from '../../src/store/tables.ts';
import { aDatabase, askPostgres, type TestDatabase } from '../support/a-database.ts';

let database: TestDatabase;
let config: Config;
const begin = async (): Promise<void> => {
  database = await aDatabase({ empty: true });
  config = readConfig({ DATA_DIR: await mkdtemp(join(tmpdir(), 'campaign-kit-earlier-')), ...database.env });
};
const end = async (): Promise<void> => {
  await database.remove();
  await rm(config.dataDir, { recursive: true });
};
beforeEach(begin);
afterEach(end);

const folder = join(projectRoot, 'src/store/migrations');
const migrations = readdirSync(folder)
  .toSorted()
  .map((file) => readFileSync(join(folder, file), 'utf8'));
const aCampaign = `insert into campaigns (slug, index_key) values ('of-old', null)`;

/** “CKit”, in SQLite's application_id. */
const ours = 0x434b6974;

/** A database as a version left it that knew only so many migrations, with a campaign in it. */
async function asOfOld(applied: number): Promise<void> {
  const some = migrations.slice(0, applied);
  if (config.database.kind === 'postgres') {
    for (const migration of some) await askPostgres(config.database.url, asPostgres(migration));
    await askPostgres(config.database.url, `create table migrations as select ${applied}::bigint as applied`);
    await askPostgres(config.database.url, aCampaign);
    return;
  }
  const sqlite = new Database(config.database.file);
  for (const migration of some) sqlite.exec(migration);
  sqlite.pragma(`application_id = ${ours}`);
  sqlite.pragma(`user_version = ${applied}`);
  sqlite.exec(aCampaign);
  sqlite.close();
}

test('a database of any earlier version moves on when it is opened, and keeps what is in it', async () => {
  expect(migrations.length).toBeGreaterThan(1);
  for (let applied = 1; applied < migrations.length; applied++) {
    await asOfOld(applied);
    const store = await openStore(config.database);
    const campaigns = await store.read.selectFrom('campaigns').select('slug').execute();
    for (const table of tables) await rowCount(store.read, table);
    await store.close();
    expect([store.schema, campaigns]).toEqual([migrations.length, [{ slug: 'of-old' }]]);
    await end();
    await begin();
  }
});

test('two servers that start on an empty database at once make its tables once', async () => {
  const stores = await Promise.all([openStore(config.database), openStore(config.database)]);
  expect(stores.map(({ schema }) => schema)).toEqual([migrations.length, migrations.length]);
  await Promise.all(stores.map((store) => store.close()));
});

test('a database of a newer version is refused in one line', async () => {
  await asOfOld(migrations.length);
  if (config.database.kind === 'postgres')
    await askPostgres(config.database.url, 'update migrations set applied = 999');
  else {
    const sqlite = new Database(config.database.file);
    sqlite.pragma('user_version = 999');
    sqlite.close();
  }
  await expect(Promise.resolve().then(() => openStore(config.database))).rejects.toThrow(
    /^The database .+ newer version .+$/,
  );
});
