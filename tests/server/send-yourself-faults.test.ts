import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { strings } from '../../src/strings/strings.ts';
import { aServerOfWays } from '../support/a-server-of-ways.ts';

const { sendYourself: text, yourData } = strings('en');
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

test('mail that did not arrive is taken there another way', async () => {
  const { server, context, ids, pageOf, press, deliveryOf, changeRepresentative } = ways;
  await changeRepresentative(ids.fiona, { email: 'fiona@example.org', bounced_at: null });
  try {
    const { location, send, me } = await verified([ids.fiona]);
    expect(location).toBe('/social-credit/letter-sent');
    await server.mailsTo('fiona@example.org');
    const { id } = await deliveryOf(ids.fiona);
    expect((await press(send, id, 'sent')).status).toBe(404);
    await context.store.write((writing) =>
      writing.db.updateTable('deliveries').set({ state: 'bounced' }).where('id', '=', id).execute(),
    );
    await changeRepresentative(ids.fiona, { email: 'fiona@example.org', bounced_at: 1_790_000_000 });
    expect(await pageOf(send)).toContain(text.states['mail-failed']);
    expect(await pageOf(send)).toContain('Dear Fiona Form,');
    expect(await pageOf(me)).toContain(yourData.deliveryStates.bounced);
    await press(send, id, 'sent');
    expect(await deliveryOf(ids.fiona)).toMatchObject({ state: 'handed-over' });
  } finally {
    await changeRepresentative(ids.fiona, { email: '', bounced_at: null });
  }
});

test('an address that refused mail after the letter was written gets none', async () => {
  const { server, ids, pageOf, lettersTo, deliveryOf, changeRepresentative } = ways;
  const { link, me } = await ways.written(email, [ids.ada]);
  const before = await lettersTo('ada.example@example.org');
  await changeRepresentative(ids.ada, { bounced_at: 1_790_000_000 });
  try {
    await server.post(link, {});
    await server.mailsTo(email, 2);
    expect(await deliveryOf(ids.ada)).toMatchObject({ state: 'failed' });
    expect(await pageOf(me)).toContain(yourData.deliveryStates.failed);
    expect(await lettersTo('ada.example@example.org')).toBe(before);
  } finally {
    await changeRepresentative(ids.ada, { bounced_at: null });
  }
});

test('before the letter is confirmed there is nothing to send', async () => {
  const { ids, pageOf, press, deliveryOf } = ways;
  const { send } = await ways.written(email, [ids.fiona]);
  expect(await pageOf(send)).toContain(text.allDone);
  expect((await press(send, (await deliveryOf(ids.fiona)).id, 'sent')).status).toBe(404);
  expect(await deliveryOf(ids.fiona)).toMatchObject({ state: 'queued' });
});

test('each letter’s link is about that letter', async () => {
  const { server, ids, pageOf, press, deliveryOf } = ways;
  const first = await verified([ids.fiona]);
  const { id } = await deliveryOf(ids.fiona);
  await server.mailsTo(email, 2);
  const second = await verified([ids.phil], {}, 3);
  expect(await pageOf(second.send)).not.toContain('Fiona Form');
  expect((await press(second.send, id, 'sent')).status).toBe(404);
  expect((await press(first.send, id, 'sent')).status).toBe(303);
});

test('whoever left office meanwhile gets nothing', async () => {
  const { ids, pageOf, changeRepresentative } = ways;
  const { send } = await verified([ids.phil]);
  await changeRepresentative(ids.phil, { gone: 1 });
  try {
    const page = await pageOf(send);
    expect(page).toContain(text.leftOffice);
    expect(page).toContain(text.allDone);
    expect(page).not.toMatch(/tel:|name="act"/);
  } finally {
    await changeRepresentative(ids.phil, { gone: 0 });
  }
});

test('nobody touches another’s letter, and what is not ours is refused', async () => {
  const { server, context, ids, press, deliveryOf } = ways;
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
  expect(ways.server.troubles).toEqual([]);
});
