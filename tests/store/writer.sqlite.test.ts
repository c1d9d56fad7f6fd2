import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rememberFact } from '../../src/store/facts.ts';
import { StoreBusy } from '../../src/store/writer.ts';
import { aContext, type TestContext } from '../support/a-context.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

test('a full disk answers “busy”, stores nothing by halves, and recovers by itself', async () => {
  const { store } = context;
  const write = (name: string, size: number) => store.write((writing) => rememberFact(writing, name, 'x'.repeat(size)));
  await write('before', 1);
  await store.write(async ({ db }) => {
    await sql`pragma max_page_count = 80`.execute(db);
  });
  await expect(write('huge', 1_000_000)).rejects.toThrow(StoreBusy);
  await write('small', 10);
  const names = (await store.read.selectFrom('facts').select('name').execute()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['before', 'small']));
  expect(names).not.toContain('huge');
});

/** How SQLite would look for it. */
const planOf = async (query: string): Promise<string> => {
  const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(query)}`.execute(context.store.read);
  return rows.map(({ detail }) => detail).join('; ');
};

test.each([
  [
    'the outbox',
    `select due_at from messages where state in ('due', 'claimed') order by due_at limit 1`,
    'messages_to_send',
  ],
  [
    'the outbox of ten minutes',
    `select id from messages where mail_period = 1 and state in ('due', 'claimed')`,
    'messages_by_mail_period',
  ],
  [
    'what nobody confirmed',
    `select * from signatures where campaign_id = 1 and state = 'pending' and created_at <= 1 order by created_at limit 200`,
    'pending_signatures',
  ],
  [
    'letters with a text',
    `select id from letters where campaign_id = 1 and text is not null and created_at <= 1 limit 200`,
    'letters_with_text',
  ],
  [
    'the newest names',
    `select shown from public_names where campaign_id = 1 and moderation <> 'hidden' and withheld = 0 order by shown_at desc, signature_id desc limit 5`,
    'shown_public_names',
  ],
  [
    'the newest approved names',
    `select shown from public_names where campaign_id = 1 and moderation = 'approved' and withheld = 0 order by shown_at desc, signature_id desc limit 5`,
    'approved_public_names',
  ],
  ...['waiting', 'approved', 'hidden'].map((queue) => [
    `the queue of ${queue} names`,
    `select * from public_names where campaign_id = 1 and moderation = '${queue}' and withheld = 0 and length(shown) > 0 and (shown_at, signature_id) < (5, 5) order by shown_at desc, signature_id desc limit 51`,
    `${queue}_public_names (campaign_id=? AND shown_at<`,
  ]),
])('%s is read by its index and sorted by nothing else', async (_, query, index) => {
  const plan = await planOf(query);
  expect(plan).toContain(index);
  expect(plan).not.toContain('TEMP B-TREE');
});

test('a page of an export is read in the order of the table, however large the campaign', async () => {
  const plan = await planOf(
    `select * from signatures where +campaign_id = 1 and id > 5 and state in ('confirmed') order by id limit 1000`,
  );
  expect(plan).toBe('SEARCH signatures USING INTEGER PRIMARY KEY (rowid>?)');
});

test('forms sent again are looked up one by one, and not in a list of the whole campaign', async () => {
  const plan = await planOf(
    `select id from resubmissions where created_at <= 1 and length(resubmissions.own) > 0 and exists
       (select signatures.id from signatures where signatures.id = resubmissions.signature_id and signatures.campaign_id = 1)`,
  );
  expect(plan).not.toContain('SCAN signatures');
  expect(plan).not.toContain('LIST SUBQUERY');
});
