import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const sign = async (email: string) => {
  const answer = await server.post('/social-credit/sign', aSignature({ email }));
  return [answer.status, answer.headers.get('location')];
};

test('who mistyped without JavaScript is told on the next page, and signs all the same', async () => {
  expect(await sign('sam@gmial.com')).toEqual([303, '/social-credit/check-your-mail#mistyped']);
  expect(await sign('suzie@gmail.com')).toEqual([303, '/social-credit/check-your-mail']);
  const [mail] = await server.mailsTo('sam@gmial.com');
  expect((await server.post(linkIn(mail!), {})).headers.get('location')).toBe('/social-credit/signed');
  // One who had signed is answered like one who had not.
  expect(await sign('sam@gmial.com')).toEqual([303, '/social-credit/check-your-mail#mistyped']);
});

test('so is who writes a letter, and who asks what we hold', async () => {
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  const [id = ''] = /(?<=name="representative"[^>]*value=")\d+/.exec(page) ?? [];
  const written = await server.post('/social-credit/letter', aLetter(id, { email: 'wanda@hotmial.fr' }));
  expect(written.headers.get('location')).toBe('/social-credit/check-your-mail#mistyped');
  const asked = await server.post('/me', { email: 'wanda@hotmial.fr' });
  expect(asked.headers.get('location')).toBe('/me/mailed#mistyped');
});

test('the page itself is the same for everybody: what says so is hidden, and stands in it always', async () => {
  for (const path of ['/social-credit/check-your-mail', '/me/mailed'])
    expect(await (await server.get(path)).text()).toMatch(/<p id="mistyped"[^>]*>Is your address right\?/);
});

test('the script that asks is under two kilobytes, list of providers and all', async () => {
  const page = await (await server.get('/social-credit')).text();
  const scripts = [...page.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src]) => src!);
  const sizes = await Promise.all(
    scripts.map(async (src) => {
      const text = await (await server.get(src)).text();
      return { asks: text.includes('googlemail.com'), bytes: Buffer.byteLength(text) };
    }),
  );
  expect(sizes.filter(({ asks }) => asks)).toEqual([
    { asks: true, bytes: expect.toSatisfy((bytes: number) => bytes < 2048) },
  ]);
});
