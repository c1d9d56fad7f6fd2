import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeSetting } from '../../src/campaign/change-setting.ts';
import { closeCampaign } from '../../src/campaign/close-campaign.ts';
import { pauseLetters } from '../../src/campaign/pause-letters.ts';
import { previewRetention, retain } from '../../src/campaign/retain.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { refreshCampaign } from '../../src/campaign/start-campaign.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import type { Change } from '../../src/domain/overrides.ts';
import { openContext } from '../../src/open-context.ts';
import { isClosed, nextGoal } from '../../src/settings/campaign.ts';
import { startClock } from '../../src/server-clock.ts';
import { insertOverride } from '../../src/store/overrides.ts';
import { campaignById } from '../../src/store/campaigns.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { confirmBy, deliver } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const say = (change: Change) => changeSetting(context, context.socialCredit, 'olga', change);
const settings = () => context.socialCredit.settings;
const closed = () => isClosed(settings(), context.clock.at);
const sign = (email = 'sam@example.org') => signPetition(context, context.socialCredit, 'en', typed({ email }));
const acts = async () =>
  (await context.store.read.selectFrom('audit').selectAll().orderBy('id').execute()).map(
    ({ act, organizer, campaign, facts }) => ({ act, organizer, campaign, ...(JSON.parse(facts) as object) }),
  );
/** Something in the table that none of our pages writes. */
const write = (setting: string, value: string | null) =>
  context.store.write((writing) =>
    insertOverride(writing, { campaign_id: context.socialCredit.id, setting, value, set_at: 1, set_by: 'olga' }),
  );

test('what Olga says holds at once, wins over campaign.yaml, and is taken back again', async () => {
  const { folder } = context.socialCredit;
  expect(settings().goals).toEqual(folder.goals);
  expect(await say({ setting: 'goals', value: [7, 70] })).toBe('done');
  expect(nextGoal(settings(), 7)).toBe(70);
  expect(await say({ setting: 'goals', value: [7, 70] })).toBe('as-before');
  expect(await say({ setting: 'moderation', value: 'before' })).toBe('done');
  expect(settings().moderation).toBe('before');
  expect(await say({ setting: 'closesAt', value: '2026-11-23' })).toBe('done');
  expect(settings().closesAt).toBe('2026-11-23');
  expect(await say({ setting: 'closesAt', value: 'none' })).toBe('done');
  expect(settings().closesAt).toBeUndefined();

  for (const setting of ['goals', 'moderation', 'closesAt'] as const)
    expect(await say({ setting, value: null })).toBe('done');
  expect(await say({ setting: 'goals', value: null })).toBe('as-before');
  expect(settings()).toEqual(folder);
});

test('saying what holds anyway is no act, and does not pin it', async () => {
  expect(await say({ setting: 'goals', value: context.socialCredit.folder.goals })).toBe('as-before');
  expect(await say({ setting: 'signing', value: 'open' })).toBe('as-before');
  expect(await context.store.read.selectFrom('overrides').selectAll().execute()).toEqual([]);
  expect(await acts()).toEqual([]);
});

test('each change is in the log with what was and what is', async () => {
  await say({ setting: 'signing', value: 'paused' });
  await say({ setting: 'signing', value: null });
  await say({ setting: 'goals', value: [5] });
  await pauseLetters(context, 'social-credit', true, 'olga');
  await pauseLetters(context, 'social-credit', true, 'olga');
  const goals = context.socialCredit.folder.goals.map(String);
  const olga = { act: 'setting-changed', organizer: 'olga', campaign: 'social-credit' };
  expect(await acts()).toEqual([
    { ...olga, setting: 'signing', from: 'open', to: 'paused', override: true },
    { ...olga, setting: 'signing', from: 'paused', to: 'open', override: false },
    { ...olga, setting: 'goals', from: goals, to: ['5'], override: true },
    { ...olga, setting: 'letters', from: 'open', to: 'paused' },
  ]);
});

test('while signing is paused nothing is stored, and links that are out still confirm', async () => {
  expect(await sign()).toBe('signed');
  await deliver(context);
  await say({ setting: 'signing', value: 'paused' });
  expect(await sign('sue@example.org')).toBe('paused');
  expect(await context.store.read.selectFrom('signatures').select('id').execute()).toHaveLength(1);
  expect(await confirmBy(context, 'sam@example.org')).toBe('confirmed');
  await say({ setting: 'signing', value: null });
  expect(await sign('sue@example.org')).toBe('signed');
});

