import { afterEach, beforeEach, expect, test } from 'vitest';
import { bounceDelivery } from '../../src/campaign/bounce-delivery.ts';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { examine } from '../../src/campaign/examine.ts';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { takeDirectoryAway } from '../../src/campaign/remove-directory.ts';
import { retain, retainTraces } from '../../src/campaign/retain.ts';
import { sendDataLink } from '../../src/campaign/send-data-link.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { driftedLetters } from '../../src/store/drifted-letters.ts';
import { claimMessages } from '../../src/store/claims.ts';
import { dropUnsent, settleMessage, type Settlement } from '../../src/store/outbox.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, write } from '../support/a-delivery.ts';
import { aPopolo, imported } from '../support/a-popolo.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  await aDirectory(context);
});
afterEach(() => context.remove());

/** What the tallies say, as `state: count`; and that they say what a COUNT of the rows would. */
async function counts() {
  const { read } = context.store;
  expect(await driftedLetters(read)).toEqual([]);
  const letters = await read.selectFrom('letter_counts').selectAll().where('count', '!=', 0).execute();
  const deliveries = await read.selectFrom('delivery_counts').selectAll().where('count', '!=', 0).execute();
  const sum = (rows: { state: string; count: number }[]): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const { state, count } of rows) sums[state] = (sums[state] ?? 0) + count;
    return sums;
  };
  return { letters: sum(letters), deliveries: sum(deliveries) };
}

/** Writes to both representatives and verifies. */
async function written(email: string): Promise<void> {
  expect(await write(context, email)).toBe('written');
  await deliver(context, { release: false });
  expect(await confirmBy(context, email)).toBe('confirmed');
}

const erase = (email: string): Promise<number> =>
  erasePerson(context, { id: context.socialCredit.id, slug: 'social-credit' }, context.socialCredit.indexOf!(email));

test('a letter is counted when it is written, and whom it goes to when it is verified', async () => {
  await write(context, 'wanda@example.org');
  expect(await counts()).toEqual({ letters: { pending: 1 }, deliveries: {} });
  await deliver(context);
  await confirmBy(context, 'wanda@example.org');
  expect(await counts()).toEqual({ letters: { verified: 1 }, deliveries: { queued: 2 } });
  await deliver(context);
  expect(await counts()).toEqual({ letters: { verified: 1 }, deliveries: { sent: 2 } });
  await written('wanda@example.org');
  expect(await counts()).toEqual({ letters: { verified: 2 }, deliveries: { sent: 2, repeated: 2 } });
});

test('a letter that comes back counts as that, and once', async () => {
  await written('wanda@example.org');
  await deliver(context);
  const to = await context.store.read
    .selectFrom('deliveries')
    .innerJoin('representatives', 'representatives.id', 'representative_id')
    .select(['deliveries.id', 'email'])
    .orderBy('deliveries.id')
    .executeTakeFirstOrThrow();
  const bounce = { addresses: [to.email], kind: 'hard' as const, status: '5.1.1' };
  expect(await bounceDelivery(context, to.id, [bounce])).toBe('hard');
  expect(await bounceDelivery(context, to.id, [bounce])).toBe('repeated');
  expect((await counts()).deliveries).toEqual({ sent: 1, bounced: 1 });
});

test('nothing is left in the counts of whoever erases everything, verified or not', async () => {
  await written('wanda@example.org');
  await write(context, 'wanda@example.org');
  await written('willa@example.org');
  expect(await counts()).toEqual({ letters: { pending: 1, verified: 2 }, deliveries: { queued: 4 } });
  expect(await erase('wanda@example.org')).toBe(2);
  expect(await counts()).toEqual({ letters: { verified: 1 }, deliveries: { queued: 2 } });
});

test('a letter that nobody verified counts as expired once it is deleted', async () => {
  await write(context, 'wanda@example.org');
  context.clock.at += 8 * daySeconds;
  await retain(context, context.socialCredit);
  expect(await counts()).toEqual({ letters: { expired: 1 }, deliveries: {} });
});

