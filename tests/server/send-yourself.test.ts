import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { readConfig } from '../../src/config.ts';
import { openContext, type OpenContext } from '../../src/open-context.ts';
import { strings } from '../../src/strings/strings.ts';
import { aPopoloOfWays, imported } from '../support/a-popolo.ts';
import { aServer, codeIn, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';

const { sendYourself: text, letter: letterText, letterPrint, yourData } = strings('en');
const body = 'Dear {{ representative }},\n\nplease ask for the rules.\n\nYours,\n{{ name }}';
let server: TestServer;
let context: OpenContext;
let ids: Record<'ada' | 'fiona' | 'phil' | 'posy' | 'nemo', string>;

beforeAll(async () => {
  server = await aServer();
  context = await openContext(readConfig({ DATA_DIR: server.dataDir, ...server.env }), () =>
    Math.floor(Date.now() / 1000),
  );
  const { directory, representatives } = imported(aPopoloOfWays());
  await importDirectory(context, directory, representatives);
  const rows = await context.store.read
    .selectFrom('representatives')
    .select(['id', 'key'])
    .where('directory_id', '=', directory.id)
    .execute();
  ids = Object.fromEntries(rows.map(({ id, key }) => [key, String(id)])) as typeof ids;
});
afterAll(async () => {
  await context.close();
  await server.stop();
});

let writers = 0;
let email = '';
beforeEach(() => {
  email = `writer.${++writers}@example.org`;
});

const pageOf = async (path: string): Promise<string> => (await server.get(path)).text();
const lettersTo = async (address: string): Promise<number> =>
  (await server.mailsTo(address, 0)).filter(({ id }) => /^\d+-letter$/.test(id)).length;

/** Writes to these, and presses the button in the mail. @returns where that leads, and the mail's link */
async function written(to: string[], changes: Record<string, string> = {}, mails = 1) {
  const { representative: _, ...fields } = aLetter('', { email, postcode: 'EX9 9ZZ', body, ...changes });
  const all = [...Object.entries(fields), ...to.map((id): [string, string] => ['representative', id])];
  const answer = await server.post('/social-credit/letter', all);
  expect(answer.headers.get('location')).toBe('/social-credit/check-your-mail');
  const mail = (await server.mailsTo(email, mails)).at(-1);
  const link = linkIn(mail!);
  return {
    mail: mail!,
    link,
    me: link.replace('/confirm/', '/me/'),
    send: `${link.replace('/confirm/', '/me/')}/send`,
  };
}

async function verified(...args: Parameters<typeof written>) {
  const letter = await written(...args);
  const { headers } = await server.post(letter.link, {});
  return { ...letter, location: headers.get('location') };
}

const deliveryOf = async (representative: string) =>
  context.store.read
    .selectFrom('deliveries')
    .selectAll()
    .where('representative_id', '=', Number(representative))
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();

const press = (send: string, delivery: number | string, act: string) =>
  server.post(send, { delivery: String(delivery), act });

test('everybody who can be reached at all can be chosen, and each says how', async () => {
  const page = await pageOf('/social-credit/letter?country=GB');
  for (const key of ['ada', 'fiona', 'phil', 'posy'] as const) expect(page).toContain(`value="${ids[key]}"`);
  expect(page).not.toContain(`value="${ids.nemo}"`);
  for (const channel of Object.values(letterText.channels)) expect(page).toContain(channel);

  const { representative: _, ...fields } = aLetter('', { email, body });
  const to = [ids.ada, ids.fiona].map((id): [string, string] => ['representative', id]);
  const preview = await server.post('/social-credit/letter', [...Object.entries(fields), ...to, ['preview', '1']]);
  const shown = await preview.text();
  expect(shown).toContain('Dear Fiona Form,');
  expect(shown).toContain(letterText.channels.form);
  expect(shown.match(/a reply goes straight there/g)).toHaveLength(1);

  const nemo = await server.post('/social-credit/letter', [...Object.entries(fields), ['representative', ids.nemo]]);
  expect(nemo.status).toBe(422);
});

test('Wanda’s mail to Ada goes as ever; she is led to where she reaches the others, and her copy says so', async () => {
  const [before, all] = [await lettersTo('ada.example@example.org'), await lettersTo('')];
  const { location, send, link } = await verified([ids.ada, ids.fiona, ids.phil, ids.posy]);
  expect(location).toBe(send);
  await server.mailsTo('ada.example@example.org', before + 1);
  const copy = (await server.mailsTo(email, 2)).find(({ id }) => id.endsWith('-letter-copy'));
  expect(copy?.text).toContain(`3 of them you reach yourself`);
  expect(copy?.text).toContain(server.url + send);
  expect((await server.post(link, {})).headers.get('location')).toBe(send);
  expect(await pageOf(link)).toContain(`href="${send}"`);

  const answer = await server.get(send);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('strict-origin');
  const page = await answer.text();
  expect(page).toContain(text.mailed(1));
  expect(page).toContain(text.left(3));
  expect(page).not.toContain('Dear Ada Example');
  expect(page).toMatch(
    /<a[^>]*href="https:\/\/fiona\.example\.org\/contact"[^>]*target="_blank" rel="noopener noreferrer"/,
  );
  expect(page).toMatch(
    /<textarea[^>]*readonly[^>]*>Dear Fiona Form,\n\nplease ask for the rules\.\n\nYours,\nWanda Example</,
  );
  expect(page).toContain('value="A question about scores"');
  expect(page).toContain('href="tel:+442079460123"');
  expect(page).toContain(text.phone.hello('Wanda Example', 'EX9 9ZZ, United Kingdom'));
  expect(page).toMatch(/<p[^>]*>please ask for the rules\.<\/p>/);
  expect(page).toContain('Posy Post\n1 Example Street\nExampleton EX1 1AA');
  expect(await lettersTo('')).toBe(all + 1);
});

test('a letter that we mail to everybody ends where it always did', async () => {
  const { location, send, me } = await verified([ids.ada]);
  expect(location).toBe('/social-credit/letter-sent');
  expect(await pageOf(send)).toContain(text.allDone);
  expect(await pageOf(me)).not.toContain(`href="${send}"`);
  const copy = (await server.mailsTo(email, 2)).find(({ id }) => id.endsWith('-letter-copy'));
  expect(copy?.text).not.toContain('/send');
});

test('Wanda sends it, says so twice and takes it back; nothing counts as sent before', async () => {
  const { send, me } = await verified([ids.fiona, ids.phil]);
  const { id } = await deliveryOf(ids.fiona);
  expect(await deliveryOf(ids.fiona)).toMatchObject({ state: 'queued', settled_at: null });
  expect(await pageOf(me)).toContain(
    yourData.delivery('Fiona Form', yourData.channels.form, yourData.deliveryStates.yours),
  );

  const pressed = await press(send, id, 'sent');
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `${send}#delivery-${id}`]);
  const said = await deliveryOf(ids.fiona);
  expect(said.state).toBe('handed-over');
  expect(said.settled_at! % 3600).toBe(0);
  server.wait(7200);
  expect((await press(send, id, 'sent')).status).toBe(303);
  expect(await deliveryOf(ids.fiona)).toEqual(said);

  const page = await pageOf(send);
  expect(page).toContain(text.left(1));
  expect(page).toContain('You told us that you sent it');
  expect(page).not.toContain('https://fiona.example.org/contact');
  expect(await pageOf(me)).toContain(yourData.deliveryStates['handed-over']);
  const file = (await (await server.get(`${me}/data.json`)).json()) as { letters: { deliveries: object[] }[] };
  expect(file.letters[0]?.deliveries).toMatchObject([
    { representative: 'Fiona Form', channel: 'form', state: 'handed-over' },
    { representative: 'Phil Phone', channel: 'phone', state: 'queued', settledAt: null },
  ]);

  await press(send, id, 'not-sent');
  await press(send, id, 'not-sent');
  expect(await deliveryOf(ids.fiona)).toMatchObject({ state: 'queued', settled_at: null });
  expect(await pageOf(send)).toContain('https://fiona.example.org/contact');
});

