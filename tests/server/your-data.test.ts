import { afterAll, beforeAll, expect, test } from 'vitest';
import { retain } from '../../src/campaign/retain.ts';
import { readConfig } from '../../src/config.ts';
import { openContext } from '../../src/open-context.ts';
import { strings } from '../../src/strings/strings.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aServer, codeIn, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

const text = strings('en');
let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

/** Somebody who tells much and does not want to be shown. */
const told = (name: string, email: string, changes: Record<string, string> = {}) =>
  aSignature({ name, email, postcode: 'PC7 9XY', comment: `${name} cares`, updates: 'on', ...changes });
const sign = (fields: Record<string, string>) => server.post('/social-credit/sign', fields);
const dataLinkIn = (mail: { text: string }): string => /\/me\/[\w-]{64}/.exec(mail.text)?.[0] ?? '';

/** Signs and confirms. @returns the path of the first mail's page */
async function confirmed(fields: Record<string, string>): Promise<string> {
  await sign(fields);
  const [mail] = await server.mailsTo(fields.email!);
  await server.post(linkIn(mail!), {});
  return dataLinkIn(mail!);
}

const ask = (email: string) => server.post('/me', { email });
/** @param mails how many have gone to the address then */
async function freshLink(email: string, mails: number): Promise<string> {
  await ask(email);
  return dataLinkIn((await server.mailsTo(email, mails)).at(-1)!);
}

const pageOf = async (path: string): Promise<string> => (await server.get(path)).text();
const statusOf = async (path: string): Promise<number> => (await server.get(path)).status;
const press = async (path: string, act: string, more: Record<string, string> = {}) =>
  (await server.post(path, { act, ...more })).headers.get('location');
type Held = Record<string, unknown>;
const dataOf = async (path: string) =>
  (await (await server.get(`${path}/data.json`)).json()) as { signature: Held; letters: Held[] };
const count = async (): Promise<number> => {
  const answer = await (await server.get('/api/v1/campaigns/social-credit')).json();
  return (answer as { signatures: { confirmed: number } }).signatures.confirmed;
};

/** The campaign's page once its cache has had its second. */
async function campaignPage(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 1100));
  return pageOf('/social-credit');
}

/** Wanda's letter to one representative. @returns the path of its page, from the mail that verifies it */
async function written(email: string, body: string, mails: number): Promise<string> {
  const id = /name="representative"[^>]*value="(\d+)"/.exec(await pageOf('/social-credit/letter?country=GB'))?.[1];
  await server.post('/social-credit/letter', aLetter(id!, { email, body }));
  const mail = (await server.mailsTo(email, mails)).at(-1)!;
  await server.post(linkIn(mail), {});
  return dataLinkIn(mail);
}

