import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aMailProvider, until } from '../support/a-mail-provider.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { anOrganizer } from '../support/an-organizer.ts';

/** Seen broken, and measured, in a widely used petition plugin. What else was is beside what it is about: docs/decisions/040. */
let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const api = '/api/v1/campaigns/social-credit/signatures';
const sign = (changes: Record<string, string>) => server.post('/social-credit/sign', aSignature(changes));
const names = async () => (await exportedFrom(server.dataDir)).rows.map(({ name }) => name);

test('an over-long name is not thanked: it is told so, in form and API, and leaves no row and no mail', async () => {
  const tooLong = 'Ł'.repeat(121);
  const form = await sign({ name: tooLong, email: 'long@example.org' });
  expect(form.status).toBe(422);
  expect(await form.text()).toContain('Shorten your name to 120 characters or fewer.');
  expect((await server.postJson(api, aSignature({ name: tooLong, email: 'long@example.org' }))).status).toBe(422);
  expect(await names()).toEqual([]);
  expect(await server.mailsTo('long@example.org', 0)).toEqual([]);

  // And the longest that is taken is stored to its last letter.
  expect((await sign({ name: tooLong.slice(1), email: 'long@example.org' })).status).toBe(303);
  expect(await names()).toEqual([tooLong.slice(1)]);
});

test('without JavaScript no form puts a name or an address into a URL, and what is typed is stored', async () => {
  for (const path of ['/social-credit', '/social-credit/letter?country=GB', '/social-credit/check-your-mail', '/me']) {
    const page = await (await server.get(path)).text();
    const forms = page.match(/<form[^]*?<\/form>/g) ?? [];
    const personal = forms.filter((form) => /name="(?:name|email|postcode|comment|code|body)"/.test(form));
    expect(personal.length, `forms of ${path}`).toBeGreaterThan(0);
    for (const form of personal) expect(form, `a form of ${path}`).toMatch(/^<form[^>]* method="post"/);
  }
  const before = await names();
  const typedIntoUrl = await server.get(
    `/social-credit/sign?${new URLSearchParams(aSignature({ name: 'Url Example' })).toString()}`,
  );
  expect([typedIntoUrl.status, typedIntoUrl.headers.get('location')]).toEqual([303, '/social-credit']);
  expect(await names()).toEqual(before);
  const posted = await sign({ name: 'Posted Example', email: 'posted@example.org' });
  expect(posted.headers.get('location')).toBe('/social-credit/check-your-mail');
  expect(await names()).toEqual([...before, 'Posted Example']);
});

test('while the mail server is down the page promises only what holds: each mail comes once it is back, and confirms', async () => {
  const provider = await aMailProvider();
  await provider.stop();
  const other = await aServer({ env: { SMTP_URL: provider.url, MAIL_FROM: 'campaigns@example.org' } });
  try {
    // Twice, as somebody does who got no mail: “already signed” would be all that they ever hear.
    for (let time = 0; time < 2; time++)
      expect((await other.post('/social-credit/sign', aSignature())).status).toBe(303);
    await until(() => (other.troubles.length >= 2 ? true : undefined));
    await provider.start();
    const mails = await until(() =>
      provider.to('sam@example.org').length === 2 ? provider.to('sam@example.org') : undefined,
    );
    for (const { mail } of mails) expect(mail.subject).toContain('Please confirm');
    const link = linkIn({ text: mails[1]!.mail.text ?? '' });
    expect((await other.post(link, {})).headers.get('location')).toBe('/social-credit/signed');
    const figures = await (await other.get('/api/v1/campaigns/social-credit')).json();
    expect(figures).toMatchObject({ signatures: { confirmed: 1 } });
  } finally {
    await other.stop();
    await provider.stop();
  }
});

test('a signature for a closed or an unknown petition is taken by no way in', async () => {
  await sign({ email: 'early@example.org' });
  const link = linkIn((await server.mailsTo('early@example.org'))[0]!);
  const ed = await anOrganizer(server, 'editor', 'ed');
  expect((await ed.post('/organize/social-credit/settings', { act: 'close' })).status).toBe(303);
  const before = await names();
  const late = aSignature({ email: 'late@example.org' });
  for (const [slug, status] of [
    ['social-credit', 410],
    ['no-such-petition', 404],
    ['constructor', 404],
  ] as const) {
    expect((await server.post(`/${slug}/sign`, late)).status).toBe(status);
    expect((await server.postJson(`/api/v1/campaigns/${slug}/signatures`, late)).status).toBe(status);
    expect((await server.post(`/${slug}/letter`, late)).status).toBe(status);
    expect((await server.post(`/${slug}/confirm-code`, { email: 'early@example.org', code: '123456' })).status).toBe(
      status,
    );
  }
  // Nor is one confirmed that came before.
  expect((await server.post(link, {})).status).toBe(410);
  expect(await names()).toEqual(before);
  const store = await openStore({ kind: 'sqlite', file: join(server.dataDir, 'campaign.db') });
  expect(await store.read.selectFrom('signatures').select('id').where('state', '=', 'confirmed').execute()).toEqual([]);
  await store.close();
  expect(await server.mailsTo('late@example.org', 0)).toEqual([]);
});