test('the counts stay when a campaign is over and nothing is left of anybody, also where nobody signed', async () => {
  await written('wanda@example.org');
  await deliver(context);
  context.clock.at = Date.parse('2028-12-31T12:00:00Z') / 1000;
  await retain(context, context.socialCredit);
  context.clock.at += 40 * daySeconds;
  await retain(context, context.socialCredit);
  expect(await context.store.read.selectFrom('letters').selectAll().execute()).toEqual([]);
  expect(await counts()).toEqual({ letters: { verified: 1 }, deliveries: { sent: 2 } });
  // Whom the counts point to stays as a number.
  expect(await takeDirectoryAway(context, 'example-parliament')).toBe(true);
  expect(await counts()).toEqual({ letters: { verified: 1 }, deliveries: { sent: 2 } });
});

test('a directory can go once nobody in it has been written to, whatever was counted before', async () => {
  await written('wanda@example.org');
  await erase('wanda@example.org');
  expect(await takeDirectoryAway(context, 'example-parliament')).toBe(true);
  expect(await context.store.read.selectFrom('representatives').selectAll().execute()).toEqual([]);
  const { directory, representatives } = imported(aPopolo());
  await importDirectory(context, directory, representatives);
  await written('willa@example.org');
  expect((await counts()).deliveries).toEqual({ queued: 2 });
});

const waiting = async (): Promise<number> =>
  (await context.store.read.selectFrom('outbox_counts').select('count').execute()).reduce(
    (sum, row) => sum + row.count,
    0,
  );
const tries = async () =>
  (await context.store.read.selectFrom('mail_hours').selectAll().orderBy('outcome').execute()).map(
    ({ outcome, reason, count }) => `${count} ${outcome} ${reason}`,
  );
const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));

test('mail counts as waiting until it is sent, taken back or not needed any more', async () => {
  for (const email of ['cora@example.org', 'carl@example.org', 'cleo@example.org']) await sign(email);
  await sendDataLink(context, context.socialCredit, 'nobody@example.org');
  expect(await waiting()).toBe(3);
  await erase('carl@example.org');
  expect(await waiting()).toBe(2);
  await deliver(context);
  expect([await waiting(), await tries()]).toEqual([0, ['2 sent ']]);
  await sign('dora@example.org');
  await context.store.write((writing) => dropUnsent(writing, context.clock.at));
  expect([await waiting(), await tries()]).toEqual([0, ['2 sent ']]);
  expect(await driftedLetters(context.store.read)).toEqual([]);
  context.clock.at += 29 * daySeconds;
  await retainTraces(context);
  expect(await tries()).toEqual([]);
});

test('a mail that is put off is counted as that, with the reason, and goes on waiting', async () => {
  await sign('cora@example.org');
  const settle = (settlement: Settlement, claim: string) =>
    context.store.write(async (writing) => {
      const [message] = await claimMessages(writing, claim, context.clock.at, 60, 1);
      return settleMessage(writing, message!, settlement, context.clock.at);
    });
  const failure = 'ECONNECTION at CONN';
  expect(await settle({ state: 'due', dueAt: context.clock.at, failure }, 'one')).toBe(true);
  expect([await waiting(), await tries()]).toEqual([1, ['1 put-off ECONNECTION at CONN']]);
  expect(await settle({ state: 'failed', failure }, 'two')).toBe(true);
  expect([await waiting(), await tries()]).toEqual([
    0,
    ['1 failed ECONNECTION at CONN', '1 put-off ECONNECTION at CONN'],
  ]);
});

test('doctor finds counts that say something else than the rows', async () => {
  await written('wanda@example.org');
  const texts = async () => (await examine(context, false)).map(({ text }) => text).join('\n');
  expect(await texts()).toContain('The counts agree with the signatures, the letters and the mail.');
  await context.store.write(async ({ db }) => {
    await db.updateTable('letter_counts').set({ count: 5 }).execute();
    await db.updateTable('delivery_counts').set({ count: 3 }).where('representative_id', '=', 1).execute();
    await db.updateTable('outbox_counts').set({ count: 7 }).execute();
  });
  const found = await texts();
  expect(found).toContain('social-credit: 5 letters verified counted, 1 found');
  expect(found).toContain('social-credit: 3 queued to 1 counted, 1 found');
  expect(found).toContain('social-credit: 7 mails to send counted, 1 found');
});
