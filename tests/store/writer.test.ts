import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureCampaign } from '../../src/store/campaigns.ts';
import { rememberFact } from '../../src/store/facts.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { Writing } from '../../src/store/writer.ts';
import { claimMessages } from '../../src/store/claims.ts';
import { insertMessages, settleMessage } from '../../src/store/outbox.ts';
import { aContext, type TestContext } from '../support/a-context.ts';

let context: TestContext;
let store: Store;
beforeEach(async () => {
  context = await aContext();
  ({ store } = context);
});
afterEach(() => context.remove());

const facts = async () => {
  const rows = await store.read.selectFrom('facts').select('name').where('value', '=', 'x').orderBy('name').execute();
  return rows.map(({ name }) => name);
};

test('one write that fails takes none of its neighbours with it', async () => {
  const writes = ['a', 'broken', 'b'].map((name) =>
    store.write(async (writing) => {
      await rememberFact(writing, name, 'x');
      if (name === 'broken') throw new Error('a bug');
    }),
  );
  const outcomes = await Promise.allSettled(writes);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await facts()).toEqual(['a', 'b']);
});

test('what waits for the same batch is done at once and answered each its own, and one that breaks it breaks nobody else’s', async () => {
  const sizes: number[] = [];
  const batch = async (writing: Writing, names: readonly string[]) => {
    sizes.push(names.length);
    for (const name of names) await rememberFact(writing, name, 'x');
    if (names.includes('broken')) throw new Error('a bug');
    return names.map((name) => `${name} done`);
  };
  const all = await Promise.all(['a', 'b', 'c'].map((name) => store.writeTogether(batch, name)));
  expect([all, sizes]).toEqual([['a done', 'b done', 'c done'], [3]]);
  const outcomes = await Promise.allSettled(['d', 'broken', 'e'].map((name) => store.writeTogether(batch, name)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await facts()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

/** PostgreSQL tells of it a moment later. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 100));

test('what another process writes is noticed, what we write ourselves is not news', async () => {
  store.changedElsewhere();
  await store.write((writing) => rememberFact(writing, 'ours', 'x'));
  store.shred();
  await soon();
  expect(store.changedElsewhere()).toBe(false);
  const other = await openStore(context.config.database);
  await other.write((writing) => rememberFact(writing, 'theirs', 'x'));
  await other.close();
  await soon();
  expect(store.changedElsewhere()).toBe(true);
  expect(store.changedElsewhere()).toBe(false);
});

test('a claimed message is nobody else’s until its claim lapses, and a lapsed claim settles nothing', async () => {
  const now = 1_000_000;
  await store.write(async (writing) => {
    const { id: campaignId } = await ensureCampaign(writing, 'x', Buffer.alloc(0));
    const message = {
      kind: 'already-signed' as const,
      locale: 'en',
      sealed: Buffer.from('to Sam'),
      mailPeriod: 1,
      addressIndex: Buffer.alloc(16),
    };
    await insertMessages(writing, [{ campaignId, ...message, now }]);
  });
  const claim = (by: string, at: number) => store.write((writing) => claimMessages(writing, by, at, 60, 10));
  const [first] = await claim('first', now);
  expect(first).toMatchObject({ sealed: Buffer.from('to Sam'), attempts: 0 });
  expect(await claim('second', now + 59)).toEqual([]);
  const [second] = await claim('second', now + 120);
  expect(second?.id).toBe(first?.id);
  const settle = (message: typeof first) =>
    store.write((writing) => settleMessage(writing, message!, { state: 'sent' }, now + 121));
  expect(await settle(first)).toBe(false);
  expect(await settle(second)).toBe(true);
  const [row] = await store.read.selectFrom('messages').selectAll().execute();
  expect(row).toMatchObject({ state: 'sent', sealed: Buffer.alloc(0) });
});
