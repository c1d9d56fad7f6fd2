import type { Challenge } from 'altcha-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { insertOverride } from '../../src/store/overrides.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Writing } from '../../src/store/writer.ts';
import { strings } from '../../src/strings/strings.ts';
import { aServer, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { anOrganizer, type TestOrganizer } from '../support/an-organizer.ts';
import { runCommand } from '../support/run-command.ts';

const { settings: text } = strings('en').organize;
const { sign, campaign: campaignText } = strings('en');
const path = '/organize/social-credit/settings';
let server: TestServer;
let ed: TestOrganizer;
beforeAll(async () => {
  server = await aServer();
  ed = await anOrganizer(server, 'editor', 'ed');
});
afterAll(() => server.stop());

const press = (act: string, fields: Record<string, string> = {}) => ed.post(path, { act, ...fields });
const settingsPage = async (): Promise<string> => (await ed.get(path)).text();
/** Says something, and follows to the page that tells so. */
async function said(act: string, fields: Record<string, string> = {}): Promise<string> {
  const answer = await press(act, fields);
  expect(answer.status).toBe(303);
  return (await ed.get(answer.headers.get('Location')!)).text();
}
const campaignPage = async (): Promise<string> => (await server.get('/social-credit')).text();
const signBy = (email: string) => server.post('/social-credit/sign', aSignature({ email }));
const goal = async () =>
  ((await (await server.get('/api/v1/campaigns/social-credit')).json()) as { goal: number }).goal;

test('Ed pauses signing: the page says so at once, forms and programs are told to come back, and links still confirm', async () => {
  await signBy('early@example.org');
  const [mail] = await server.mailsTo('early@example.org');
  expect(await campaignPage()).toContain('name="email"');
  expect(await said('pause-signing')).toContain(text.done.signing.paused);

  const page = await campaignPage();
  expect(page).toContain(sign.paused);
  expect(page).not.toMatch(/name="email"|href="#sign"/);
  for (const answer of [
    await signBy('late@example.org'),
    await server.postJson('/api/v1/campaigns/social-credit/signatures', aSignature({ email: 'late@example.org' })),
  ]) {
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await answer.text()).toContain(strings('en').problems.signingPaused.title);
  }
  // Faulty forms are not asked to be mended for nothing.
  expect((await server.post('/social-credit/sign', {})).status).toBe(503);
  expect((await server.get('/social-credit/letter?country=GB')).status).toBe(200);
  const before = await countOn(server);
  expect((await server.post(linkIn(mail!), {})).headers.get('Location')).toBe('/social-credit/signed');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await countOn(server)).toBe(before + 1);

  expect(await settingsPage()).toMatch(/Paused since .* by ed\./);
  expect(await said('resume-signing')).toContain(text.done.signing.open);
  expect(await campaignPage()).toContain('name="email"');
  expect((await signBy('late@example.org')).status).toBe(303);
});

test('he holds letters back and lets them go on, and sees when the command did', async () => {
  expect(await said('pause-letters')).toContain(text.done.letters.paused);
  await runCommand(server, 'letters', 'resume', 'social-credit');
  expect(await settingsPage()).toContain(text.letters.going);
  await runCommand(server, 'letters', 'pause', 'social-credit');
  expect(await settingsPage()).toContain('Held back since');
  expect(await said('resume-letters')).toContain(text.done.letters.going);
});

test('he sets goals and takes them back: page and API follow', async () => {
  const inFile = await goal();
  await said('set-goals', { goals: '7, 70,  7 000' });
  expect(await goal()).toBe(7);
  expect(await campaignPage()).toContain('Next goal: 7<');
  expect(await settingsPage()).toMatch(/by ed: 7 · 70 · 7,000/);
  await said('take-back-goals');
  expect(await goal()).toBe(inFile);
});

test('he sets the last day, or lets it be open', async () => {
  await said('set-last-day', { closesAt: '2090-05-06' });
  expect(await campaignPage()).toContain(campaignText.closesOn('May 6, 2090'));
  await said('no-last-day');
  expect(await campaignPage()).not.toContain('Open for signatures until');
  await said('take-back-closesAt');
  expect(await campaignPage()).toContain('December 31, 2027');
});

test('while robots sign he raises the work by one button: browsers are given more at once, and no page or form says so', async () => {
  const workAsked = async () => {
    const challenge = (await (await server.get('/api/v1/campaigns/social-credit/challenge')).json()) as Challenge;
    return challenge.parameters.data?.work;
  };
  expect(await workAsked()).toBe('light');
  const before = await campaignPage();
  expect(await said('raise-work')).toContain(text.done.work.heavy);
  expect(await workAsked()).toBe('heavy');
  expect(await campaignPage()).toBe(before);
  expect((await signBy('without.work@example.org')).status).toBe(303);
  expect(await settingsPage()).toMatch(/by ed: much work for browsers/);
  expect(await said('lower-work')).toContain(text.done.work.light);
  expect(await workAsked()).toBe('light');
  expect(await said('take-back-work')).toContain(text.done.work.light);
  const log = await (await ed.get('/organize/log')).text();
  expect(log).toContain('ed changed work from light to heavy');
});

