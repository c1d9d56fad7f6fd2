import { afterEach, beforeEach, expect, test } from 'vitest';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { giveUpLetters } from '../../src/campaign/give-up-letters.ts';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { mendDirectory } from '../../src/campaign/mend-directory.ts';
import { pauseLetters } from '../../src/campaign/pause-letters.ts';
import { realMail } from '../../src/campaign/queue-standing.ts';
import { takeDirectoryAway } from '../../src/campaign/remove-directory.ts';
import { releaseLetters } from '../../src/campaign/release-letters.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { rememberFact } from '../../src/store/facts.ts';
import { deliveryCounts, joinLate, letterQueues, requeueDelivery } from '../../src/store/letter-queue.ts';
import { dropUnsent } from '../../src/store/outbox.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, mailbox, write } from '../support/a-delivery.ts';
import { aMembership, aPerson, aPopolo, imported } from '../support/a-popolo.ts';
import { leaveWithoutDrift } from '../support/leave-without-drift.ts';

/** Ada and Sam sit for Example North until a test changes that. */
let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  // A Monday, in the morning.
  context.clock.at = Date.parse('2026-11-23T12:55:00Z') / 1000;
  await aDirectory(context);
});
afterEach(() => leaveWithoutDrift(context));

const slug = 'social-credit';
const real = { real: true };
const counts = () => deliveryCounts(context.store.read, context.socialCredit.id);
const waiting = async () => (await letterQueues(context.store.read)).map((queue) => queue.waiting);

/** Writes to both and verifies, without sending anything on. */
async function written(email: string): Promise<void> {
  expect(await write(context, email)).toBe('written');
  await deliver(context, { release: false });
  expect(await confirmBy(context, email)).toBe('confirmed');
}

/** Which letters were mailed, as “to: from”. */
const letters = async () =>
  (await mailbox(context))
    .filter(({ id }) => /^\d+-letter$/.test(id))
    .map(({ to, replyTo }) => `${/<(.+)@/.exec(to)?.[1]}: ${/<(.+)@/.exec(replyTo)?.[1]}`)
    .toSorted();

/** Imports the directory anew, as a newer file has it. */
async function importAnew(changes: Parameters<typeof aPopolo>[0]): Promise<void> {
  const { directory, representatives } = imported(aPopolo(changes));
  await importDirectory(context, directory, representatives, { force: true });
}

test('a letter that is not verified waits for nobody; a verified one waits for each it goes to', async () => {
  await write(context, 'wanda@example.org');
  expect([await waiting(), await counts()]).toEqual([[], {}]);
  await deliver(context, { release: false });
  await confirmBy(context, 'wanda@example.org');
  expect([await waiting(), await counts()]).toEqual([[1, 1], { queued: 2 }]);
  expect(await releaseLetters(context, real)).toBe(2);
  expect([await waiting(), await counts()]).toEqual([[], { 'on-their-way': 2 }]);
  await deliver(context);
  expect([await counts(), await letters()]).toEqual([{ sent: 2 }, ['ada.example: wanda', 'sam.sample: wanda']]);
});

test('of one writer only the first letter goes to a representative, and the second still to whom it is new', async () => {
  await written('wanda@example.org');
  await importAnew({
    persons: [aPerson(), aPerson({ id: 'sam', name: 'Sam Sample', email: 'sam.sample@example.org' }), nova],
    memberships: [aMembership(), aMembership({ person_id: 'sam' }), aMembership({ person_id: 'nova' })],
  });
  await written('WANDA+again@example.org');
  expect(await counts()).toEqual({ queued: 3, repeated: 2 });
  await deliver(context);
  expect(await letters()).toEqual(['ada.example: wanda', 'nova.new: WANDA+again', 'sam.sample: wanda']);
  const copy = (await mailbox(context)).find(({ id, to }) => id.endsWith('letter-copy') && to.includes('again'));
  expect(copy?.text).toMatch(/goes to:\n\n {2}- Nova New\n\nYou have written to Ada Example and Sam Sample before/);
});

const nova = aPerson({ id: 'nova', name: 'Nova New', email: 'nova.new@example.org' });

