import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { OpenContext } from '../../src/open-context.ts';
import { signatureOfAddress } from '../../src/store/signatures.ts';
import { direction, ownName } from '../../src/strings/format.ts';
import { locales } from '../../src/strings/strings.ts';
import { aPseudoServer, data, pseudoTag } from '../support/a-pseudo-language.ts';
import { linkIn, type TestServer } from '../support/a-server.ts';

/** Of the site, and of a campaign that says the same in Greek first. */
const languages = [...locales, pseudoTag].toSorted();
const spoken = ['el', ...languages].toSorted();
const at = (locale: string): string => (locale === 'el' ? '' : `/${locale}`);

let pseudo: Awaited<ReturnType<typeof aPseudoServer>>;
let server: TestServer;
/** The same database, opened beside the server as commands do it. */
let beside: OpenContext;
beforeAll(async () => {
  pseudo = await aPseudoServer();
  ({ server } = pseudo);
  const { openContext } = await pseudo.ofCopy<typeof import('../../src/open-context.ts')>('src/open-context.ts');
  const config = readConfig({ DATA_DIR: server.dataDir, ...server.env });
  beside = await openContext(config, () => Math.floor(Date.now() / 1000));
});
afterAll(async () => {
  await beside.close();
  await pseudo.stop();
});

const page = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await server.get(path, { headers });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};
const all = (html: string, pattern: RegExp): string[][] => [...html.matchAll(pattern)].map(([, ...found]) => found);
const alternates = (html: string) => all(html, /<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g);
const switcher = (html: string) =>
  all(html, /<a href="([^"]+)" hreflang="([\w-]+)" lang="[\w-]+" dir="(\w+)"([^>]*)>([^<]+)</g);

test.each(['', '/figures', '/letter'])(
  'search engines find every language of …%s, each by one address',
  async (end) => {
    const expected = [
      ...spoken.map((locale) => [locale, `${server.url}${at(locale)}/spoken${end}`]),
      ['x-default', `${server.url}/spoken${end}`],
    ];
    for (const locale of spoken) {
      const { html } = await page(`${at(locale)}/spoken${end}`);
      expect(alternates(html)).toEqual(expected);
      expect(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]).toBe(`${server.url}${at(locale)}/spoken${end}`);
    }
  },
);

test('pages of one person are in no language but theirs, and no search engine learns of them', async () => {
  for (const path of ['/he/spoken/signed', '/confirm/unknown']) expect(alternates((await page(path)).html)).toEqual([]);
  expect(switcher((await page('/confirm/unknown')).html)).toEqual([]);
});

test('whoever cannot read a page finds their language on it by its own name, and gets to the same page', async () => {
  const there = switcher((await page('/he/spoken/letter?country=GB&search=x')).html);
  expect(there.map(([href, lang, dir, , name]) => [href, lang, dir, name])).toEqual(
    spoken.map((locale) => [
      `${at(locale)}/spoken/letter?country=GB&amp;search=x`,
      locale,
      direction(locale),
      ownName(locale),
    ]),
  );
  expect(there.filter(([, , , rest]) => rest?.includes('aria-current="true"')).map(([, lang]) => lang)).toEqual(['he']);
  for (const path of ['check-your-mail', 'signed', 'letter-sent', 'figures'])
    for (const [href = ''] of switcher((await page(`/spoken/${path}`)).html)) {
      expect(href).toMatch(new RegExp(`/spoken/${path}$`));
      expect((await server.get(href)).status).toBe(200);
    }
  for (const path of ['', '/privacy', '/accessibility', '/me']) {
    const links = switcher((await page(`/he${path}`)).html);
    const expected = languages.map((locale) => (locale === 'en' ? path || '/' : `/${locale}${path}`));
    expect(links.map(([href]) => href)).toEqual(expected);
  }
});

test('from a page in one language, all links lead on in it', async () => {
  const { html } = await page('/he/spoken');
  const inner = all(html.replace(/<nav[\s\S]*?<\/nav>/, ''), /(?:href|action)="(\/[^"]*)"/g)
    .flat()
    .filter((path) => !/^\/(?:_assets|favicon)/.test(path));
  expect(inner.length).toBeGreaterThan(5);
  expect(inner.filter((path) => !path.startsWith('/he'))).toEqual([]);
});

test('nobody is sent elsewhere by what their browser asks for: a page is the same for all who share a cache', async () => {
  const { status, headers, html } = await page('/spoken', { 'Accept-Language': 'he' });
  expect([status, headers.get('vary'), headers.get('content-language')]).toEqual([200, 'Accept-Encoding', 'en']);
  expect(html).toBe((await page('/spoken', { 'Accept-Language': 'fr' })).html);
  expect((await page('/he/spoken', { 'Accept-Language': 'fr' })).headers.get('content-language')).toBe('he');
});

test.each([
  ['/he-IL/spoken', '/he/spoken'],
  ['/en-GB/spoken/letter?country=GB', '/en/spoken/letter?country=GB'],
  ['/el/spoken', '/spoken'],
  ['/el-GR/spoken/figures', '/spoken/figures'],
  ['/en', '/'],
  ['/en/privacy', '/privacy'],
  ['/he-IL', '/he'],
])('%s is another spelling of %s', async (asked, right) => {
  const { status, headers } = await page(asked);
  expect([status, headers.get('location')]).toEqual([303, server.url + right]);
});