test('Olga closes the campaign and opens it again; after its last day only a later one does', async () => {
  await say({ setting: 'closedAt', value: context.clock.at });
  expect(closed()).toBe(true);
  expect(await sign()).toBe('closed');
  context.clock.at += 60;
  expect(await say({ setting: 'closedAt', value: context.clock.at })).toBe('as-before');
  expect(settings().closedAt).toBe(context.clock.at - 60);
  await say({ setting: 'closedAt', value: null });
  expect(await sign()).toBe('signed');

  await say({ setting: 'closesAt', value: '2026-11-24' });
  context.clock.at += 2 * daySeconds;
  expect(closed()).toBe(true);
  await say({ setting: 'closesAt', value: '2026-12-24' });
  expect(closed()).toBe(false);
});

test('a campaign that was closed for good is not opened by any setting', async () => {
  await closeCampaign(context, 'social-credit');
  for (const change of [
    { setting: 'closedAt', value: null },
    { setting: 'closesAt', value: 'none' },
    { setting: 'signing', value: 'paused' },
  ] as const)
    expect(await say(change)).toBe('ended');
  expect(closed()).toBe(true);
  await write('closedAt', null);
  await refreshCampaign(context, context.socialCredit);
  expect(closed()).toBe(true);
  expect(await sign()).toBe('closed');
});

/** Until everything about the people of a campaign whose last day is over is deleted. */
async function emptied(): Promise<void> {
  await sign();
  await deliver(context);
  expect(await confirmBy(context, 'sam@example.org')).toBe('confirmed');
  context.clock.at = Date.parse('2029-01-01T12:00:00Z') / 1000;
  for (let day = 0; day < 9; day++, context.clock.at += daySeconds) await retain(context, context.socialCredit);
  expect(await context.store.read.selectFrom('signatures').select('id').execute()).toEqual([]);
}

test('a campaign that was emptied is not opened by any setting or folder: Sam would count twice', async () => {
  await emptied();
  for (const change of [
    { setting: 'closedAt', value: null },
    { setting: 'closesAt', value: 'none' },
    { setting: 'closesAt', value: '2099-12-31' },
    { setting: 'signing', value: 'paused' },
  ] as const)
    expect(await say(change)).toBe('ended');
  await write('closesAt', '"none"');
  context.socialCredit.folder = { ...context.socialCredit.folder, closesAt: '2099-12-31' };
  await refreshCampaign(context, context.socialCredit);
  expect(closed()).toBe(true);
  expect(await sign()).toBe('closed');
  expect(await say({ setting: 'goals', value: [3] })).toBe('done');
});

test.each(['closesAt', 'closedAt'])('while what was said of %s cannot be read, nobody is deleted', async (setting) => {
  await sign();
  await deliver(context);
  expect(await confirmBy(context, 'sam@example.org')).toBe('confirmed');
  await write(setting, '{');
  await refreshCampaign(context, context.socialCredit);
  context.clock.at = Date.parse('2029-01-01T12:00:00Z') / 1000;
  for (let day = 0; day < 9; day++, context.clock.at += daySeconds) await retain(context, context.socialCredit);
  expect((await previewRetention(context, context.socialCredit))['signatures after the campaign']).toBe(0);
  expect(await context.store.read.selectFrom('signatures').select('id').execute()).toHaveLength(1);
  // Nobody was told while it could not be read: the week begins when it can.
  await write(setting, null);
  await refreshCampaign(context, context.socialCredit);
  await retain(context, context.socialCredit);
  context.clock.at += 6 * daySeconds;
  expect((await retain(context, context.socialCredit))['signatures after the campaign']).toBe(0);
  context.clock.at += daySeconds;
  expect((await retain(context, context.socialCredit))['signatures after the campaign']).toBe(1);
});

test('the command deletes nobody either, and says why; doctor fails', async () => {
  const { database, dataDir } = context.config;
  const env: Record<string, string> = database.kind === 'postgres' ? { DATABASE_URL: database.url } : {};
  // Long over, as the folder's last day would have it.
  await write('closesAt', '"2020-01-01"');
  await context.store.write(({ db }) => db.updateTable('campaigns').set({ ending_seen_at: 0 }).execute());
  await sign();
  context.clock.at += 1;
  await write('closedAt', '{');
  const { stderr } = await runCommand({ dataDir, env }, 'retention', 'social-credit');
  expect(stderr).toContain('“closedAt” cannot be read');
  const doctor = await runCommand({ dataDir, env }, 'doctor');
  expect(doctor.stdout).toMatch(/“closedAt” cannot be read.* Nothing is deleted/);
  expect(doctor.code).toBe(1);
  expect(await context.store.read.selectFrom('signatures').select('id').execute()).toHaveLength(1);
}, 60_000);

