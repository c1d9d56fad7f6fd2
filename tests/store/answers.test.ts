import { releaseLetters } from '../../src/campaign/release-letters.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askForAnswers } from '../../src/campaign/ask-for-answers.ts';
import { askForPause } from '../../src/campaign/ask-for-pause.ts';
import { decidePause, resumeRepresentative } from '../../src/campaign/decide-pause.ts';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { retain } from '../../src/campaign/retain.ts';
import { tellAnswer } from '../../src/campaign/tell-answer.ts';
import { daySeconds, hourSeconds } from '../../src/domain/clock.ts';
import { answerCounts, writersTo } from '../../src/store/answers.ts';
import { openPauseRequests, pausedRepresentatives } from '../../src/store/pauses.ts';
import type { Change } from '../../src/store/writer.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, mailbox, write } from '../support/a-delivery.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  await aDirectory(context);
});
afterEach(() => context.remove());

/** Writes to both representatives; both letters go out at once. */
async function letterBy(email: string): Promise<void> {
  expect(await write(context, email)).toBe('written');
  await deliver(context);
  expect(await confirmBy(context, email)).toBe('confirmed');
  await deliver(context);
}

async function asked(): Promise<number> {
  const writers = await askForAnswers(context, context.socialCredit);
  await deliver(context);
  return writers;
}

const asking = async () => (await mailbox(context)).filter(({ id }) => id.endsWith('did-they-answer'));
const deliveries = () => context.store.read.selectFrom('deliveries').selectAll().orderBy('id').execute();
const erase = async () => {
  const [letter] = await context.store.read.selectFrom('letters').select('address_index').execute();
  return erasePerson(context, { id: context.socialCredit.id, slug: 'social-credit' }, letter!.address_index);
};

test('Wanda is asked after two weeks, in one mail about both representatives, and never again', async () => {
  await letterBy('wanda@example.org');
  context.clock.at += 13 * daySeconds;
  expect([await asked(), await asking()]).toEqual([0, []]);
  context.clock.at += daySeconds;
  expect(await asked()).toBe(1);
  const [mail, ...more] = await asking();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: 'wanda@example.org', subject: expect.stringContaining('answer') as string });
  for (const part of [mail!.text, mail!.html ?? '']) {
    expect(part).toMatch(/Wanda Example.*A question about scores.*Ada Example.*Sam Sample/s);
    expect(part.match(/\/answered\/[\w-]{40}\/(?:yes|no)/g)).toHaveLength(4);
    expect(part).not.toContain('ask for the rules');
  }
  expect(mail!.headers).toContainEqual(expect.objectContaining({ value: 'auto-generated' }));
  const hour = context.clock.at - (context.clock.at % hourSeconds);
  expect(await deliveries()).toMatchObject([{ asked_at: hour }, { asked_at: hour }]);
  for (const days of [0, 1, 13, 30]) {
    context.clock.at += days * daySeconds;
    expect(await asked()).toBe(0);
  }
  expect(await asking()).toHaveLength(1);
});

