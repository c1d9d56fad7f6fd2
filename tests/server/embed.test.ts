import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../src/strings/strings.ts';
import { aServer, type TestServer } from '../support/a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

test('anybody may show the form in a frame, and nothing else of ours', async () => {
  // Twice: made anew, and as it lies ready.
  for (let time = 0; time < 2; time++) {
    const { headers } = await server.get('/embed/social-credit');
    expect(headers.get('Content-Security-Policy')).toContain('frame-ancestors *;');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self';");
    expect(headers.get('X-Frame-Options')).toBeNull();
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.getSetCookie()).toEqual([]);
  }
  for (const path of ['/social-credit', '/social-credit/signed', '/embed/nothing', '/organize/sign-in', '/'])
    expect((await server.get(path)).headers.get('X-Frame-Options')).toBe('DENY');
});

test('the frame with all that belongs to it weighs less than 20 kB in every language', async () => {
  const weigh = async (path: string) => {
    const answer = await server.get(path, { headers: { 'Accept-Encoding': 'br' }, method: 'HEAD' });
    expect(answer.headers.get('Content-Encoding')).toBe('br');
    return Number(answer.headers.get('Content-Length'));
  };
  for (const locale of locales) {
    const path = locale === 'en' ? '/embed/social-credit' : `/embed/${locale}/social-credit`;
    const page = await (await server.get(path)).text();
    const files = new Set([...page.matchAll(/(?:href|src)="(\/_assets\/[^"]+)"/g)].map(([, file]) => file!));
    let bytes = await weigh(path);
    // Scripts bring others, also those that are loaded once somebody types.
    for (const file of files) {
      bytes += await weigh(file);
      if (file.endsWith('.js'))
        for (const [, more] of (await (await server.get(file)).text()).matchAll(
          /["'`](?:\.\/|\/?_assets\/)([\w.-]+\.js)/g,
        ))
          files.add(`/_assets/${more}`);
    }
    expect(files.size).toBeGreaterThan(2);
    expect(bytes, locale).toBeLessThan(20_000);
  }
});

test('the code of the frame’s address stands in its form', async () => {
  const form = async (query: string) =>
    /name="source" value="([^"]*)"/.exec(await (await server.get(`/embed/social-credit${query}`)).text())?.[1];
  expect(await form('?source=embed')).toBe('embed');
  expect(await form('')).toBe('');
});

test('a site that knows oEmbed turns a campaign’s address into a frame', async () => {
  const page = await (await server.get('/social-credit')).text();
  const [, found = ''] = /application\/json\+oembed" href="([^"]+)"/.exec(page)!;
  const answer = await server.get(found.replaceAll('&amp;', '&').slice(server.url.length));
  expect(answer.headers.get('Content-Type')).toBe('application/json');
  expect(await answer.json()).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 640,
    height: 900,
    provider_url: server.url,
    html: expect.stringMatching(
      new RegExp(
        `^<iframe data-campaign src="${server.url}/embed/social-credit\\?source=embed" title="[^"<>]+" width="640" height="900" style="border:0;max-width:100%"`,
      ),
    ),
    thumbnail_url: `${server.url}/social-credit/picture.png`,
  });
});

const oembed = (query: Record<string, string>) => server.get(`/oembed?${new URLSearchParams(query).toString()}`);

test('oEmbed keeps to the room that there is, and says what it does not know', async () => {
  const url = `${server.url}/embed/social-credit`;
  expect(await (await oembed({ url, maxwidth: '300', maxheight: '400' })).json()).toMatchObject({
    width: 300,
    height: 400,
  });
  expect(await (await oembed({ url, maxwidth: '300' })).json()).not.toHaveProperty('thumbnail_url');
  expect(await (await oembed({ url, maxwidth: '-1', format: 'json' })).json()).toMatchObject({ width: 640 });
  expect((await oembed({ url, format: 'xml' })).status).toBe(501);
  for (const spelling of [`${url}/`, url.replace('http://localhost', 'HTTP://LocalHost'), `${url}/?source=x#form`])
    expect([spelling, (await oembed({ url: spelling })).status]).toEqual([spelling, 200]);
  for (const other of [
    '',
    'x',
    server.url,
    `${server.url}/`,
    `${server.url}/nothing`,
    `${server.url}/social-credit/signed`,
    `${url}//`,
    `${server.url.replace('localhost', 'localhost@evil.example')}/social-credit`,
    'https://evil.example/social-credit',
    `${server.url}.evil.example/social-credit`,
  ])
    expect((await oembed({ url: other })).status).toBe(404);
});
