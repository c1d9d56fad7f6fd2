import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newIdentity } from '../../src/vault/identity.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const idsOn = (page: string): string[] =>
  [...page.matchAll(/<input[^>]*name="representative"[^>]*>/g)].map(
    ([input]) => /value="(\d+)"/.exec(input)?.[1] ?? '',
  );

test('Wanda writes to two representatives, verifies, and each gets a mail of their own', async () => {
  const ids = idsOn(await (await server.get('/social-credit/letter?country=GB')).text());
  expect(ids.length).toBeGreaterThan(1);
  const fields = [...Object.entries(aLetter(ids[0]!)), ['representative', ids[1]!] as [string, string]];

  const preview = await server.post('/social-credit/letter', [...fields, ['preview', '1']]);
  expect(preview.status).toBe(200);
  const previewed = await preview.text();
  expect(previewed).toContain('please ask for the rules.');
  expect(previewed).toContain('a reply goes straight there');

  const sent = await server.post('/social-credit/letter', fields);
  expect(sent.headers.get('location')).toBe('/social-credit/check-your-mail');
  const [verify] = await server.mailsTo('wanda@example.org');
  expect(verify!.text).not.toMatch(/Wanda|ask for the rules|A question about scores/);

  const link = linkIn(verify!);
  expect(await (await server.get(link)).text()).toContain('please ask for the rules.');
  for (let press = 0; press < 2; press++)
    expect((await server.post(link, {})).headers.get('location')).toBe('/social-credit/letter-sent');

  const all = await server.mailsTo('@example.org', 4);
  expect(all).toHaveLength(4);
  const letters = all.filter(({ id }) => /^\d+-letter$/.test(id));
  expect(letters).toHaveLength(2);
  for (const letter of letters) {
    expect(letter.from).toMatch(/^Wanda Example <[a-z2-7]{26}@localhost>$/);
    expect(letter.replyTo).toBe('Wanda Example <wanda@example.org>');
    expect(letter.subject).toBe('A question about scores');
    expect(letter.text).toContain(`Dear ${letter.to.split(' <')[0]},`);
    expect(letter.text).toContain('wanda@example.org; a reply goes straight there');
    expect(letter.html).toBeUndefined();
    expect(letter.headers.map(({ name }) => name.toLowerCase())).not.toContain('auto-submitted');
  }
  const copy = all.find(({ id }) => id.endsWith('-letter-copy'));
  expect(copy?.to).toContain('wanda@example.org');
  expect(copy?.text).not.toContain('{{');
});

test('an organizer exports who wrote to whom, the unverified only when asked for, and no word of any letter', async () => {
  const [id = ''] = idsOn(await (await server.get('/social-credit/letter?country=GB')).text());
  const unverified = aLetter(id, { name: 'Uwe Unverified', email: 'uwe@example.org' });
  await server.post('/social-credit/letter', Object.entries(unverified));
  const exported = (...args: string[]) => runCommand(server, 'export', 'social-credit', '--letters', ...args);
  const csv = await exported();
  expect(csv).toMatchObject({ code: 0, stderr: '' });
  expect(csv.stdout).toMatch(
    /^id,name,email,country,postcode,representatives,locale,verified_at\r\n\d+,Wanda Example,wanda@example\.org,GB,,[^,;]+; [^,;]+,en,20\d\d-\d\d-\d\dT\d\d:00:00Z\r\n$/,
  );
  const all = await exported('--all', '--format', 'jsonl');
  const lines = all.stdout.trim().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as { representatives: string[] });
  expect(rows).toMatchObject([{ name: 'Wanda Example' }, { name: 'Uwe Unverified', verified_at: null }]);
  expect(rows.map(({ representatives }) => representatives.length)).toEqual([2, 1]);
  expect(csv.stdout + all.stdout).not.toMatch(/ask for the rules|A question/);

  const stranger = join(server.dataDir, 'stranger.key');
  await writeFile(stranger, `${(await newIdentity()).secret}\n`);
  expect(await exported('--identity', stranger)).toMatchObject({ code: 1, stdout: '' });
});

test('a country without a parliament of its own is answered by the example', async () => {
  for (const country of ['NZ', 'br', 'XK'])
    expect(idsOn(await (await server.get(`/social-credit/letter?country=${country}`)).text()).length).toBeGreaterThan(
      0,
    );
});

test('a garbled country shows no one and breaks nothing', async () => {
  const page = await server.get('/social-credit/letter?country=%3Cscript%3Ealert(1)%3C/script%3E&area=%00');
  expect(page.status).toBe(200);
  expect(await page.text()).not.toMatch(/<script>|<SCRIPT>/);
});