test('he closes it in two steps, the first of which says what that means, and opens it again', async () => {
  expect(await settingsPage()).toContain(`href="${path}/close"`);
  const first = await (await ed.get(`${path}/close`)).text();
  expect(first).toContain('365 days');
  expect(first).toContain('npx campaign close');
  expect(await campaignPage()).toContain('name="email"');

  expect(await said('close')).toContain(text.done.closing.closed);
  expect(await campaignPage()).toContain(campaignText.closedNote);
  expect((await signBy('too.late@example.org')).status).toBe(410);
  expect(await settingsPage()).toMatch(/Closed since .* by ed\./);
  expect(await said('reopen')).toContain(text.done.closing.open);
  const log = await (await ed.get('/organize/log')).text();
  expect(log).toMatch(/ed opened the campaign again\.[^]*ed closed the campaign\./);
  expect((await signBy('just@example.org')).status).toBe(303);
});

test.each([
  ['set-last-day', { closesAt: '' }, text.errors.dayMissing],
  ['set-last-day', { closesAt: '31.12.2030' }, text.errors.dayWrong],
  ['set-last-day', { closesAt: '2030-02-30' }, text.errors.dayWrong],
  ['set-last-day', { closesAt: '2020-01-01' }, text.errors.dayPast],
  ['set-goals', { goals: '' }, text.errors.goalsMissing],
  ['set-goals', { goals: 'many' }, text.errors.goalsWrong],
  ['set-goals', { goals: '0' }, text.errors.goalsWrong],
  ['set-goals', { goals: '10, 10' }, text.errors.goalsFall],
  ['set-goals', { goals: Array.from({ length: 51 }, (_, at) => at + 1).join(',') }, text.errors.goalsMany],
  ['set-moderation', { moderation: 'never' }, text.errors.moderationMissing],
])('%s with %j is refused with what to do, and what was typed stays', async (act, fields, message) => {
  const answer = await press(act, fields);
  expect(answer.status).toBe(422);
  const page = (await answer.text()).replaceAll('&#39;', '’');
  expect(page).toContain(message);
  const [typed = ''] = Object.values(fields);
  if (act !== 'set-moderation') expect(page).toContain(typed === '' ? ' value>' : `value="${typed}"`);
});

test('a button that there is not answers 400', async () => {
  for (const act of ['', 'erase-all', '__proto__', 'constructor']) expect((await press(act)).status).toBe(400);
});

test('the settings are nobody’s but editors’', async () => {
  const victor = await anOrganizer(server, 'viewer', 'victor');
  for (const at of [path, `${path}/close`]) {
    expect((await victor.get(at)).status).toBe(403);
    expect((await server.get(at)).headers.get('Location')).toBe('/organize/sign-in');
  }
  expect((await victor.post(path, { act: 'close' })).status).toBe(403);
  expect((await server.post(path, { act: 'close' })).status).toBe(401);
  const foreign = { Cookie: ed.cookie, Origin: 'https://elsewhere.example' };
  expect((await server.post(path, { act: 'close' }, foreign)).status).toBe(403);
  expect((await server.postJson(path, { act: 'close' }, { Cookie: ed.cookie })).status).toBe(415);
  expect((await ed.post('/organize/no-such-campaign/settings', { act: 'close' })).status).toBe(404);
  expect(await campaignPage()).toContain('name="email"');
});

/** Beside the server, as a command or an accident would. */
async function written(write: (writing: Writing) => Promise<unknown>): Promise<void> {
  const store = await openStore(readConfig({ DATA_DIR: server.dataDir, ...server.env }).database);
  await store.write(write);
  await store.close();
}

test('whether it was closed by hand cannot be read: the page says what that means, and he mends it', async () => {
  const damaged = { campaign_id: 1, setting: 'closedAt', value: '{', set_at: 1, set_by: 'ed' };
  await written((writing) => insertOverride(writing, damaged));
  const page = await settingsPage();
  expect(page).toContain(text.closing.damaged);
  expect(page).not.toContain('everything about signers and writers is deleted');
  await said('reopen');
  expect(await settingsPage()).not.toContain(text.closing.damaged);
  // The log tells of it if the server has looked meanwhile.
  expect(server.troubles.splice(0).filter((trouble) => !trouble.includes('cannot be read'))).toEqual([]);
});

test('once everybody was deleted, the page says that it is over, and nothing opens it again', async () => {
  const emptiedAt = (at: number | null) =>
    written(({ db }) =>
      db.updateTable('campaigns').set({ emptied_at: at }).where('slug', '=', 'social-credit').execute(),
    );
  await emptiedAt(1);
  const page = await settingsPage();
  expect(page).toContain(text.closing.over);
  expect(page).not.toMatch(/value="(?:reopen|set-last-day)"|settings\/close"|is deleted, as/);
  expect((await press('no-last-day')).status).toBe(422);
  await emptiedAt(null);
});

test('after closing for good, the page says so and offers neither', async () => {
  await runCommand(server, 'close', 'social-credit', '--yes');
  // The server notices within a second what a command has written.
  await expect.poll(() => settingsPage(), { timeout: 10_000 }).toContain(text.closing.forGood);
  expect(await settingsPage()).not.toMatch(/value="(?:reopen|set-last-day)"|settings\/close"/);
  const answer = await press('reopen');
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(text.errors.ended);
  expect((await signBy('never@example.org')).status).toBe(410);
  expect(server.troubles).toEqual([]);
});