test('an organizer holds letters back, people go on writing, and nothing is lost when they go on', async () => {
  expect(await pauseLetters(context, slug, true, 'olga')).toBe('done');
  await written('wanda@example.org');
  expect([await releaseLetters(context, real), await releaseLetters(context, { real: false })]).toEqual([0, 0]);
  expect(await pauseLetters(context, slug, true, 'olga')).toBe('as-before');
  expect(await pauseLetters(context, slug, false, 'olga')).toBe('done');
  expect(await releaseLetters(context, real)).toBe(2);
  expect(await pauseLetters(context, 'no-such-campaign', true, 'olga')).toBe('unknown');
});

test('held back means held back, also for what was just about to leave', async () => {
  await written('wanda@example.org');
  // The pause is written after the queues were looked at, and before the first of them is let go.
  let pausing: Promise<string> | undefined;
  const writeLater: typeof context.store.write = async (act) => {
    await (pausing ??= pauseLetters(context, slug, true, 'olga'));
    return context.store.write(act);
  };
  expect(await releaseLetters({ ...context, store: { ...context.store, write: writeLater } }, real)).toBe(0);
  expect([await pausing, await counts()]).toEqual(['done', { queued: 2 }]);
});

test('who has left office gets nothing; who alone holds the post now gets what waited', async () => {
  await written('wanda@example.org');
  // Ada’s term is over, Sam was not elected again; Nova sits for Example North.
  await importAnew({
    persons: [aPerson(), nova],
    memberships: [aMembership({ end_date: '2026-11-22' }), aMembership({ person_id: 'nova' })],
  });
  for (let time = 0; time < 3; time++) await releaseLetters(context, real);
  // Both letters were Wanda’s: Nova gets the one text once.
  expect(await counts()).toEqual({ 'on-their-way': 1, repeated: 1 });
  await deliver(context);
  expect(await letters()).toEqual(['nova.new: wanda']);
});

test('where two sit for an area nobody can say who follows whom, and the letter goes to neither', async () => {
  await written('wanda@example.org');
  const twin = aPerson({ id: 'twin', name: 'Twin New', email: 'twin.new@example.org' });
  await importAnew({
    persons: [nova, twin],
    memberships: [aMembership({ person_id: 'nova' }), aMembership({ person_id: 'twin' })],
  });
  await releaseLetters(context, real);
  expect(await counts()).toEqual({ failed: 2 });
  await deliver(context);
  expect(await letters()).toEqual([]);
});

test('what waits too long goes back to its writer while there is still a text to give back', async () => {
  await written('wanda@example.org');
  await pauseLetters(context, slug, true, 'olga');
  context.clock.at += 25 * daySeconds - 3600;
  expect(await giveUpLetters(context, context.socialCredit)).toBe(0);
  context.clock.at += 3600;
  expect([await giveUpLetters(context, context.socialCredit), await counts()]).toEqual([2, { failed: 2 }]);
  await deliver(context);
  const returned = (await mailbox(context)).filter(({ id }) => id.endsWith('letter-returned'));
  expect(returned.map(({ to }) => to)).toEqual(['wanda@example.org', 'wanda@example.org']);
  for (const { text } of returned) expect(text).toContain('please ask for the rules');
});

test('a restored copy whose old server went on sends nothing that had left, and holds the rest back until somebody says', async () => {
  await written('wanda@example.org');
  expect(await releaseLetters(context, real)).toBe(2);
  await written('willa@example.org');
  await context.store.write((writing) => dropUnsent(writing, context.clock.at));
  expect([await releaseLetters(context, real), await counts()]).toEqual([0, { sent: 2, queued: 2 }]);
  expect(await pauseLetters(context, slug, false, 'olga')).toBe('done');
  expect(await releaseLetters(context, real)).toBe(2);
});

