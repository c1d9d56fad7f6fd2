import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMailPace } from '../../src/campaign/mail-pace.ts';
import { sendDataLink } from '../../src/campaign/send-data-link.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { toMinute } from '../../src/domain/clock.ts';
import { mailsAMinute } from '../../src/domain/limits.ts';
import { claimMessages } from '../../src/store/claims.ts';
import { signatureCounts } from '../../src/store/signatures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, write } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  context.mailPace = openMailPace(() => context.clock.at);
});
afterEach(() => context.remove());

const most = mailsAMinute.other;
const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));
const waits = async (): Promise<number[]> => {
  const rows = await context.store.read.selectFrom('messages').select('due_at').orderBy('id').execute();
  return rows.map(({ due_at }) => (due_at - toMinute(context.clock.at)) / 60);
};

test('when a whole town signs in a minute every signature is stored, and its mails leave minute by minute', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 3 * most }, (_, at) => sign(`citizen-${at}@town-of-nowhere.org`)),
  );
  expect(new Set(outcomes)).toEqual(new Set(['signed']));
  expect(await signatureCounts(context.store.read, context.socialCredit.id)).toMatchObject({ pending: 3 * most });
  await sign('stranger@elsewhere-in-nowhere.org');
  const minutes = await waits();
  expect(minutes.pop()).toBe(0);
  expect(minutes.filter((wait) => wait === 0).length).toBeGreaterThanOrEqual(most);
  const later = Map.groupBy(minutes, (wait) => wait);
  expect(Math.max(...later.keys())).toBeGreaterThan(0);
  expect(Math.max(...later.keys())).toBeLessThanOrEqual(3);
  // What waits is not sent before its time, and then it is.
  const sent = async (): Promise<number> =>
    (await context.store.write((writing) => claimMessages(writing, 'a claim', context.clock.at, 3600, 1000))).length;
  expect(await sent()).toBe((later.get(0)?.length ?? 0) + 1);
  context.clock.at += 4 * 60;
  expect(await sent()).toBe(3 * most - (later.get(0)?.length ?? 0));
});

test('a form that sends no mail takes no place in the line', async () => {
  for (let at = 0; at < 10; at++) await sign('clerk@town-of-nowhere.org');
  for (let at = 0; at < most - 3; at++) await sign(`citizen-${at}@town-of-nowhere.org`);
  expect(new Set(await waits())).toEqual(new Set([0]));
});

test('letters that wait for their writer’s word, mails of those who sign again and links that were asked for stand in the same line', async () => {
  await sign('sam@town-of-nowhere.org');
  for (let at = 0; at < 3 * most; at++) context.mailPace.delayOf('citizen@town-of-nowhere.org');
  await aDirectory(context);
  await sign('sam@town-of-nowhere.org');
  await sendDataLink(context, context.socialCredit, 'sam@town-of-nowhere.org');
  expect(await write(context, 'wanda@town-of-nowhere.org')).toBe('written');
  const [first, ...others] = await waits();
  expect(first).toBe(0);
  expect(others).toHaveLength(3);
  for (const wait of others) expect(wait).toBeGreaterThan(0);
});
