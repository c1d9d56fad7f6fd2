import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, type TestServer } from '../support/a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

test('a news reader finds the feed on the page, and in it that the campaign has begun', async () => {
  const page = await (await server.get('/social-credit')).text();
  expect(page).toContain('type="application/atom+xml" href="/social-credit/feed.xml"');
  const answer = await server.get('/social-credit/feed.xml');
  expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
  const feed = await answer.text();
  expect(feed).toContain(`<id>${server.url}/social-credit#opened</id>`);
  expect(feed).toMatch(/<updated>\d{4}-\d\d-\d\dT00:00:00(?:\.000)?Z<\/updated>/);
  expect((await server.get('/nothing/feed.xml')).status).toBe(404);
});

test('a search engine is told of every campaign, and kept from what is of one person', async () => {
  const robots = await (await server.get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${server.url}/sitemap.xml\n`);
  for (const path of ['/organize', '/confirm/', '/me/', '/why/', '/answered/'])
    expect(robots).toContain(`Disallow: ${path}\n`);
  expect(robots).not.toContain('Disallow: /\n');
  const answer = await server.get('/sitemap.xml');
  expect(answer.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
  const places = [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place!);
  expect(places).toContain(`${server.url}/social-credit`);
  for (const place of places) {
    const page = await server.get(place.slice(server.url.length));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`<link rel="canonical" href="${place}"`);
  }
});

test('what stands in the page for programs is what people read', async () => {
  const page = await (await server.get('/social-credit')).text();
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)!;
  expect(JSON.parse(text)).toMatchObject({
    '@type': 'WebPage',
    url: `${server.url}/social-credit`,
    interactionStatistic: { userInteractionCount: 0 },
    potentialAction: { target: `${server.url}/social-credit#sign` },
  });
});

test('the poster has the campaign’s code and its address in words', async () => {
  const poster = await (await server.get('/social-credit/poster')).text();
  expect(poster).toContain('aria-label="QR code that leads to the campaign"');
  expect(poster).toContain(`${new URL(server.url).host}/social-credit</bdi>`);
  expect((await server.get('/social-credit/share')).status).toBe(200);
});