test('every mail to Wanda leads to what is held about her, and her letter leads its reader nowhere', async () => {
  await confirmed(told('Wanda Example', 'wanda@example.org'));
  await sign(told('Wanda Example', 'wanda@example.org'));
  await freshLink('wanda@example.org', 3);
  await written('wanda@example.org', 'Please ask.', 4);
  const mails = await server.mailsTo('wanda@example.org', 5);
  const kinds = mails.map(({ id }) => id.replace(/^\d+-/, '')).toSorted();
  expect(kinds).toEqual(['already-signed', 'confirm-signature', 'letter-copy', 'verify-letter', 'your-data']);
  for (const mail of mails) {
    expect(await statusOf(dataLinkIn(mail))).toBe(200);
    if (!mail.id.endsWith('-letter-copy')) expect(mail.html).toContain(dataLinkIn(mail));
  }
  const letter = (await server.mailsTo('@example.org', 6)).find(({ id }) => /^\d+-letter$/.test(id));
  expect(letter?.replyTo).toContain('wanda@example.org');
  expect(letter?.text).not.toMatch(/\/(?:me|confirm)\//);
});

test('Sam reads all that he typed and the text that he signed, gets it as a file, and looking changes nothing', async () => {
  const fields = told('Sam Seeing', 'sam.seeing@example.org', { source: 'flyer' });
  await sign(fields);
  const [mail] = await server.mailsTo('sam.seeing@example.org');
  const [path, before] = [dataLinkIn(mail!), await count()];
  for (const method of ['GET', 'HEAD'])
    for (const at of [path, `${path}/data.json`]) expect((await server.get(at, { method })).status).toBe(200);
  expect(await count()).toBe(before);
  expect((await dataOf(path)).signature).toMatchObject({ state: 'pending', confirmedAt: null });

  await server.post(linkIn(mail!), {});
  const [page, { signature }] = [await pageOf(path), await dataOf(path)];
  const { name, email, country, postcode, comment, source } = fields;
  const typed = { name, email, country, postcode, comment, source, updates: true, public: false };
  expect(signature).toMatchObject({ ...typed, opened: true, state: 'confirmed', shownInPublic: null });
  for (const shown of [name, email, postcode, comment, source, 'Germany']) expect(page).toContain(shown);
  expect(page).toMatch(new RegExp(`<dt[^>]*>${text.fields.updates}</dt><dd[^>]*>${text.fields.yes}<`));
  const paragraphs = String(signature.petitionText).split('\n\n');
  expect(paragraphs[1]).toContain('We therefore ask you');
  for (const paragraph of paragraphs) expect(page).toContain(paragraph);
  const { headers } = await server.get(`${path}/data.json`);
  expect(headers.get('content-disposition')).toBe('attachment; filename="your-data.json"');
});

test('Shona chose to be shown and typed the code; she hides and shows her name, and the campaign’s page follows', async () => {
  await sign(told('Shona Shown', 'shona@example.org', { public: 'on' }));
  const [mail] = await server.mailsTo('shona@example.org');
  const path = dataLinkIn(mail!);
  expect(await campaignPage()).not.toContain('Shona Shown');
  await server.post('/social-credit/confirm-code', { email: 'shona@example.org', code: codeIn(mail!) });
  expect(await campaignPage()).toContain('Shona Shown cares');
  expect(await press(path, 'hide')).toBe(`${path}?done=hide#done`);
  expect(await campaignPage()).not.toContain('Shona Shown');
  expect((await dataOf(path)).signature).toMatchObject({ public: false, shownInPublic: null, name: 'Shona Shown' });
  expect(await press(path, 'show')).toBe(`${path}?done=show#done`);
  expect(await campaignPage()).toContain('Shona Shown cares');
});

test('Wilma withdraws: one less is counted, her name is gone, and withdrawing twice is the same as once', async () => {
  const path = await confirmed(told('Wilma Withdrawn', 'wilma@example.org', { public: 'on' }));
  // What an address says is shown only if it is so.
  expect(await pageOf(`${path}?done=withdraw`)).not.toContain('id="done"');
  const before = await count();
  expect(await campaignPage()).toContain('Wilma Withdrawn');
  for (let time = 0; time < 2; time++) {
    expect(await press(path, 'withdraw')).toBe(`${path}?done=withdraw#done`);
    expect(await count()).toBe(before - 1);
  }
  expect(await pageOf(`${path}?done=withdraw`)).toContain('id="done"');
  expect(await campaignPage()).not.toContain('Wilma Withdrawn');
  expect(await press(path, 'show')).toBe(`${path}?done=refused#done`);
  // What this page follows is logged without its secret address.
  const ended = await server.get(path.replace('/me/', '/confirm/'));
  expect([ended.status, ended.headers.get('referrer-policy')]).toEqual([410, 'strict-origin']);
});

test('Erna erases everything once she has ticked the box; her links say so, and no export knows her', async () => {
  const path = await confirmed(told('Erna Erased', 'erna@example.org', { public: 'on' }));
  const before = await count();
  const unsure = await server.post(path, { act: 'erase' });
  expect(unsure.status).toBe(422);
  expect(await unsure.text()).toContain('aria-describedby="sure-error"');
  expect(await press(path, 'erase', { sure: 'yes' })).toBe('/me/erased');
  for (const gone of [path, `${path}/data.json`, path.replace('/me/', '/confirm/')]) {
    expect(await statusOf(gone)).toBe(410);
    if (!gone.endsWith('.json')) expect((await server.post(gone, {})).status).toBe(410);
  }
  expect(await count()).toBe(before - 1);
  expect(await campaignPage()).not.toContain('Erna Erased');
  const exported = JSON.stringify((await exportedFrom(server.dataDir, { env: server.env })).rows);
  expect(exported).toMatch(/^(?!.*erna@example\.org).*shona@example\.org/);
});

test('Lotta lost her mail: a fresh link shows state, text and choices, names the rest, and withdraws and erases', async () => {
  await confirmed(told('Lotta Lost', 'lotta@example.org'));
  // Another spelling of the same mailbox.
  await ask('Lotta+x@EXAMPLE.org');
  const path = dataLinkIn((await server.mailsTo('Lotta+x@example.org'))[0]!);
  const [page, { signature }] = [await pageOf(path), await dataOf(path)];
  expect(signature).toMatchObject({ opened: false, state: 'confirmed', country: 'DE', public: false });
  for (const field of ['name', 'email', 'postcode', 'comment', 'updates']) expect(signature).not.toHaveProperty(field);
  for (const shown of [text.yourData.states.confirmed, 'We therefore ask you']) expect(page).toContain(shown);
  expect(page).toMatch(/<p class="small"[^>]*>[^<]*name[^<]*address[^<]*postcode[^<]*comment[^<]*sealed/i);
  for (const typed of ['Lotta', 'lotta@', 'PC7 9XY', 'cares']) expect(page).not.toContain(typed);
  expect(page).not.toContain('value="show"');
  expect(await press(path, 'show')).toBe(`${path}?done=refused#done`);
  const confirm = path.replace('/me/', '/confirm/');
  expect([await statusOf(confirm), (await server.post(confirm, {})).status]).toEqual([404, 404]);
  expect(await press(path, 'withdraw')).toBe(`${path}?done=withdraw#done`);
  expect((await dataOf(path)).signature).toMatchObject({ state: 'withdrawn' });
  expect(await press(path, 'erase', { sure: 'yes' })).toBe('/me/erased');
  expect(await statusOf(path)).toBe(410);
});

test('whoever asks at /me learns nothing about an address, and no address gets more than three mails a day', async () => {
  await confirmed(told('Thea Thrice', 'thea@example.org'));
  const answers: unknown[] = [];
  for (const email of ['thea@example.org', 'nobody@example.org', "  o'{x}#!/~+=|t@Xn--BCHER-kva.example "]) {
    const { status, headers } = await ask(email);
    const kept = [...headers].filter(([name]) => name !== 'date');
    answers.push({ status, kept, page: await pageOf(headers.get('location') ?? '') });
  }
  expect(answers[0]).toMatchObject({ status: 303, page: expect.stringContaining(text.me.mailedTitle) as string });
  expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  for (let time = 0; time < 3; time++) expect((await ask('thea@example.org')).status).toBe(303);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await server.mailsTo('thea@example.org', 3)).toHaveLength(3);
  expect(await server.mailsTo('nobody@example.org', 0)).toEqual([]);
  expect((await ask('no address')).status).toBe(422);
});

