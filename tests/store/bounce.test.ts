import { afterEach, beforeEach, expect, test } from 'vitest';
import { bounceDelivery } from '../../src/campaign/bounce-delivery.ts';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { findRepresentatives } from '../../src/campaign/find-representatives.ts';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { retain } from '../../src/campaign/retain.ts';
import type { BounceKind } from '../../src/domain/bounce.ts';
import { daySeconds, hourSeconds, toHour } from '../../src/domain/clock.ts';
import { chosenRepresentatives } from '../../src/store/fit-representatives.ts';
import type { Change } from '../../src/store/writer.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, mailbox, write } from '../support/a-delivery.ts';
import { aPerson, aPopolo, imported } from '../support/a-popolo.ts';
import { leaveWithoutDrift } from '../support/leave-without-drift.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  await aDirectory(context);
  await write(context, 'wanda@example.org');
  await deliver(context);
  await confirmBy(context, 'wanda@example.org');
});
afterEach(() => leaveWithoutDrift(context));

const ada = 'ada.example@example.org';
const mailed = { real: false };

const deliveries = () => context.store.read.selectFrom('deliveries').selectAll().orderBy('id').execute();
const representative = (email: string) =>
  context.store.read.selectFrom('representatives').selectAll().where('email', '=', email).executeTakeFirstOrThrow();

async function deliveryTo(email: string): Promise<number> {
  const { id } = await representative(email);
  return (await deliveries()).find((row) => row.representative_id === id)!.id;
}

const comesBack = async (kind: BounceKind, { names = ada } = {}) =>
  bounceDelivery(context, await deliveryTo(ada), [{ kind, status: '5.1.1', addresses: [names] }]);

const returned = async () => (await mailbox(context)).filter(({ id }) => id.endsWith('-letter-returned'));

test('Ada’s mailbox is gone: Wanda gets her letter back, and nobody is offered to write to Ada by mail', async () => {
  await deliver(context);
  context.clock.at += 2 * hourSeconds;
  const told: Change[] = [];
  const unlisten = context.store.onChange((changes) => void told.push(...changes));
  expect(await comesBack('hard', { names: 'Ada.Example@EXAMPLE.org' })).toBe('hard');
  // Pages that offer her are made anew.
  expect(told).toContain('representatives');
  unlisten();
  await deliver(context);

  const at = toHour(context.clock.at);
  expect(await deliveries()).toMatchObject([{ state: 'bounced', settled_at: at }, { state: 'sent' }]);
  expect((await representative(ada)).bounced_at).toBe(at);
  const [mail, ...more] = await returned();
  expect(more).toEqual([]);
  expect(mail?.to).toBe('wanda@example.org');
  expect(mail?.subject).toBe('Your letter to Ada Example did not arrive');
  expect(mail?.text).toContain('Dear Ada Example,\n\nplease ask for the rules.\n\nWanda Example');
  expect(mail?.text).toContain(`${context.config.siteUrl}/me/`);
  expect(mail?.headers.find(({ name }) => name === 'Auto-Submitted')?.value).toBe('auto-generated');

  const { id } = await representative(ada);
  expect(await chosenRepresentatives(context, mailed, [id])).toBeUndefined();
  // She is still shown, so that her form or phone can be.
  const wanted = { country: 'GB', areas: [], search: '', text: 'letter', chosen: [] };
  const { directories } = await findRepresentatives(context, mailed, undefined, wanted);
  const names = directories.flatMap(({ representatives }) => representatives.map(({ name }) => name));
  expect(names).toContain('Ada Example');
});

test('the same bounce twice does one thing', async () => {
  await deliver(context);
  expect(await comesBack('hard')).toBe('hard');
  expect([await comesBack('hard'), await comesBack('soft')]).toEqual(['repeated', 'repeated']);
  await deliver(context);
  expect(await returned()).toHaveLength(1);
});

test('a letter that Ada’s full mailbox sent back is returned, and the next one may go to her', async () => {
  await deliver(context);
  expect(await comesBack('soft')).toBe('soft');
  await deliver(context);
  expect((await deliveries())[0]).toMatchObject({ state: 'bounced' });
  expect((await representative(ada)).bounced_at).toBeNull();
  expect(await returned()).toHaveLength(1);
});

test('late news, notices that prove nothing and reports about somebody behind Ada’s address change nothing', async () => {
  await deliver(context);
  const before = [await deliveries(), await representative(ada)];
  expect(await comesBack('under-way')).toBe('under-way');
  expect(await comesBack('hard', { names: 'staff@example.org' })).toBe('unclear');
  expect(await bounceDelivery(context, await deliveryTo(ada), [])).toBe('unclear');
  await deliver(context);
  expect([await deliveries(), await representative(ada)]).toEqual(before);
  expect(await returned()).toEqual([]);
});

test('a report that is quicker than our own note waits for it', async () => {
  expect(await comesBack('hard')).toBe('not-sent-yet');
  await deliver(context);
  expect(await comesBack('hard')).toBe('hard');
});

test('nothing happens about a letter that was erased, and nothing is sent to whoever erases before it goes', async () => {
  await deliver(context);
  const id = await deliveryTo(ada);
  const { socialCredit: campaign } = context;
  const erase = () =>
    erasePerson(context, { id: campaign.id, slug: 'social-credit' }, campaign.indexOf!('wanda@example.org'));
  expect(await comesBack('hard')).toBe('hard');
  expect(await erase()).toBe(1);
  await deliver(context);
  expect(await returned()).toEqual([]);
  const again = await bounceDelivery(context, id, [{ kind: 'hard', status: '5.1.1', addresses: [ada] }]);
  expect(again).toBe('gone');
});

test('once the text is scrubbed the bounce still counts, and there is nothing to give back', async () => {
  await deliver(context);
  context.clock.at += 28 * daySeconds + hourSeconds;
  expect(await retain(context, context.socialCredit)).toMatchObject({ 'texts of letters': 1 });
  expect(await comesBack('hard')).toBe('hard');
  await deliver(context);
  expect((await representative(ada)).bounced_at).not.toBeNull();
  expect(await returned()).toEqual([]);
});

test('another letter that waits for Ada is returned too, with no further try; a new address starts anew', async () => {
  await deliver(context);
  await write(context, 'willa@example.org');
  await deliver(context);
  expect(await confirmBy(context, 'willa@example.org')).toBe('confirmed');
  expect(await comesBack('hard')).toBe('hard');
  await deliver(context);
  expect((await returned()).map(({ to }) => to).toSorted()).toEqual(['wanda@example.org', 'willa@example.org']);
  expect((await deliveries()).map(({ state }) => state).toSorted()).toEqual(['bounced', 'failed', 'sent', 'sent']);

  const bring = async (email: string) => {
    const { directory, representatives } = imported(aPopolo({ persons: [aPerson({ email })] }));
    await importDirectory(context, directory, representatives);
    return (await representative(email)).bounced_at;
  };
  expect(await bring(ada)).not.toBeNull();
  expect(await bring('ada@parliament.example')).toBeNull();
});