test.each(['/nl/spoken', '/xx/spoken', '/ja/privacy', '/el/privacy', '/he/organize', '/HE/spoken', '/he/nothing'])(
  '%s is no page',
  async (path) => expect((await page(path)).status).toBe(404),
);

test.each(['/en//other.example/x', '/en/%2Fother.example', '/en/%5Cother.example', '/en/..//other.example'])(
  '%s leads to no other site',
  async (path) => {
    const location = (await page(path)).headers.get('location');
    expect(location === null || location.startsWith(`${server.url}/`)).toBe(true);
  },
);

test('a form for a spelling of a language that is not its address is refused, and nothing stored', async () => {
  expect(
    (await server.post('/el/spoken/sign', { name: data.name, email: 'el@example.org', country: 'GR' })).status,
  ).toBe(404);
});

async function storedOf(slug: string, email: string) {
  const campaign = beside.campaigns.get(slug)!;
  const row = (await signatureOfAddress(beside.store.read, campaign.id, campaign.indexOf!(email)))!;
  const text = async (id: number): Promise<string> =>
    (await beside.store.read.selectFrom('texts').select('body').where('id', '=', id).executeTakeFirstOrThrow()).body;
  return { locale: row.locale, petition: await text(row.petition_text_id), consent: await text(row.consent_text_id) };
}

test('who signs a petition that is not translated signs the text that stood there, and agreed to what stood beside it', async () => {
  const { html } = await page('/he/unspoken');
  expect(html).toContain('Ζητάμε κάτι.');
  const typed = { name: data.name, email: 'fallback@example.org', country: 'GB' };
  expect((await server.post('/he/unspoken/sign', typed)).headers.get('location')).toBe('/he/unspoken/check-your-mail');
  const stored = await storedOf('unspoken', typed.email);
  expect(stored).toMatchObject({ locale: pseudoTag, petition: 'Ζητάμε κάτι.' });
  const [statement = '', shown = '', updates = ''] = stored.consent.split('\n');
  for (const wording of [statement, shown, updates]) {
    expect(wording).toMatch(/^\[.*~\]$/);
    expect(html).toContain(wording);
  }
  const versions = await beside.store.read
    .selectFrom('text_versions')
    .select(['locale', 'kind'])
    .where('campaign_id', '=', beside.campaigns.get('unspoken')!.id)
    .where('kind', '=', 'petition')
    .execute();
  expect(versions).toEqual([{ locale: 'el', kind: 'petition' }]);

  const json = { ...typed, email: 'json@example.org', locale: pseudoTag };
  expect((await server.postJson('/api/v1/campaigns/unspoken/signatures', json)).status).toBe(202);
  expect(await storedOf('unspoken', json.email)).toMatchObject({ locale: pseudoTag, petition: 'Ζητάμε κάτι.' });
});

test('what is in another language than its page says so, for screen readers and for typefaces', async () => {
  const { html } = await page('/he/unspoken');
  for (const marked of [
    /<h1 lang="el" dir="ltr">/,
    /<p class="lead" lang="el" dir="ltr">/,
    /<div lang="el" dir="ltr"[^>]*><p class="to"/,
  ])
    expect(html).toMatch(marked);
  expect((await page('/he/unspoken/letter?country=GB')).html).toMatch(/<textarea[^>]*id="body"[^>]*lang="el"/);
  expect((await page('/he/spoken')).html).not.toContain('<h1 lang');
  // Organizers' pages are English alone, and say that they are.
  const { html: door } = await page('/organize/sign-in', { 'Accept-Language': 'he' });
  expect(door).toMatch(/<html lang="en" dir="ltr"/);
});

const names = [
  '李',
  '欧阳娜娜',
  'محمد بن عبد الله',
  'नीलम',
  'Ⱥłǝx',
  'Jean-Luc d’Arc',
  'Ngô Đình X',
  'ᠮᠣᠩᠭᠣᠯ',
  'A',
  '𠮷野家',
];

test.each(names)('“%s” is a name', async (name) => {
  const email = `name${names.indexOf(name)}@example.org`;
  expect((await server.post('/he/spoken/sign', { name, email, country: 'GB', public: 'yes' })).status).toBe(303);
  const [mail] = await server.mailsTo(email);
  expect((await page(linkIn(mail!))).html).toContain(name);
  await server.post(linkIn(mail!), {});
});

test('a letter’s reader gets the page about it in their browser’s language, else in the letter’s', async () => {
  const { html } = await page('/he/spoken/letter?country=GB');
  const [[id = ''] = []] = all(html, /name="representative" value="(\d+)"/g);
  const typed = {
    name: data.name,
    email: 'letters@example.org',
    country: 'GB',
    subject: data.subject,
    body: data.body,
  };
  await server.post('/he/spoken/letter', { ...typed, representative: id });
  await server.post(linkIn((await server.mailsTo(typed.email))[0]!), {});
  await server.mailsTo(typed.email, 2);
  const letter = (await server.mailsTo('')).find(({ id: name }) => /^\d+-letter$/.test(name))!;
  const why = /\/why\/[\w-]+/.exec(letter.text)![0];
  expect((await page(why)).headers.get('content-language')).toBe('he');
  expect((await page(why, { 'Accept-Language': 'nl, en-GB;q=0.9, he;q=0.1' })).headers.get('content-language')).toBe(
    'en',
  );
});
