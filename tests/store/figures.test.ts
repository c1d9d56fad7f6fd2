import { afterEach, beforeEach, expect, test } from 'vitest';
import { lettersWaiting } from '../../src/campaign/letters-waiting.ts';
import { pauseLetters } from '../../src/campaign/pause-letters.ts';
import { seedSignatures } from '../../src/campaign/seed.ts';
import { dayOf, daySeconds, hourSeconds, toHour } from '../../src/domain/clock.ts';
import { deliveryTotals, letterCounts, representativeCounts } from '../../src/store/letter-figures.ts';
import { mailOutcomes, waitingMails } from '../../src/store/mail-figures.ts';
import { oldestUnsentAt } from '../../src/store/outbox.ts';
import {
  confirmationDelays,
  countryCounts,
  eventDays,
  eventHours,
  strongSources,
} from '../../src/store/signature-figures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, write } from '../support/a-delivery.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  await aDirectory(context);
});
afterEach(() => context.remove());

const read = () => context.store.read;
const id = () => context.socialCredit.id;

test('days say the same as their hours, and both the same as the signatures', async () => {
  for await (const _ of seedSignatures(context, context.socialCredit, 2000));
  const days = await eventDays(read(), id());
  const hours = await eventHours(read(), id(), 0);
  const sums = new Map<string, number>();
  for (const { at, event, count } of hours) {
    const name = `${dayOf(at)} ${event}`;
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  expect(new Map(days.map(({ at, event, count }) => [`${at / daySeconds} ${event}`, count]))).toEqual(sums);
  expect(hours.reduce((sum, { event, count }) => sum + (event === 'confirmed' ? count : 0), 0)).toBe(2000);
  const newest = toHour(context.clock.at) - 5 * hourSeconds;
  expect((await eventHours(read(), id(), newest)).every(({ at }) => at >= newest)).toBe(true);
});

test('countries come by how many they are, codes only where ten came by them', async () => {
  const campaign_id = id();
  await context.store.write((writing) => {
    for (const [country, origin, count] of [
      ['GB', 'site', 3],
      ['DE', 'site', 4],
      ['GB', 'paper', 2],
      ['FR', 'site', 0],
    ] as const)
      writing.tally('signature_countries', { campaign_id, origin, country }, count);
    for (const [source, state, count] of [
      ['', 'received', 900],
      ['', 'confirmed', 800],
      ['flyer', 'received', 10],
      ['radio', 'received', 9],
      ['radio', 'confirmed', 9],
      ['post', 'received', 30],
      ['post', 'confirmed', 5],
    ] as const)
      writing.tally('signature_sources', { campaign_id, source, state }, count);
    writing.tally('confirmation_delays', { campaign_id, hours: 3 }, 7);
    return Promise.resolve();
  });
  expect(await countryCounts(read(), campaign_id)).toEqual([
    { country: 'GB', count: 5 },
    { country: 'DE', count: 4 },
  ]);
  const flyer = { source: 'flyer', received: 10, confirmed: 0 };
  const strong = [{ source: '', received: 900, confirmed: 800 }, { source: 'post', received: 30, confirmed: 5 }, flyer];
  expect(await strongSources(read(), campaign_id, 20)).toEqual(strong);
  expect(await strongSources(read(), campaign_id, 1)).toEqual(strong.slice(0, 2));
  expect(await strongSources(read(), campaign_id + 1, 20)).toEqual([]);
  expect(await confirmationDelays(read(), campaign_id)).toEqual([{ hours: 3, count: 7 }]);
});

test('letters are told by state, by representative, and by why they wait', async () => {
  expect(await representativeCounts(read(), id(), 20)).toEqual([]);
  const wait = (real: boolean) => lettersWaiting(context, context.socialCredit, { real });
  expect(await wait(true)).toEqual({});
  await write(context, 'wanda@example.org');
  await deliver(context, { release: false });
  await confirmBy(context, 'wanda@example.org');
  expect(await letterCounts(read(), id())).toEqual({ pending: 0, verified: 1, expired: 0 });
  expect(await deliveryTotals(read(), id())).toEqual({ queued: 2 });
  expect((await representativeCounts(read(), id(), 1)).map(({ total, states }) => ({ total, states }))).toEqual([
    { total: 1, states: { queued: 1 } },
  ]);
  expect(await wait(false)).toEqual({ leave: 2 });
  // Three in the morning.
  context.clock.at = Date.parse('2026-11-24T03:00:00Z') / 1000;
  expect(await wait(true)).toEqual({ hours: 2 });
  await pauseLetters(context, 'social-credit', true, 'olga');
  expect(await wait(false)).toEqual({ paused: 2 });
  await context.store.write(({ db }) =>
    db.updateTable('representatives').set({ email: '' }).where('key', '=', 'ada').execute(),
  );
  expect(await wait(false)).toEqual({ paused: 1, 'with-writers': 1 });
});

test('mail is told by how much waits, since when, and how the last tries went', async () => {
  expect([await waitingMails(read()), await oldestUnsentAt(read())]).toEqual([0, undefined]);
  const at = context.clock.at - (context.clock.at % 60);
  await write(context, 'wanda@example.org');
  context.clock.at += 3 * hourSeconds;
  await write(context, 'willa@example.org');
  expect([await waitingMails(read()), await oldestUnsentAt(read())]).toEqual([2, at]);
  const hour = toHour(context.clock.at);
  await context.store.write((writing) => {
    writing.tally('mail_hours', { hour, outcome: 'put-off', reason: 'EDNS' }, 2);
    writing.tally('mail_hours', { hour: hour - hourSeconds, outcome: 'put-off', reason: 'EDNS' }, 3);
    writing.tally('mail_hours', { hour: hour - daySeconds, outcome: 'put-off', reason: 'EDNS' }, 90);
    writing.tally('mail_hours', { hour, outcome: 'sent', reason: '' }, 8);
    return Promise.resolve();
  });
  expect(await mailOutcomes(read(), hour - daySeconds + hourSeconds)).toEqual([
    { outcome: 'sent', reason: '', count: 8 },
    { outcome: 'put-off', reason: 'EDNS', count: 5 },
  ]);
});
