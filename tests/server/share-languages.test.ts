import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, type TestServer } from '../support/a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const textOf = async (path: string) => (await server.get(path)).text();

test('who reads in German passes the German page on', async () => {
  const page = await textOf('/de/social-credit');
  expect(page).toContain('href="/de/social-credit/share/whatsapp"');
  expect(page).toContain(`value="${server.url}/de/social-credit?source=link.1"`);
  const mail = decodeURIComponent(/href="mailto:\?([^"]*)"/.exec(page)?.[1] ?? '');
  expect(mail).toContain('Diese Kampagne ist mir wichtig');
  expect(mail).toContain(`${server.url}/de/social-credit?source=mail.1`);

  const answer = await server.get('/de/social-credit/share/telegram', {
    headers: { Referer: `${server.url}/de/social-credit?source=mail.1` },
  });
  expect(new URL(answer.headers.get('Location')!).searchParams.get('url')).toBe(
    `${server.url}/de/social-credit?source=telegram.2`,
  );
  const mastodon = await server.post('/de/social-credit/share/mastodon', { server: 'no server' });
  expect(await mastodon.text()).toContain('Geben Sie den Namen Ihres Servers ein');
});

test('a preview is in the language of the page, and says which that is', async () => {
  for (const [path, locale] of [
    ['/social-credit', 'en_US'],
    ['/de/social-credit', 'de_DE'],
    ['/zh-Hant/social-credit', 'zh_TW'],
  ] as const) {
    const page = await textOf(path);
    expect(page).toContain(`<meta property="og:locale" content="${locale}"`);
    expect(page).toContain(`<meta property="og:image" content="${server.url}${path}/picture.png"`);
  }
  const pictures = await Promise.all(
    ['', '/de', '/zh-Hans', '/zh-Hant', '/ar'].map(async (at) =>
      (await server.get(`${at}/social-credit/picture.png`)).headers.get('ETag'),
    ),
  );
  expect(new Set(pictures).size).toBe(5);
});

test('a frame speaks its own language, from the right in Arabic, and leads to the pages in it', async () => {
  const answer = await server.get('/embed/ar/social-credit');
  expect(answer.headers.get('Content-Language')).toBe('ar');
  const frame = await answer.text();
  expect(frame).toContain('<html lang="ar" dir="rtl"');
  expect(frame).toMatch(/<h1 lang="en" dir="ltr"/);
  expect(frame).toContain('action="/ar/social-credit/sign"');
  expect(frame).toContain('href="/ar/privacy"');
  expect((await server.get('/embed/nl/social-credit')).status).toBe(404);

  expect(await textOf('/ar/social-credit/share')).toContain(`${server.url}/embed/ar/social-credit?source=embed`);
  const url = encodeURIComponent(`${server.url}/ar/social-credit`);
  const oembed = (await (await server.get(`/oembed?url=${url}`)).json()) as Record<string, string>;
  expect(oembed.html).toContain(`src="${server.url}/embed/ar/social-credit?source=embed"`);
  expect(oembed.thumbnail_url).toBe(`${server.url}/ar/social-credit/picture.png`);
});

test('a frame in another spelling of a language leads to ours, and oEmbed knows it', async () => {
  for (const [spelling, path] of [
    ['zh-TW', '/zh-Hant/social-credit'],
    ['en', '/social-credit'],
  ] as const) {
    const answer = await server.get(`/embed/${spelling}/social-credit?source=embed`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`${server.url}/embed${path}?source=embed`);
    // Some browsers ask of a redirect, too, whether it may stand in a frame.
    expect(answer.headers.get('X-Frame-Options')).toBeNull();
    for (const front of ['', '/embed']) {
      const url = encodeURIComponent(`${server.url}${front}/${spelling}/social-credit`);
      const oembed = (await (await server.get(`/oembed?url=${url}`)).json()) as Record<string, string>;
      expect(oembed.html).toContain(`src="${server.url}/embed${path}?source=embed"`);
    }
  }
  for (const path of ['/embed/zh-TW/privacy', '/embed/en/nothing', '/embed/nl/social-credit'])
    expect((await server.get(path)).status).toBe(404);
});

test('a feed says which language each of its texts is in', async () => {
  const feed = await textOf('/de/social-credit/feed.xml');
  expect(feed).toContain('xml:lang="de">');
  expect(feed).toContain('<title xml:lang="en">');
  expect(feed).toContain('<title>Die Kampagne hat begonnen</title>');
  expect(feed).toContain(`<link rel="alternate" type="text/html" href="${server.url}/de/social-credit"/>`);
});
