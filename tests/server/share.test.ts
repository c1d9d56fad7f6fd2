import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, type TestServer } from '../support/a-server.ts';
import { signAndConfirm } from '../support/sign-and-confirm.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

/** Somebody follows a link to a place, from the page that is open before them. @returns the code that goes on */
async function codeAt(place: string, page: string): Promise<string | null> {
  const answer = await server.get(`/social-credit/share/${place}`, { headers: { Referer: page } });
  const text = decodeURIComponent(answer.headers.get('Location') ?? (await answer.text()));
  return /\/social-credit\?source=([\w.-]+)/.exec(text)?.[1] ?? null;
}

test('nothing of any network is on the page: only links to our own, which lead on', async () => {
  const page = await (await server.get('/social-credit')).text();
  expect(page).toContain('href="/social-credit/share/whatsapp"');
  expect(/wa\.me|t\.me|line\.me|bsky\.app|x\.com|facebook\.com/.exec(page)).toBeNull();
  const answer = await server.get('/social-credit/share/whatsapp');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toMatch(/^https:\/\/wa\.me\/\?text=/);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(answer.headers.get('Referrer-Policy')).toBe('same-origin');
});

test('who came by a shared link shares on as the next hand', async () => {
  expect(await codeAt('telegram', `${server.url}/social-credit`)).toBe('telegram.1');
  expect(await codeAt('telegram', `${server.url}/social-credit?source=whatsapp.1`)).toBe('telegram.2');
  expect(await codeAt('device', `${server.url}/social-credit?source=whatsapp.3`)).toBe('device.3');
});

test('other sites and garbled codes start from nothing', async () => {
  for (const page of ['https://evil.example/?source=mail.1', `${server.url}.evil.example/?source=mail.1`, 'x', ''])
    expect(await codeAt('x', page)).toBe('x.1');
  expect(await codeAt('x', `${server.url}/social-credit?source=${encodeURIComponent('"><script>')}`)).toBe('x.1');
});

test('who has confirmed shares on from the code they came by, and a code of few people goes no further', async () => {
  const way = await signAndConfirm(server, 'first@example.org', { source: 'newsletter' });
  expect(way).toBe('/social-credit/signed?source=newsletter');
  expect(await codeAt('whatsapp', server.url + way)).toBe('whatsapp.1');
  for (let at = 0; at < 9; at++) await signAndConfirm(server, `more${at}@example.org`, { source: 'newsletter' });
  expect(await codeAt('whatsapp', server.url + way)).toBe('newsletter.whatsapp.1');
  expect(await codeAt('line', `${server.url}/social-credit?source=newsletter.whatsapp.1`)).toBe('newsletter.line.2');
});

test('Mastodon is asked for its server, and a link says where it leads', async () => {
  const asked = await server.get('/social-credit/share/mastodon', {
    headers: { Referer: `${server.url}/social-credit?source=mail.1` },
  });
  const form = await asked.text();
  expect(form).toContain('name="code" value="mastodon.2"');
  expect(form).toContain('<form method="post" action="/social-credit/share/mastodon"');
  const wrong = await server.post('/social-credit/share/mastodon', { server: 'no server', code: 'mastodon.2' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="no server"');
  const handle = { server: '@sam@social.example', code: 'mastodon.2' };
  const right = await (await server.post('/social-credit/share/mastodon', handle)).text();
  expect(right).toContain('href="https://social.example/share?text=');
  expect(right).toContain('source%3Dmastodon.2');
  expect(right).toContain('Write the post on social.example');
  expect(right).not.toContain('@sam');
});

test('a handle for Mastodon is taken from a form of ours alone, and from no address', async () => {
  const path = '/social-credit/share/mastodon';
  expect(await (await server.get(`${path}?server=social.example`)).text()).not.toContain('social.example/share');
  const elsewhere = { headers: { Origin: 'https://evil.example' } };
  expect((await server.post(path, { server: 'social.example' }, elsewhere.headers)).status).toBe(403);
  expect((await server.post('/nothing/share/mastodon', { server: 'social.example' })).status).toBe(404);
  const garbled = await server.post(path, { server: 'social.example', code: '"><script>' });
  expect(await garbled.text()).toContain('source%3Dmastodon.1');
});

test('there are no other places', async () => {
  for (const place of ['mail', 'myspace', 'constructor', '__proto__'])
    expect((await server.get(`/social-credit/share/${place}`)).status).toBe(404);
  expect((await server.get('/nothing/share/x')).status).toBe(404);
  expect((await server.get('/nothing/share')).status).toBe(404);
});

test('the page of all ways is the same for everybody', async () => {
  const textOf = async (query: string) => (await server.get(`/social-credit/share${query}`)).text();
  const plain = await textOf('');
  expect(plain).toContain('href="/social-credit/share/whatsapp"');
  expect(await textOf('?source=mail.1')).toBe(plain);
});
