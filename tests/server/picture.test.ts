import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, type TestServer } from '../support/a-server.ts';
import { signAndConfirm } from '../support/sign-and-confirm.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const path = '/social-credit/picture.png';

test('a messenger that shows the campaign finds its picture by the page', async () => {
  const html = await (await server.get('/social-credit')).text();
  expect(html).toContain(`<meta property="og:image" content="${server.url}${path}"`);
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image"');
  const answer = await server.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('image/png');
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=60');
  expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  expect(answer.headers.get('Content-Encoding')).toBeNull();
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  const known = await server.get(path, { headers: { 'If-None-Match': answer.headers.get('ETag')! } });
  expect(known.status).toBe(304);
});

test('the picture tells of a new signer after a minute, and stays the same until then', async () => {
  const tag = async () => (await server.get(path)).headers.get('ETag');
  const before = await tag();
  await signAndConfirm(server, 'seen@example.org');
  expect(await tag()).toBe(before);
  server.pass(61);
  // Whoever asks first gets the old one at once, and has the new one drawn.
  expect(await tag()).toBe(before);
  await expect.poll(tag).not.toBe(before);
});

test('there is none of a campaign that there is not, nor in a language that it does not speak', async () => {
  expect((await server.get('/nothing/picture.png')).status).toBe(404);
  expect((await server.get('/nl/social-credit/picture.png')).status).toBe(404);
});