test('a fresh link shows what is to be done but not the text, and says so', async () => {
  await verified([ids.fiona, ids.phil, ids.posy]);
  await server.post('/me', { email });
  const fresh = (await server.mailsTo(email, 3)).find(({ id }) => id.endsWith('-your-data'));
  const path = `${/\/me\/[\w-]{64}/.exec(fresh!.text)?.[0]}/send`;
  const page = await pageOf(path);
  expect(page).toContain(text.sealed);
  for (const way of ['https://fiona.example.org/contact', 'tel:+442079460123', '1 Example Street'])
    expect(page).toContain(way);
  expect(page).not.toMatch(/ask for the rules|A question|EX9 9ZZ|Wanda|<textarea|\/print/);
  const posy = await deliveryOf(ids.posy);
  const print = await server.get(`${path}/${posy.id}/print`);
  expect([print.status, print.headers.get('location')]).toEqual([303, `${path}#delivery-${posy.id}`]);
  await press(path, posy.id, 'sent');
  expect(await deliveryOf(ids.posy)).toMatchObject({ state: 'handed-over' });
});

test('Cora typed the code: her copy leads there too, by a link that does not open the text', async () => {
  const { mail } = await written([ids.fiona]);
  const answer = await server.post('/social-credit/confirm-code', { email, code: codeIn(mail) });
  expect(answer.headers.get('location')).toBe('/social-credit/letter-sent');
  const copy = (await server.mailsTo(email, 2)).find(({ id }) => id.endsWith('-letter-copy'));
  expect(copy?.subject).toContain('ready for you to send');
  expect(copy?.text).toContain('You take it there yourself');
  expect(copy?.text).toContain('Dear Fiona Form,');
  const page = await pageOf(/\/me\/[\w-]{64}\/send/.exec(copy!.text)![0]);
  expect(page).toContain(text.sealed);
  expect(page).toContain('https://fiona.example.org/contact');
});

