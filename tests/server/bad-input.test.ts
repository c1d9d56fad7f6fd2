import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const api = '/api/v1/campaigns/social-credit/signatures';

test.each([
  ['no name', { name: '' }, 'name'],
  ['a name of spaces', { name: '   ' }, 'name'],
  ['a name that is too long', { name: 'x'.repeat(121) }, 'name'],
  ['a line end in the name', { name: 'Sam\r\nBcc: all@example.org' }, 'name'],
  ['a control character in the name', { name: 'Sam\u0000' }, 'name'],
  ['a name that shows as nothing', { name: '\u200b' }, 'name'],
  ['a name of letters that show as nothing', { name: '\u3164\u115f\uffa0' }, 'name'],
  ['a name of Braille’s space', { name: '\u2800' }, 'name'],
  ['a letter that was lost on the way', { name: 'Zo\ufffd Example' }, 'name'],
  ['half a character in the name', { name: 'Zo\ud83d Example' }, 'name'],
  ['a name that turns the text around it', { name: '\u202Emas' }, 'name'],
  ['an address that is an encoded word', { email: '=?utf-8?q?a?=@example.org' }, 'email'],
  ['no address', { email: '' }, 'email'],
  ['an address without a domain', { email: 'sam@' }, 'email'],
  ['two addresses', { email: 'a@example.org, b@example.org' }, 'email'],
  ['a line end in the address', { email: 'sam@example.org\r\nBcc: x@example.org' }, 'email'],
  ['no country', { country: '' }, 'country'],
  ['a country that does not exist', { country: 'QQ' }, 'country'],
  ['a comment that is too long', { comment: 'x'.repeat(1001) }, 'comment'],
  ['a control character in the comment', { comment: 'bell \u0007' }, 'comment'],
  ['a postcode that is too long', { postcode: '1'.repeat(21) }, 'postcode'],
])('a form with %s comes back with the error at its field and the other values kept', async (_, changes, field) => {
  const sent = aSignature({ source: 'flyer', ...changes });
  const answer = await server.post('/social-credit/sign', sent);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(`href="#${field}"`);
  if (field !== 'name') expect(page).toContain('value="Sam Example"');
  expect((await server.postJson(api, sent)).status).toBe(422);
});

test('a form or JSON that is not UTF-8 comes back: what would be stored was never typed', async () => {
  const headers = { Origin: server.url, 'Content-Type': 'application/x-www-form-urlencoded' };
  const latin1 = Buffer.from('name=Zo\u00eb+Example&email=zoe@example.org&country=DE', 'latin1');
  for (const body of ['name=Zo%EB+Example&email=zoe@example.org&country=DE', latin1]) {
    const answer = await fetch(`${server.url}/social-credit/sign`, { method: 'POST', body, headers });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#name"');
  }
  const json = Buffer.from('{"name":"Zo\u00eb Example","email":"zoe@example.org","country":"DE"}', 'latin1');
  const asJson = { 'Content-Type': 'application/json' };
  expect((await fetch(server.url + api, { method: 'POST', body: json, headers: asJson })).status).toBe(422);
});

const everyScript = ['李 Example', 'محمد مثال', "O'Example", 'Zoë Éxample', '예시'];

test('a form keeps the names of every script', async () => {
  for (const [at, name] of everyScript.entries()) {
    const answer = await server.post('/social-credit/sign', aSignature({ name, email: `script${at}@example.org` }));
    expect(answer.status).toBe(303);
  }
  await server.mailsTo('script', everyScript.length);
});

test.each([
  ['another content type', '/social-credit/sign', { 'Content-Type': 'text/plain' }, 415],
  ['a form from another site', '/social-credit/sign', { Origin: 'https://evil.example' }, 403],
  ['a form that says it is cross-site', '/social-credit/sign', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['a form for a campaign that does not exist', '/no-such-campaign/sign', {}, 404],
  ['a token of the wrong shape', '/confirm/abc', {}, 404],
  ['a token that nobody made', `/confirm/${'A'.repeat(64)}`, {}, 404],
])('%s gets its own status', async (_, path, headers, status) => {
  expect((await server.post(path, aSignature(), headers)).status).toBe(status);
});

test.each(['not json', '[]', 'null', '"text"'])('JSON that is no object (%s) is a 400', async (body) => {
  const headers = { 'Content-Type': 'application/json', Origin: server.url };
  expect((await fetch(server.url + api, { method: 'POST', body, headers })).status).toBe(400);
});

test('fields of the wrong type are errors, not crashes', async () => {
  for (const value of [1, null, {}, [], [['x']], true])
    expect(
      (await server.postJson(api, { name: value, email: value, country: value, comment: value, source: value })).status,
    ).toBe(422);
});

test('a letter to nobody, to a stranger, to too many or with line ends in its subject comes back', async () => {
  const write = async (fields: [string, string][]) => (await server.post('/social-credit/letter', fields)).status;
  const toNobody = Object.entries(aLetter('')).filter(([name]) => name !== 'representative');
  expect(await write(toNobody)).toBe(422);
  expect(await write(Object.entries(aLetter('999999')))).toBe(422);
  expect(await write(Object.entries(aLetter('1 or 1=1')))).toBe(422);
  const eleven = Array.from({ length: 11 }, (_, at): [string, string] => ['representative', String(at + 1)]);
  const toEleven = await server.post('/social-credit/letter', [...Object.entries(aLetter('1')), ...eleven]);
  expect(toEleven.status).toBe(422);
  expect(await toEleven.text()).toContain('Choose 10 representatives at most.');
  expect(await write(Object.entries(aLetter('1', { name: 'Prime Minister <pm@example.org>' })))).toBe(422);
  expect(await write(Object.entries(aLetter('1', { subject: 'a\r\nBcc: x@example.org' })))).toBe(422);
});

test('the mailbox is shut to whoever came through a proxy', async () => {
  expect((await server.get('/mailbox')).status).toBe(200);
  for (const headers of [{ 'X-Forwarded-For': '203.0.113.5' }, { Via: '1.1 proxy' }, { 'X-Real-IP': '203.0.113.5' }])
    expect((await server.get('/mailbox', { headers })).status).toBe(404);
});

test('nothing of all this was stored by halves, nothing mailed, nothing broke', async () => {
  const { rows } = await exportedFrom(server.dataDir);
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...everyScript].toSorted());
  const store = await openStore({ kind: 'sqlite', file: join(server.dataDir, 'campaign.db') });
  expect(await store.read.selectFrom('letters').select('id').execute()).toEqual([]);
  await store.close();
  const mails = await readdir(join(server.dataDir, 'mailbox'));
  expect(mails).toHaveLength(everyScript.length);
  expect(server.troubles).toEqual([]);
});
