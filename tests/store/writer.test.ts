import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureCampaign } from '../../src/store/campaigns.ts';
import { fact, rememberFact } from '../../src/store/facts.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { claimMessages, insertMessage, settleMessage } from '../../src/store/outbox.ts';
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

test('writes about one thing take turns, and one that fails takes none with it, nor any about other things', async () => {
  const value = async (name: string): Promise<number> => Number((await fact(store.read, name)) ?? 0);
  const raise = (name: string, isBroken: boolean) =>
    store.writeAbout(name, async (writing) => {
      const before = Number((await fact(writing.db, name)) ?? 0);
      await writing.db.deleteFrom('facts').where('name', '=', name).execute();
      await rememberFact(writing, name, String(before + 1));
      if (isBroken) await writing.db.insertInto('facts').values({ name, value: 'twice' }).execute();
    });
  const names = ['a', 'b', 'c'];
  const writes = Array.from({ length: 60 }, (_, at) => raise(names[at % 3]!, at % 20 === 7));
  const outcomes = await Promise.allSettled(writes);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(3);
  expect(await Promise.all(names.map(value))).toEqual([19, 19, 19]);
});

/** PostgreSQL tells of it a moment later. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 100));

test('what another process writes is noticed, what we write ourselves is not news', async () => {
  store.changedElsewhere();
  await store.write((writing) => rememberFact(writing, 'ours', 'x'));
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
    await insertMessage(writing, { campaignId, ...message, now });
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