test('whoever erased everything, or whose letter’s text is gone or due to go, is not asked', async () => {
  await letterBy('wanda@example.org');
  expect(await erase()).toBe(1);
  context.clock.at += 14 * daySeconds;
  expect(await asked()).toBe(0);

  await letterBy('willa@example.org');
  context.clock.at += 28 * daySeconds + hourSeconds;
  expect(await asked()).toBe(0);
  await retain(context, context.socialCredit);
  expect(await deliveries()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  expect(await asked()).toBe(0);
  expect(await asking()).toEqual([]);
});

test('a letter that nobody has verified is asked about as little as one that is still on its way', async () => {
  expect(await write(context, 'uwe@example.org')).toBe('written');
  await deliver(context);
  expect(await write(context, 'wanda@example.org')).toBe('written');
  await deliver(context);
  expect(await confirmBy(context, 'wanda@example.org')).toBe('confirmed');
  context.clock.at += 20 * daySeconds;
  expect(await askForAnswers(context, context.socialCredit)).toBe(0);
});

test('once the people of a campaign are deleted, or about to be, nobody is asked', async () => {
  await letterBy('wanda@example.org');
  context.clock.at += 14 * daySeconds;
  const id = context.socialCredit.id;
  const emptied = (at: number | null) =>
    context.store.write(({ db }) => db.updateTable('campaigns').set({ emptied_at: at }).where('id', '=', id).execute());
  await emptied(context.clock.at);
  expect(await asked()).toBe(0);
  await emptied(null);
  expect(await asked()).toBe(1);
});

test('behind hundreds who were asked already, Wanda is still found', async () => {
  await letterBy('wanda@example.org');
  const [letter] = await context.store.read.selectFrom('letters').selectAll().execute();
  const to = (await deliveries())[0]!.representative_id;
  await context.store.write(async ({ db }) => {
    const created_at = letter!.created_at - hourSeconds;
    for (let id = 1000; id < 1250; id++) {
      await db
        .insertInto('letters')
        .values({ ...letter!, id, created_at })
        .execute();
      const row = { letter_id: id, representative_id: to, state: 'sent' as const, settled_at: letter!.created_at };
      await db
        .insertInto('deliveries')
        .values({ ...row, asked_at: letter!.created_at })
        .execute();
    }
  });
  context.clock.at += 14 * daySeconds;
  expect([await asked(), await asked()]).toEqual([1, 0]);
});

test('what Wanda says is counted by representative, may change, and goes with her letter', async () => {
  await letterBy('wanda@example.org');
  await letterBy('willa@example.org');
  context.clock.at += 14 * daySeconds;
  expect(await asked()).toBe(2);
  const [first, , third] = await deliveries();
  const token = (delivery: typeof first) => context.vault.deliveryToken('answer', delivery!.id);
  const counts = () => answerCounts(context.store.read, context.socialCredit.id);
  const ada = { representative: 'Ada Example', area: 'Example North', sent: 2, asked: 2, yes: 0, no: 0 };
  const sam = { ...ada, representative: 'Sam Sample' };
  expect(await counts()).toEqual([ada, sam]);
  for (const said of ['no', 'yes', 'yes'] as const)
    expect(await tellAnswer(context, token(first), said)).toHaveProperty('campaign');
  await tellAnswer(context, token(third), 'no');
  expect(await counts()).toEqual([{ ...ada, yes: 1, no: 1 }, sam]);
  expect(await writersTo(context.store.read, context.socialCredit.id, first!.representative_id)).toBe(2);
  expect(await erase()).toBe(1);
  const left = await counts();
  expect(left.map(({ sent, asked: were, yes, no }) => [sent, were, yes + no])).toEqual([
    [1, 1, 1],
    [1, 1, 0],
  ]);
  const erased = await Promise.all([first, third].map((delivery) => tellAnswer(context, token(delivery), 'yes')));
  expect(erased.filter((outcome) => outcome === 'gone')).toHaveLength(1);
  expect(await tellAnswer(context, 'x'.repeat(40), 'yes')).toBe('unknown');
});

test('one request for a pause is open at a time; the organizers decide, and erasing the letter changes nothing', async () => {
  await letterBy('wanda@example.org');
  const [delivery] = await deliveries();
  const ask = () => askForPause(context, context.vault.deliveryToken('recipient', delivery!.id));
  const open = () => openPauseRequests(context.store.read);
  const paused = () => pausedRepresentatives(context.store.read);
  for (let times = 0; times < 3; times++) expect(await ask()).toHaveProperty('delivery');
  const [request, ...more] = await open();
  expect([request, more]).toMatchObject([{ representative: 'Ada Example', campaign: 'social-credit' }, []]);

  expect(await decidePause(context, request!.id, 'decline')).toMatchObject({ outcome: 'declined' });
  expect(await decidePause(context, request!.id, 'grant')).toEqual({ outcome: 'decided-before' });
  expect([await open(), await paused()]).toEqual([[], []]);
  await ask();
  expect(await erase()).toBe(1);
  expect(await ask()).toBe('gone');
  const [again] = await open();
  const told: Change[] = [];
  const unlisten = context.store.onChange((changes) => void told.push(...changes));
  expect(await decidePause(context, again!.id, 'grant')).toMatchObject({ outcome: 'granted' });
  expect(told).toContain('representatives');
  unlisten();
  expect([await open(), await paused()]).toMatchObject([[], [{ id: delivery!.representative_id }]]);
  expect(await write(context, 'willa@example.org')).toBe('unknown-representative');
  expect(await resumeRepresentative(context, delivery!.representative_id)).toBe(true);
  expect(await paused()).toEqual([]);
  expect(await write(context, 'willa@example.org')).toBe('written');
  expect(await decidePause(context, 999, 'grant')).toEqual({ outcome: 'unknown' });
  expect(await resumeRepresentative(context, 999)).toBe(false);
});

test('a letter that was on its way before its representative was paused still arrives', async () => {
  expect(await write(context, 'wanda@example.org')).toBe('written');
  await deliver(context);
  expect(await confirmBy(context, 'wanda@example.org')).toBe('confirmed');
  await releaseLetters(context, { real: false });
  await context.store.write(({ db }) => db.updateTable('representatives').set({ paused_at: 1 }).execute());
  await deliver(context);
  expect(await deliveries()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
});
