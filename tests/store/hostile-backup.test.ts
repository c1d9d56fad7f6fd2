import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constant, constantFrom, dictionary, jsonValue, oneof, record } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restore, RestoreRefused } from '../../src/campaign/restore.ts';
import { readConfig } from '../../src/config.ts';
import { isEmpty } from '../../src/store/copy.ts';
import { openErasureLedger } from '../../src/store/erasure-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { tables } from '../../src/store/tables.ts';
import { openVault } from '../../src/vault/vault.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { fuzzRuns } from '../support/hostile-text.ts';

let database: TestDatabase;
let store: Store;
let folder: string;
beforeAll(async () => {
  database = await aDatabase();
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-hostile-backup-'));
  store = await openStore(readConfig({ DATA_DIR: folder, ...database.env }).database);
});
afterAll(async () => {
  await store.close();
  await database.remove();
  await rm(folder, { recursive: true });
});

const head = () => ({
  campaignKit: 'backup',
  version: 1,
  schema: store.schema,
  madeAt: '2026-11-23T12:00:00Z',
  serverKey: '0'.repeat(64),
  rows: {},
  numbers: {},
});

const json = jsonValue({ maxDepth: 3, stringUnit: 'binary' });
const columns = ['id', 'slug', 'name', 'value', 'state', 'at', 'sealed', 'campaign_id', '__proto__'];
const tableHead = record({
  table: oneof(constantFrom(...tables.map(({ name }) => name)), json),
  columns: oneof(array(constantFrom(...columns), { maxLength: 4 }), json),
  bytes: oneof(array(constantFrom(...columns), { maxLength: 2 }), json),
});
const body = array(oneof(tableHead, array(json, { maxLength: 5 }), json), { maxLength: 8 });
/** What of the head is another than it should be. */
const changes = dictionary(
  constantFrom(...Object.keys({ campaignKit: 0, version: 0, schema: 0, madeAt: 0, serverKey: 0, rows: 0, numbers: 0 })),
  json,
  { maxKeys: 2 },
);

const facts = { table: 'facts', columns: ['name', 'value'], bytes: [] };
const examples: [Record<string, never>, never[]][] = [
  [{ rows: null }, [{ end: true }]],
  [{ numbers: [1, {}] }, [{ end: true }]],
  [{ rows: { facts: 9 } }, [facts, [{}, 'x']]],
  [{ rows: { facts: 9 } }, [facts, ['x', true], { end: true }]],
  [{ rows: { facts: 9 } }, [facts, ['x', ['y']], { end: true }]],
  [{ madeAt: {} }, [{ end: true }]],
] as never;

test('whatever stands in a backup is restored whole or refused in a sentence, and nothing is left of it', async () => {
  await assert(
    asyncProperty(oneof(constant({}), changes), body, async (changed, lines) => {
      const outcome = await restore(
        { store, ledger: openErasureLedger(join(folder, 'erasures.jsonl')), now: () => 1_790_000_000 },
        {
          lines: (async function* () {
            for (const line of [{ ...head(), ...changed }, ...lines]) yield JSON.stringify(line);
          })(),
          schema: store.schema,
          begin: ({ serverKey }) => openVault(Buffer.from(serverKey, 'hex')),
          withOutbox: true,
          restored: () => undefined,
        },
      ).catch((error: unknown) => error);
      // None of these ends as a backup does.
      expect(outcome).toBeInstanceOf(RestoreRefused);
      expect((outcome as Error).message).toMatch(/^[A-Z].*[.:]/);
      expect(await isEmpty(store.read)).toBe(true);
    }),
    { numRuns: fuzzRuns(150), examples },
  );
});