test.each([
  ['GB', 'a4'],
  ['US', 'us-letter'],
])('from %s the letter is set for %s paper, and only for those whom it reaches by post', async (country, paper) => {
  const { send } = await verified([ids.posy, ids.fiona], { country });
  const posy = await deliveryOf(ids.posy);
  const print = await server.get(`${send}/${posy.id}/print`);
  expect(print.headers.get('referrer-policy')).toBe('strict-origin');
  const page = await print.text();
  expect(page).toContain(`sheet ${paper}`);
  expect(page).toContain(letterPrint.lead);
  expect(page).toMatch(/<div class="text"[^>]*>Dear Posy Post,\n\nplease ask for the rules\.\n\nYours,<\/div>/);
  expect(page).toMatch(/1 Example Street\nExampleton EX1 1AA/);
  expect(page.includes('UNITED KINGDOM')).toBe(country === 'US');
  expect((await server.get(`${send}/${(await deliveryOf(ids.fiona)).id}/print`)).status).toBe(404);
});

test('mail that did not arrive is taken there another way', async () => {
  const fiona = (changes: { email: string; bounced_at: number | null }) =>
    context.store.write((writing) =>
      writing.db.updateTable('representatives').set(changes).where('id', '=', Number(ids.fiona)).execute(),
    );
  await fiona({ email: 'fiona@example.org', bounced_at: null });
  try {
    const { location, send, me } = await verified([ids.fiona]);
    expect(location).toBe('/social-credit/letter-sent');
    await server.mailsTo('fiona@example.org');
    const { id } = await deliveryOf(ids.fiona);
    expect((await press(send, id, 'sent')).status).toBe(404);
    await context.store.write((writing) =>
      writing.db.updateTable('deliveries').set({ state: 'bounced' }).where('id', '=', id).execute(),
    );
    await fiona({ email: 'fiona@example.org', bounced_at: 1_790_000_000 });
    expect(await pageOf(send)).toContain(text.states['mail-failed']);
    expect(await pageOf(send)).toContain('Dear Fiona Form,');
    expect(await pageOf(me)).toContain(yourData.deliveryStates.bounced);
    await press(send, id, 'sent');
    expect(await deliveryOf(ids.fiona)).toMatchObject({ state: 'handed-over' });
  } finally {
    await fiona({ email: '', bounced_at: null });
  }
});

