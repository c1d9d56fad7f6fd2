import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { strings } from '../../src/strings/strings.ts';
import { aServerOfWays, body } from '../support/a-server-of-ways.ts';
import { codeIn } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';

const { sendYourself: text, letter: letterText, letterPrint, yourData } = strings('en');
let ways: Awaited<ReturnType<typeof aServerOfWays>>;
beforeAll(async () => {
  ways = await aServerOfWays();
});
afterAll(async () => {
  await ways.context.close();
  await ways.server.stop();
});

let writers = 0;
let email = '';
beforeEach(() => {
  email = `writer.${++writers}@example.org`;
});

/** Writes to these, and presses the button in the mail. @returns where that leads, and the mail's link */
async function verified(...[to, changes, mails]: [string[], Record<string, string>?, number?]) {
  const letter = await ways.written(email, to, changes, mails);
  const { headers } = await ways.server.post(letter.link, {});
  return { ...letter, location: headers.get('location') };
}

test('everybody who can be reached at all can be chosen, and each says how', async () => {
  const { server, ids, pageOf } = ways;
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
  const { server, ids, pageOf, lettersTo } = ways;
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
  const { server, ids, pageOf } = ways;
  const { location, send, me } = await verified([ids.ada]);
  expect(location).toBe('/social-credit/letter-sent');
  expect(await pageOf(send)).toContain(text.allDone);
  expect(await pageOf(me)).not.toContain(`href="${send}"`);
  const copy = (await server.mailsTo(email, 2)).find(({ id }) => id.endsWith('-letter-copy'));
  expect(copy?.text).not.toContain('/send');
});

test('Wanda sends it, says so twice and takes it back; nothing counts as sent before', async () => {
  const { server, ids, pageOf, press, deliveryOf } = ways;
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
  const { server, ids, pageOf, press, deliveryOf } = ways;
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
  const { server, ids, pageOf } = ways;
  const { mail } = await ways.written(email, [ids.fiona]);
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
  const { server, ids, deliveryOf } = ways;
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

test('nothing was logged as trouble', () => {
  expect(ways.server.troubles).toEqual([]);
});
