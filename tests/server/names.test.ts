import { afterAll, beforeAll, expect, test } from 'vitest';
import { strings } from '../../src/strings/strings.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { anOrganizer, type TestOrganizer } from '../support/an-organizer.ts';

const { names: text, settings } = strings('en').organize;
const { yourData } = strings('en');
const path = '/organize/social-credit/names';
let server: TestServer;
let ed: TestOrganizer;
beforeAll(async () => {
  server = await aServer();
  ed = await anOrganizer(server, 'editor', 'ed');
});
afterAll(() => server.stop());

/** Somebody signs, chooses to be shown and confirms. @returns the path of their own page */
async function shown(name: string, changes: Record<string, string> = {}): Promise<string> {
  const { email = `${name.replace(/\W+/g, '.').toLowerCase()}@example.org` } = changes;
  await server.post('/social-credit/sign', aSignature({ name, email, public: 'on', ...changes }));
  const [mail] = await server.mailsTo(email);
  await server.post(linkIn(mail!), {});
  return /\/me\/[\w-]{64}/.exec(mail!.text)![0];
}

const pageOf = async (queue = 'waiting'): Promise<string> => (await ed.get(`${path}?queue=${queue}`)).text();
/** What the buttons of a name send: its number and version. */
const valueOf = (page: string, name: string): string =>
  new RegExp(`id="name-(\\d+\\.[0-9a-f]{12})"[^>]*>\\s*<bdi[^>]*>${name}<`).exec(page)?.[1] ?? 'not there';
const has = async (queue: string, name: string) => (await pageOf(queue)).includes(`>${name}</bdi>`);

/** The campaign's page once its cache has had its second. */
async function campaignPage(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 1100));
  return (await server.get('/social-credit')).text();
}

test('Ed approves one name by its own button and comes back to where he was, told what was done', async () => {
  await shown('Anna Shown', { comment: 'For my children' });
  await shown('Ben Shown');
  const page = await pageOf();
  expect(page).toContain('For my children');
  expect(page).toContain(text.waiting.after);
  const answer = await ed.post(path, { queue: 'waiting', after: '', approve: valueOf(page, 'Anna Shown') });
  expect(answer.status).toBe(303);
  const place = answer.headers.get('Location')!;
  expect(place).toBe(`${path}?queue=waiting&after=&done=approved&count=1&left=0#done`);
  const after = await (await ed.get(place)).text();
  expect(after).toContain(text.done.approved(1));
  expect([await has('waiting', 'Anna Shown'), await has('approved', 'Anna Shown')]).toEqual([false, true]);
  expect(await has('waiting', 'Ben Shown')).toBe(true);
});

test('he hides those that he ticked, which go from the campaign’s page; their signer’s own page says who does not show it', async () => {
  const own = await shown('Rude Shown', { comment: 'Rude words' });
  await shown('Rough Shown');
  expect(await campaignPage()).toContain('Rude words');
  const page = await pageOf();
  const ticked = ['Rude Shown', 'Rough Shown'].map((name): [string, string] => ['name', valueOf(page, name)]);
  const answer = await ed.post(path, [['queue', 'waiting'], ['act', 'hide'], ...ticked]);
  expect(answer.headers.get('Location')).toContain('done=hidden&count=2');
  expect(await campaignPage()).not.toMatch(/Rude words|Rough Shown/);
  expect(await (await ed.get('/organize/log')).text()).toMatch(/ed hid 2 names, of the signatures \d+, \d+\./);

  const held = await (await server.get(own)).text();
  expect(held).toContain(yourData.shownAs.hidden);
  expect(held).not.toContain(yourData.shownAs.shown);
  const data = (await (await server.get(`${own}/data.json`)).json()) as { signature: object };
  expect(data.signature).toMatchObject({
    shownInPublic: null,
    chosenToBeShown: { name: 'Rude Shown', comment: 'Rude words', standing: 'hidden' },
  });
  await server.post(own, { act: 'hide' });
  const back = await server.post(own, { act: 'show' });
  expect(await (await server.get(back.headers.get('Location')!)).text()).toContain(yourData.done['show-hidden']);
  expect(await campaignPage()).not.toContain('Rude words');
});