test('an address that refused mail after the letter was written gets none', async () => {
  const ada = (bounced_at: number | null) =>
    context.store.write((writing) =>
      writing.db.updateTable('representatives').set({ bounced_at }).where('id', '=', Number(ids.ada)).execute(),
    );
  const { link, me } = await written([ids.ada]);
  const before = await lettersTo('ada.example@example.org');
  await ada(1_790_000_000);
  try {
    await server.post(link, {});
    await server.mailsTo(email, 2);
    expect(await deliveryOf(ids.ada)).toMatchObject({ state: 'failed' });
    expect(await pageOf(me)).toContain(yourData.deliveryStates.failed);
    expect(await lettersTo('ada.example@example.org')).toBe(before);
  } finally {
    await ada(null);
  }
});

test('before the letter is confirmed there is nothing to send', async () => {
  const { send } = await written([ids.fiona]);
  expect(await pageOf(send)).toContain(text.allDone);
  expect((await press(send, (await deliveryOf(ids.fiona)).id, 'sent')).status).toBe(404);
  expect(await deliveryOf(ids.fiona)).toMatchObject({ state: 'queued' });
});

test('each letter’s link is about that letter', async () => {
  const first = await verified([ids.fiona]);
  const { id } = await deliveryOf(ids.fiona);
  await server.mailsTo(email, 2);
  const second = await verified([ids.phil], {}, 3);
  expect(await pageOf(second.send)).not.toContain('Fiona Form');
  expect((await press(second.send, id, 'sent')).status).toBe(404);
  expect((await press(first.send, id, 'sent')).status).toBe(303);
});

test('whoever left office meanwhile gets nothing', async () => {
  const { send } = await verified([ids.phil]);
  const phil = (gone: 0 | 1) =>
    context.store.write((writing) =>
      writing.db.updateTable('representatives').set({ gone }).where('id', '=', Number(ids.phil)).execute(),
    );
  await phil(1);
  try {
    const page = await pageOf(send);
    expect(page).toContain(text.leftOffice);
    expect(page).toContain(text.allDone);
    expect(page).not.toMatch(/tel:|name="act"/);
  } finally {
    await phil(0);
  }
});

test('nobody touches another’s letter, and what is not ours is refused', async () => {
  const hers = await verified([ids.fiona, ids.posy]);
  const theirs = await deliveryOf(ids.posy);
  email = 'mallory@example.org';
  const { send } = await verified([ids.posy]);
  const own = await deliveryOf(ids.posy);
  expect((await press(send, theirs.id, 'sent')).status).toBe(404);
  expect((await server.get(`${send}/${theirs.id}/print`)).status).toBe(404);
  const [state] = await context.store.read
    .selectFrom('deliveries')
    .select('state')
    .where('id', '=', theirs.id)
    .execute();
  expect(state).toEqual({ state: 'queued' });

  for (const delivery of ['', '0', '-1', '1e3', 'x', '9'.repeat(40)])
    expect((await press(send, delivery, 'sent')).status).toBe(400);
  expect((await press(send, own.id, 'eat')).status).toBe(400);
  for (const number of ['0', 'x', '9'.repeat(40), '%00'])
    expect((await server.get(`${send}/${number}/print`)).status).toBe(404);
  const fields = { delivery: String(own.id), act: 'sent' };
  expect((await server.post(send, fields, { Origin: 'https://evil.example' })).status).toBe(403);
  expect((await server.post(send, fields, { 'Content-Type': 'text/plain' })).status).toBe(415);
  const unknown = `/me/${'a'.repeat(64)}/send`;
  expect((await server.get(unknown)).status).toBe(404);
  expect((await press(unknown, own.id, 'sent')).status).toBe(404);

  await server.post(hers.me, { act: 'erase', sure: 'yes' });
  expect((await server.get(hers.send)).status).toBe(410);
  expect((await press(hers.send, theirs.id, 'sent')).status).toBe(410);
  expect((await server.get(`${hers.send}/${theirs.id}/print`)).status).toBe(410);
});

test('nothing was logged as trouble', () => {
  expect(server.troubles).toEqual([]);
});
