import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { startCampaign } from '../../src/campaign/start-campaign.ts';
import { epochSeconds } from '../../src/domain/limits.ts';
import { markOfPerson } from '../../src/store/erasure-ledger.ts';
import { consentWording } from '../../src/strings/consent-wording.ts';
import { newEpochKey, wrapEpochKey } from '../../src/vault/epoch-key.ts';
import { newIdentity } from '../../src/vault/identity.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { typed } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

/** Rows 1 to 5: the first three of one epoch, the others of the next; Eve signed another campaign. */
const [ada, ben, cleo, dan, eve] = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'] as const;
let folder: string;
let signed: TestContext;
let thief: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-faults-'));
  signed = await aContext();
  const { socialCredit, clock } = signed;
  const settings = { ...socialCredit.settings, slug: 'another' };
  const another = await startCampaign(signed, settings, {
    languages: ['en'],
    consent: (locale) => consentWording(settings.publisher.name, locale),
  });
  const sign = (name: string, campaign = socialCredit) =>
    signPetition(signed, campaign, 'en', typed({ name, email: `${name.toLowerCase()}@example.org` }));
  for (const name of [ada, ben, cleo]) await sign(name);
  clock.at += epochSeconds;
  await sign(dan);
  await sign(eve, another);
  thief = await wrapEpochKey(newEpochKey(), [(await newIdentity()).recipient]);
});
afterAll(async () => {
  await signed.remove();
  rmSync(folder, { recursive: true });
});

let copies = 0;
/** A copy of the data folder in which somebody changed the database. */
async function changed(change: (database: Database.Database) => void): Promise<string> {
  const dataDir = join(folder, `data-${(copies += 1)}`);
  // Into the file with what the log still holds.
  signed.store.shred();
  cpSync(signed.config.dataDir, dataDir, { recursive: true });
  const database = new Database(join(dataDir, 'campaign.db'));
  change(database);
  database.close();
  return dataDir;
}

const exported = (dataDir: string, ...args: string[]) =>
  runCommand(dataDir, 'export', 'social-credit', '--all', ...args);

const namesIn = (jsonLines: string): string[] =>
  jsonLines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { name: string }).name);

const sealedOf = (database: Database.Database, id: number): Buffer =>
  database.prepare('select sealed from signatures where id = ?').pluck().get(id) as Buffer;
const setSealed = (database: Database.Database, id: number, sealed: Buffer): void =>
  void database.prepare('update signatures set sealed = ? where id = ?').run(sealed, id);

const wasChanged = 'what is sealed was changed, or belongs to another row';
const notSealedTo = (epoch: number): string => `epoch ${epoch} is not sealed to this identity`;

test('without any fault everybody is exported, and nobody from another campaign', async () => {
  const answer = await exported(await changed(() => undefined), '--format', 'jsonl');
  expect(answer).toMatchObject({ code: 0, stderr: '' });
  expect(namesIn(answer.stdout)).toEqual([ada, ben, cleo, dan]);
  const rows = await signed.store.read.selectFrom('signatures').select('epoch_id').orderBy('id').execute();
  expect(rows.map(({ epoch_id }) => epoch_id)).toEqual([1, 1, 1, 2, 2]);
});

interface Fault {
  what: string;
  change: (database: Database.Database) => void;
  left: number[];
  reason: string;
  rest: string[];
}

const faults: Fault[] = [
  {
    what: 'two people’s sealed columns were swapped',
    change: (database) => {
      const [adas, bens] = [sealedOf(database, 1), sealedOf(database, 2)];
      setSealed(database, 1, bens);
      setSealed(database, 2, adas);
    },
    left: [1, 2],
    reason: wasChanged,
    rest: [cleo, dan],
  },
  {
    what: 'one bit of a sealed column was flipped',
    change: (database) => {
      const sealed = sealedOf(database, 2);
      sealed[40] = sealed[40]! ^ 1;
      setSealed(database, 2, sealed);
    },
    left: [2],
    reason: wasChanged,
    rest: [ada, cleo, dan],
  },
  {
    what: 'a sealed column was cut off, another emptied',
    change: (database) => {
      setSealed(database, 1, sealedOf(database, 1).subarray(0, -1));
      setSealed(database, 4, Buffer.of());
    },
    left: [1, 4],
    reason: wasChanged,
    rest: [ben, cleo],
  },
  {
    what: 'a row was moved here from another campaign',
    change: (database) =>
      void database.exec(
        `update signatures set campaign_id = (select id from campaigns where slug = 'social-credit') where id = 5`,
      ),
    left: [5],
    reason: wasChanged,
    rest: [ada, ben, cleo, dan],
  },
  {
    what: 'a row was given another number',
    change: (database) => void database.exec('update signatures set id = 99 where id = 3'),
    left: [99],
    reason: wasChanged,
    rest: [ada, ben, dan],
  },
  {
    what: 'a row was made to point to another epoch',
    change: (database) => void database.exec('update signatures set epoch_id = 2 where id = 3'),
    left: [3],
    reason: wasChanged,
    rest: [ada, ben, dan],
  },
  {
    what: 'an epoch was deleted',
    change: (database) => {
      database.pragma('foreign_keys = OFF');
      database.exec('delete from epochs where id = 1');
    },
    left: [1, 2, 3],
    reason: 'epoch 1 is missing',
    rest: [dan],
  },
  {
    what: 'an epoch’s key was replaced by a thief’s',
    change: (database) => void database.prepare('update epochs set wrapped = ? where id = 2').run(thief),
    left: [4],
    reason: notSealedTo(2),
    rest: [ada, ben, cleo],
  },
];

