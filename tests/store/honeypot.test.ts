import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupHead, backupLines } from '../../src/campaign/backup.ts';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { makeInvalidation } from '../../src/campaign/make-invalidation.ts';
import { restore } from '../../src/campaign/restore.ts';
import { retainTags } from '../../src/campaign/retain-tags.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { undoInvalidation } from '../../src/campaign/undo-invalidation.ts';
import { workInvalidations } from '../../src/campaign/work-invalidations.ts';
import { readConfig } from '../../src/config.ts';
import { daySeconds, hourSeconds, toHour } from '../../src/domain/clock.ts';
import { openErasureLedger } from '../../src/store/erasure-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import { honeypotForms } from '../../src/store/trends.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDatabase } from '../support/a-database.ts';
import { confirmBy, deliver } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';
import { signaturesOf } from '../support/many-signatures.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const sign = (email: string, honeypot = false) =>
  signPetition(context, context.socialCredit, 'en', typed({ email }), { network: Buffer.alloc(8, 1), honeypot });
const flags = async () => (await signaturesOf(context)).map(({ honeypot }) => honeypot);
const counted = () => honeypotForms(context.store.read, context.socialCredit.id, 0);

test('a robot that fills in what people do not see signs like everybody, and what it did can be seen and counted', async () => {
  expect(await sign('sam@example.org')).toBe('signed');
  expect(await sign('robot@example.org', true)).toBe('signed');
  expect(await flags()).toEqual([0, 1]);
  expect(await counted()).toBe(1);
  await deliver(context);
  expect(await confirmBy(context, 'robot@example.org')).toBe('confirmed');
  expect(await flags()).toEqual([0, 1]);
});

test('whoever confirms the form that they sent themselves is not taken for the robot that typed their address first', async () => {
  await sign('suzie@example.org', true);
  await sign('suzie@example.org');
  const forms = async () => context.store.read.selectFrom('resubmissions').select('honeypot').execute();
  await deliver(context);
  expect(await confirmBy(context, 'suzie@example.org')).toBe('confirmed');
  expect(await flags()).toEqual([0]);
  // And the other way round: what a robot sent later waits in vain, and is forgotten.
  await sign('sam@example.org');
  await sign('sam@example.org', true);
  expect((await forms()).map(({ honeypot }) => honeypot)).toEqual([0, 1]);
  expect(await flags()).toEqual([0, 0]);
});

test('Olga takes out all that robots filled in, and undoes it', async () => {
  for (let at = 0; at < 6; at++) await sign(`signer-${at}@example.org`, at % 3 === 0);
  const campaign = { id: context.socialCredit.id, slug: 'social-credit' };
  const asked = { campaign, organizer: 'olga', reason: 'Robots made them.', conditions: { honeypot: true } };
  const made = await makeInvalidation(context, asked);
  await workInvalidations(context);
  const states = async () => (await signaturesOf(context)).map(({ state }) => state);
  const [out, left] = ['invalidated', 'pending'];
  expect(await states()).toEqual([out, left, left, out, left, left]);
  await undoInvalidation(context, { campaign, organizer: 'olga', id: made.outcome === 'made' ? made.id : 0 });
  await workInvalidations(context);
  expect(new Set(await states())).toEqual(new Set([left]));
  expect(await flags()).toEqual([1, 0, 0, 1, 0, 0]);
});

test('after 14 days nobody knows any more, and not an hour before', async () => {
  await sign('robot@example.org', true);
  const made = toHour(context.clock.at);
  context.clock.at = made + 14 * daySeconds + hourSeconds - 1;
  await retainTags(context);
  expect([await flags(), await counted()]).toEqual([[1], 1]);
  context.clock.at += 1;
  await retainTags(context);
  expect([await flags(), await counted()]).toEqual([[0], 0]);
});

test('a backup brings it back, and whoever has everything deleted leaves nothing of it with their name', async () => {
  await sign('robot@example.org', true);
  await sign('sam@example.org');
  const folder = await mkdtemp(join(tmpdir(), 'campaign-kit-honeypot-'));
  const database = await aDatabase({ empty: true });
  const store = await openStore(readConfig({ DATA_DIR: folder, ...database.env }).database);
  const ledger = openErasureLedger(join(folder, 'erasures.jsonl'));
  const { now, vault } = context;
  const head = await backupHead(context.store.read, { ...context.store, serverKey: '0'.repeat(64), now: now() });
  const lines = async function* (): AsyncGenerator<string> {
    for await (const { text } of backupLines(context.store.read, head)) yield* text.split('\n').filter(Boolean);
  };
  const how = { schema: store.schema, begin: () => vault, withOutbox: false, restored: () => undefined };
  await restore({ store, ledger, now }, { lines: lines(), ...how });
  const restored = await store.read.selectFrom('signatures').select('honeypot').orderBy('id').execute();
  expect(restored.map(({ honeypot }) => honeypot)).toEqual([1, 0]);
  await store.close();
  await database.remove();
  await rm(folder, { recursive: true });

  const { id, indexOf } = context.socialCredit;
  await erasePerson(context, { id, slug: 'social-credit' }, indexOf!('robot@example.org'));
  expect(await flags()).toEqual([0]);
});