test('a link with one changed character leads nowhere, and another site’s forms change nothing', async () => {
  const path = await confirmed(told('Carla Careful', 'carla@example.org'));
  const other = (letter = ''): string => (letter === 'A' ? 'B' : 'A');
  const places = Array.from({ length: 64 }, (_, place) => place + '/me/'.length);
  const changed = places.map((place) => path.slice(0, place) + other(path[place]) + path.slice(place + 1));
  expect(new Set(await Promise.all(changed.map(statusOf)))).toEqual(new Set([404]));
  expect((await server.post(changed.at(-1)!, { act: 'erase', sure: 'yes' })).status).toBe(404);
  for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
    expect((await server.post('/me', { email: 'carla@example.org' }, headers)).status).toBe(403);
    expect((await server.post(path, { act: 'erase', sure: 'yes' }, headers)).status).toBe(403);
  }
  expect((await dataOf(path)).signature).toMatchObject({ state: 'confirmed' });
});

test('Rita sends her form twice: each mail’s link opens what was sent with it, and the first nothing of the second', async () => {
  await sign(told('Rita Before', 'rita@example.org', { source: 'flyer' }));
  const [first] = await server.mailsTo('rita@example.org');
  await sign(told('Rita After', 'rita@example.org', { country: 'FR', public: 'on' }));
  const second = (await server.mailsTo('rita@example.org', 2)).at(-1)!;
  const [early, late] = [dataLinkIn(first!), dataLinkIn(second)];
  expect(await pageOf(early)).toMatch(/^(?!.*Rita After).*Rita Before/s);
  expect(await pageOf(early)).toContain(text.yourData.resubmissions(1));
  const sent = { name: 'Rita After', country: 'FR', public: true, source: '' };
  expect((await dataOf(late)).signature).toMatchObject(sent);
  await server.post(linkIn(second), {});
  expect((await dataOf(late)).signature).toMatchObject({ ...sent, state: 'confirmed' });
  expect((await dataOf(early)).signature).toMatchObject({ opened: false, state: 'confirmed' });
  expect(await pageOf(early)).not.toMatch(/Rita Before|rita@example|PC7 9XY/);
  expect(await press(early, 'show')).toBe(`${early}?done=refused#done`);
});