describe('The export names each row that it cannot open, and has all the others, when', () => {
  test.each(faults)('$what', async ({ change, left, reason, rest }) => {
    const answer = await exported(await changed(change), '--format', 'jsonl');
    const lines = left.map((id) => `signature ${id} left out: ${reason}\n`);
    expect(answer.stderr).toBe(
      `${lines.join('')}${left.length} of the signatures could not be opened and are not in the export.\n`,
    );
    expect(namesIn(answer.stdout)).toEqual(rest);
    expect(answer.code).toBe(1);
  });
});

test('a file of the export still appears, with the rest and for its owner alone', async () => {
  const [{ change }] = faults as [Fault];
  const out = join(folder, 'export.csv');
  const answer = await exported(await changed(change), '--out', out);
  expect(answer).toMatchObject({ code: 1, stdout: '' });
  expect(answer.stderr).toMatch(/^signature 1 left out: .+\nsignature 2 left out: .+\n2 of the signatures .+\n$/);
  const [header, ...rows] = readFileSync(out, 'utf8').trimEnd().split('\r\n');
  expect(header).toMatch(/^id,name,email,/);
  expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual([
    ['3', cleo],
    ['4', dan],
  ]);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

/** Somebody wrote lines into the ledger by hand, or erased since this copy was made. */
const withLedger = async (...lines: string[]): Promise<string> => {
  const dataDir = await changed(() => undefined);
  writeFileSync(join(dataDir, 'erasures.jsonl'), `${lines.join('\n')}\n`);
  return dataDir;
};

test('whoever was erased since this copy of the data was made is not exported from it', async () => {
  const bens = signed.socialCredit.indexOf!('ben@example.org');
  const mark = markOfPerson({ address_index: bens });
  const erasure = {
    at: '2026-11-23T12:00:00Z',
    campaign: 'social-credit',
    act: 'erase',
    mark,
    kind: 'signature',
    id: 2,
  };
  const answer = await exported(await withLedger(JSON.stringify(erasure)), '--format', 'jsonl');
  expect(answer).toMatchObject({ code: 0, stderr: '' });
  expect(namesIn(answer.stdout)).toEqual([ada, cleo, dan]);
});

test('a ledger that somebody wrote into is told by its line, and nothing is exported: wishes could be missing', async () => {
  const dataDir = await withLedger('{"act":"erase"}', 'what is this');
  const answer = await exported(dataDir);
  expect(answer).toEqual({
    code: 1,
    stdout: '',
    stderr: `Line 1 of ${join(dataDir, 'erasures.jsonl')} is damaged: put a good copy of the file back.\n`,
  });
});

test('the doctor tells counts that drifted, and people whose campaign’s folder is gone', async () => {
  const dataDir = await changed((database) => {
    database.exec(`update signature_counts set count = count + 1 where campaign_id = 1 and state = 'pending'`);
  });
  const { code, stdout } = await runCommand(dataDir, 'doctor');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^NOT {3}The counts do not agree .+social-credit: 5 pending counted, 4 found/m);
  expect(stdout).toMatch(/^NOT {3}another: people are stored, but its folder is gone/m);
});

test('where the list of organizers was emptied their keys still open what is there, and a new key gets things going', async () => {
  const dataDir = await changed((database) => void database.exec('delete from organizer_keys'));
  expect(namesIn((await exported(dataDir, '--format', 'jsonl')).stdout)).toEqual([ada, ben, cleo, dan]);
  expect((await runCommand(dataDir, 'doctor')).stdout).toMatch(/^NOT {3}There is no organizer key/m);
  const { recipient } = await newIdentity();
  expect((await runCommand(dataDir, 'keys', 'add', recipient, '--name', 'second')).code).toBe(0);
  expect((await runCommand(dataDir, 'doctor')).stdout).not.toContain('There is no organizer key');
});
