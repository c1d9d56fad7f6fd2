import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureCampaign } from '../../src/store/campaigns.ts';
import { rememberFact } from '../../src/store/facts.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { claimMessages, insertMessage, settleMessage } from '../../src/store/outbox.ts';
import { StoreBusy } from '../../src/store/writer.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-store-'));
  store = openStore(join(folder, 'campaign.db'));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const facts = async () =>
  (await store.read.selectFrom('facts').select('name').orderBy('name').execute()).map(({ name }) => name);

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

test('a full disk answers “busy”, stores nothing by halves, and recovers by itself', async () => {
  await store.write((writing) => rememberFact(writing, 'before', 'x'));
  const write = (name: string, size: number) => store.write((writing) => rememberFact(writing, name, 'x'.repeat(size)));
  await store.write(async ({ db }) => {
    const { sql } = await import('kysely');
    await sql`pragma max_page_count = 60`.execute(db);
  });
  await expect(write('huge', 1_000_000)).rejects.toThrow(StoreBusy);
  await write('small', 10);
  expect(await facts()).toEqual(['before', 'small']);
});

test('what another process writes is noticed, what we write ourselves is not news', async () => {
  expect(store.changedElsewhere()).toBe(false);
  await store.write((writing) => rememberFact(writing, 'ours', 'x'));
  expect(store.changedElsewhere()).toBe(false);
  const other = openStore(join(folder, 'campaign.db'));
  await other.write((writing) => rememberFact(writing, 'theirs', 'x'));
  await other.close();
  expect(store.changedElsewhere()).toBe(true);
  expect(store.changedElsewhere()).toBe(false);
});

test('a claimed message is nobody else’s until its claim lapses, and a lapsed claim settles nothing', async () => {
  const now = 1_000_000;
  await store.write(async (writing) => {
    const { id: campaignId } = await ensureCampaign(writing, 'x', Buffer.alloc(0));
    const message = { kind: 'already-signed' as const, locale: 'en', sealed: Buffer.from('to Sam'), mailHour: 1 };
    await insertMessage(writing, { campaignId, ...message, now });
  });
  const claim = (by: string, at: number) => store.write((writing) => claimMessages(writing, by, at, 60, 10));
  const [first] = await claim('first', now);
  expect(first).toMatchObject({ sealed: Buffer.from('to Sam'), attempts: 0 });
  expect(await claim('second', now + 59)).toEqual([]);
  const [second] = await claim('second', now + 60);
  expect(second?.id).toBe(first?.id);
  const settle = (message: typeof first) =>
    store.write((writing) => settleMessage(writing, message!, { state: 'sent' }, now + 61));
  expect(await settle(first)).toBe(false);
  expect(await settle(second)).toBe(true);
  const [row] = await store.read.selectFrom('messages').selectAll().execute();
  expect(row).toMatchObject({ state: 'sent', sealed: Buffer.alloc(0) });
});

test('the outbox is read by its index however many mails were sent', async () => {
  const plan = await store.write(async ({ db }) => {
    const { sql } = await import('kysely');
    return sql<{ detail: string }>`explain query plan select due_at from messages
      where state in ('due', 'claimed') order by due_at limit 1`.execute(db);
  });
  expect(plan.rows[0]?.detail).toContain('messages_to_send');
});