test('Willa reads her letter until its text is deleted, and a fresh link never shows it', async () => {
  const path = await written('willa@example.org', 'Dear {{ representative }}, ask for the rules.', 1);
  const fresh = await freshLink('willa@example.org', 3);
  const [letter] = (await dataOf(path)).letters;
  expect(letter).toMatchObject({ name: 'Wanda Example', email: 'willa@example.org', state: 'verified', opened: true });
  expect(await pageOf(path)).toContain(`Dear ${String(letter?.representatives)}, ask for the rules.`);
  expect(await pageOf(fresh)).not.toMatch(/ask for the rules|A question about|Wanda/);
  expect((await dataOf(fresh)).letters[0]).toMatchObject({ opened: false, name: null, body: null });
  const later = () => Math.floor(Date.now() / 1000) + 29 * 86_400;
  const context = await openContext(readConfig({ DATA_DIR: server.dataDir, ...server.env }), later);
  await retain(context, context.campaigns.get('social-credit')!);
  await context.close();
  expect(await pageOf(path)).toMatch(/^(?!.*ask for the rules).*willa@example.org/s);
  expect(await pageOf(path)).toContain(text.yourData.textGone);
  const { representatives } = letter!;
  expect((await dataOf(path)).letters[0]).toMatchObject({ body: null, opened: true, representatives });
});

test('a fresh link works for a week and no longer; the first mail’s goes on', async () => {
  const first = await confirmed(told('Lara Late', 'lara@example.org'));
  const path = await freshLink('lara@example.org', 2);
  server.wait(7 * 86_400 - 60);
  expect(await statusOf(path)).toBe(200);
  server.wait(3660);
  const lapsed = await server.get(path);
  expect(lapsed.status).toBe(410);
  expect(await lapsed.text()).toMatch(/href="\/me"/);
  expect((await server.post(path, { act: 'withdraw' })).status).toBe(410);
  expect((await dataOf(first)).signature).toMatchObject({ state: 'confirmed', name: 'Lara Late' });
});

test('nothing was logged as trouble', () => {
  expect(server.troubles).toEqual([]);
});