test('retention counts from the day that organizers set, and not from the one in campaign.yaml', async () => {
  await sign();
  await deliver(context);
  expect(await confirmBy(context, 'sam@example.org')).toBe('confirmed');
  await say({ setting: 'closesAt', value: 'none' });
  context.clock.at = Date.parse('2030-01-01T12:00:00Z') / 1000;
  for (let day = 0; day < 9; day++, context.clock.at += daySeconds) await retain(context, context.socialCredit);
  expect(await context.store.read.selectFrom('signatures').select('id').execute()).toHaveLength(1);
  await say({ setting: 'closesAt', value: null });
  await retain(context, context.socialCredit);
  context.clock.at += 8 * daySeconds;
  const due = await previewRetention(context, context.socialCredit);
  expect(due['signatures after the campaign']).toBe(1);
  expect((await campaignById(context.store.read, context.socialCredit.id))?.emptied_at).toBeNull();
});

test('commands go by what organizers have said as well, and doctor tells of what cannot be read', async () => {
  const { database, dataDir } = context.config;
  const env: Record<string, string> = database.kind === 'postgres' ? { DATABASE_URL: database.url } : {};
  await write('closedAt', '1500000000');
  await write('goals', '{');
  const { stdout: told } = await runCommand({ dataDir, env }, 'doctor', '--json');
  expect(told).toContain('deleted within a week');
  expect(told).toContain('“goals” cannot be read');
  await runCommand({ dataDir, env }, 'retention', 'social-credit');
  expect((await campaignById(context.store.read, context.socialCredit.id))?.ending_seen_at).not.toBeNull();
}, 60_000);

test.each([
  ['goals', '[100, 5]'],
  ['goals', '"many"'],
  ['goals', '{'],
  ['closesAt', '"someday"'],
  ['closedAt', '-1'],
  ['moderation', '"maybe"'],
  ['signing', 'true'],
  ['colour', '"red"'],
])('a damaged row of %s, %s, is left out and told of', async (setting, value) => {
  await write(setting, value);
  await refreshCampaign(context, context.socialCredit);
  expect(settings()).toEqual(context.socialCredit.folder);
  expect(context.socialCredit.unreadable).toEqual([setting]);
  const other = await openContext(context.config, () => context.clock.at);
  expect(other.campaigns.get('social-credit')!.unreadable).toEqual([setting]);
  await other.close();
});

test('a damaged row is mended by saying it anew, also where campaign.yaml says the same', async () => {
  await write('goals', '{');
  expect(await say({ setting: 'goals', value: context.socialCredit.folder.goals })).toBe('done');
  expect(context.socialCredit.unreadable).toEqual([]);
});

test('a change by another server, or a damaged row, is noticed within seconds; the log tells of the latter once', async () => {
  const troubles: string[] = [];
  const log = {
    info: () => undefined,
    error: (event: string, facts?: object) => void troubles.push(`${event} ${JSON.stringify(facts)}`),
  };
  let cleared = 0;
  const stop = startClock({ ...context, pages: { clear: () => void (cleared += 1) }, sending: { real: false } }, log);
  const other = await openContext(context.config, () => context.clock.at);
  await changeSetting(other, other.campaigns.get('social-credit')!, 'olga', { setting: 'signing', value: 'paused' });
  await vi.waitFor(() => expect(settings().signingPaused).toBe(true), 5000);
  await vi.waitFor(() => expect(cleared).toBeGreaterThan(0), 1000);
  for (const at of [1, 2]) {
    await other.store.write((writing) =>
      insertOverride(writing, {
        campaign_id: context.socialCredit.id,
        setting: 'goals',
        value: '[2, 1]',
        set_at: at,
        set_by: 'olga',
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  await stop();
  await other.close();
  expect(settings().goals).toEqual(context.socialCredit.folder.goals);
  expect(troubles.filter((line) => line.includes('setting'))).toHaveLength(1);
  expect(troubles[0]).toContain('goals');
}, 20_000);