test('he approves all on the page at once, but for one that its signer has changed since he loaded it', async () => {
  await shown('Cara Shown');
  const own = await shown('Dora Shown');
  const page = await pageOf();
  const listed = [...page.matchAll(/name="listed" value="([^"]+)"/g)].map(([, value]): [string, string] => [
    'listed',
    value!,
  ]);
  expect(listed.length).toBeGreaterThanOrEqual(3);
  await server.post(own, { act: 'hide' });
  await server.post(own, { act: 'show' });
  const answer = await ed.post(path, [['queue', 'waiting'], ['act', 'approve-all'], ...listed]);
  const after = await (await ed.get(answer.headers.get('Location')!)).text();
  expect(after).toContain(text.done.approved(listed.length - 1));
  expect(after).toContain(text.left(1));
  expect(await has('waiting', 'Dora Shown')).toBe(true);
  expect(await has('approved', 'Cara Shown')).toBe(true);
});

test('with approval first, nobody is on the page before Ed has looked, and signers are told so', async () => {
  await ed.post('/organize/social-credit/settings', { act: 'set-moderation', moderation: 'before' });
  const own = await shown('Ella Shown');
  expect(await campaignPage()).not.toContain('Ella Shown');
  expect(await (await server.get(own)).text()).toContain(yourData.shownAs.waiting);
  expect(await pageOf()).toContain(text.lead.before);
  expect(await pageOf()).toContain(text.waiting.before);
  await ed.post(path, { queue: 'waiting', approve: valueOf(await pageOf(), 'Ella Shown') });
  expect(await campaignPage()).toContain('Ella Shown');
  expect(await (await server.get(own)).text()).toContain(yourData.shownAs.shown);
  await ed.post('/organize/social-credit/settings', { act: 'take-back-moderation' });
  expect(await (await ed.get('/organize/social-credit/settings')).text()).toContain(
    settings.inFile(settings.moderation.after),
  );
});

test('names in any script, and what looks like HTML, stand there as they were typed', async () => {
  await shown('李小龙', { email: 'li@example.org' });
  await shown('محمد عبد الله', { email: 'mo@example.org', comment: '<img src=x onerror=alert(1)>' });
  const page = await pageOf();
  expect(page).toContain('>李小龙</bdi>');
  expect(page).toContain('محمد عبد الله');
  expect(page).toContain('&lt;img src=x');
  expect(page).not.toMatch(/<img|style=|<script>/);
});

test.each([
  ['nothing is ticked', { queue: 'waiting', act: 'approve' }, text.errors.noneTicked],
  ['a name is garbled', { queue: 'waiting', approve: '1.x' }, text.errors.garbled],
  ['there is no such button', { queue: 'waiting', act: 'delete', name: '1.abcdefabcdef' }, text.errors.garbled],
  ['there is no such queue', { queue: 'others', approve: '1.abcdefabcdef' }, text.errors.garbled],
])('when %s, Ed gets the queue again and is told', async (_, fields, message) => {
  const answer = await ed.post(path, fields);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(message);
  expect(page).toContain('data-queue');
});

test('an address with a strange place leads to the beginning', async () => {
  const answer = await ed.get(`${path}?queue=nowhere&after=1;drop&done=approved&count=many`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('id="names"');
});

test('the queue is nobody’s but editors’', async () => {
  const victor = await anOrganizer(server, 'viewer', 'victor');
  const fields = { queue: 'waiting', hide: valueOf(await pageOf(), '李小龙') };
  expect((await victor.get(path)).status).toBe(403);
  expect((await victor.post(path, fields)).status).toBe(403);
  expect((await server.post(path, fields)).status).toBe(401);
  expect((await server.get(path)).headers.get('Location')).toBe('/organize/sign-in');
  const foreign = { Cookie: ed.cookie, Origin: 'https://elsewhere.example' };
  expect((await server.post(path, fields, foreign)).status).toBe(403);
  expect((await ed.get('/organize/no-such-campaign/names')).status).toBe(404);
  expect(await has('waiting', '李小龙')).toBe(true);
});

test('no name stands in the log', () => {
  expect(server.logged.join('\n')).not.toMatch(/Shown|李小龙/);
  expect(server.troubles).toEqual([]);
});