test('several representatives who share a mailbox share its caps, and whoever is erased does not make room', async () => {
  const shared = ['ada', 'sam'].map((id) => aPerson({ id, name: `Member ${id}`, email: 'Office@example.org' }));
  await importAnew({ persons: shared });
  const pace = { hourly: 3, daily: 3, opensAt: 9, closesAt: 17, weekdaysOnly: true };
  context.socialCredit.settings.letter.pace = pace;
  for (const writer of ['wanda', 'willa', 'wim']) await written(`${writer}@example.org`);
  let left = 0;
  for (let hour = 0; hour < 5; hour++) {
    left += await releaseLetters(context, real);
    await erasePerson(
      context,
      { id: context.socialCredit.id, slug },
      context.socialCredit.indexOf!('wanda@example.org'),
    );
    context.clock.at += 1800;
  }
  expect(left).toBeLessThanOrEqual(3);
  expect(left).toBeGreaterThan(0);
});

test('a letter that was to be taken there by its writer goes by mail once mail goes there again', async () => {
  const ada = aPerson({ contact_details: [{ type: 'contact_form', value: 'https://example.org/ada' }] });
  const sam = aPerson({ id: 'sam', name: 'Sam Sample', email: 'sam.sample@example.org' });
  await importAnew({ persons: [ada, sam] });
  const pauseAda = (at: number | null) =>
    context.store.write(({ db }) =>
      db.updateTable('representatives').set({ paused_at: at }).where('key', '=', 'ada').execute(),
    );
  await pauseAda(1);
  await written('wanda@example.org');
  expect(await counts()).toEqual({ 'with-their-writers': 1, queued: 1 });
  const join = () => context.store.write((writing) => joinLate(writing, context.clock.at));
  expect(await join()).toBe(0);
  await pauseAda(null);
  expect([await join(), await join(), await releaseLetters(context, real)]).toEqual([1, 0, 2]);
});

test('a start without the mail server that was there before pours no queue into files', async () => {
  await written('wanda@example.org');
  await context.store.write((writing) => rememberFact(writing, realMail, 'yes'));
  expect(await releaseLetters(context, { real: false })).toBe(0);
  expect(await releaseLetters(context, real)).toBe(2);
});

test('while one letter was put off the whole queue of its representative waits', async () => {
  await written('wanda@example.org');
  expect(await releaseLetters(context, real)).toBe(2);
  const [first] = await context.store.read.selectFrom('deliveries').select('id').orderBy('id').execute();
  // As delivery does when a mail server is not ready.
  await context.store.write(async (writing) => {
    await writing.db.deleteFrom('messages').execute();
    await writing.db.deleteFrom('outbox_counts').execute();
    await requeueDelivery(writing, first!.id, () => context.clock.at + 60);
  });
  await written('willa@example.org');
  expect([await waiting(), await releaseLetters(context, real)]).toEqual([[2, 1], 1]);
  context.clock.at += 60;
  expect(await releaseLetters(context, real)).toBe(2);
});

test('whose list says that it is not fit for sending gets no real mail, not even by a letter that waits', async () => {
  await written('wanda@example.org');
  await importAnew({ meta: { title: 'Example Parliament', country: 'GB', usable_for_sending: false } });
  await releaseLetters(context, real);
  expect(await counts()).toEqual({ failed: 2 });
});

test('addresses that were taken for dead by mistake are offered again when an organizer says so', async () => {
  await context.store.write(({ db }) => db.updateTable('representatives').set({ bounced_at: 1 }).execute());
  expect(await write(context, 'wanda@example.org')).toBe('unknown-representative');
  expect([await mendDirectory(context, 'example-parliament'), await mendDirectory(context, 'nothing')]).toEqual([
    2,
    undefined,
  ]);
  expect(await write(context, 'wanda@example.org')).toBe('written');
});

test('a directory that is taken away offers nobody, gives back what waits, and forgets whom nobody wrote to', async () => {
  await written('wanda@example.org');
  expect(await takeDirectoryAway(context, 'example-parliament')).toBe(true);
  await releaseLetters(context, real);
  expect(await counts()).toEqual({ failed: 2 });
  expect(await write(context, 'willa@example.org')).toBe('unknown-representative');
  expect(await takeDirectoryAway(context, 'no-such-list')).toBe(false);
  const another = { ...imported(aPopolo()).directory, id: 'another' };
  await importDirectory(context, another, imported(aPopolo()).representatives);
  expect(await takeDirectoryAway(context, 'another')).toBe(true);
  const left = await context.store.read.selectFrom('directories').select('id').execute();
  expect(left.map(({ id }) => id)).toEqual(['example-parliament']);
});
