import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer } from '../support/a-server.ts';
import { aServerOfWays } from '../support/a-server-of-ways.ts';
import { anOrganizer } from '../support/an-organizer.ts';
import { askRaw } from '../support/raw-request.ts';
import { filled, routes } from '../support/routes.ts';

let ways: Awaited<ReturnType<typeof aServerOfWays>>;
let cookie: string;
let me: string;
beforeAll(async () => {
  ways = await aServerOfWays();
  ({ cookie } = await anOrganizer(ways.server, 'owner', 'olga'));
  ({ me } = await ways.written('wanda@example.org', [ways.ids.ada]));
});
afterAll(async () => {
  await ways.context.close();
  await ways.server.stop();
});

const form = 'application/x-www-form-urlencoded';
const posts = routes()
  .filter(({ method }) => method === 'POST')
  .map(({ path }) => ({
    path,
    type: path.startsWith('/api/') || path.includes('/organize/passkeys/') ? 'application/json' : form,
  }));

/** Sent by Wanda, who has a link, and by Olga, who is signed in: nothing else keeps it out. */
async function post(path: string, headers: Record<string, string | undefined>, body = ''): Promise<number> {
  const { server } = ways;
  const sent = { Cookie: cookie, Origin: server.url, ...headers };
  const given = Object.entries(sent).filter((header): header is [string, string] => header[1] !== undefined);
  const to = server.url + (path.startsWith('/me/:token') ? path.replace('/me/:token', me) : filled(path));
  const answer = await fetch(to, { method: 'POST', redirect: 'manual', body: Buffer.from(body), headers: given });
  await answer.text();
  return answer.status;
}

test('the search does find addresses', () => {
  expect(posts.length).toBeGreaterThan(25);
});

test.each(posts)(
  'POST $path takes its exact content type, from our own Origin, and 64 kB at most',
  async ({ path, type }) => {
    const right = { 'Content-Type': type };
    for (const Origin of [
      'https://evil.example',
      'null',
      `${ways.server.url}.evil.example`,
      ways.server.url.toUpperCase(),
      '',
    ])
      expect({ Origin, status: await post(path, { ...right, Origin }) }).toEqual({ Origin, status: 403 });
    for (const site of ['cross-site', 'same-site', 'Cross-Site', 'same-origin, cross-site'])
      expect(await post(path, { ...right, 'Sec-Fetch-Site': site })).toBe(403);
    const absent = await post(path, { ...right, Origin: undefined }, '{"a":');
    if (path.startsWith('/api/')) expect(absent).toBe(400);
    else expect(absent).toBe(403);
    const other = type === form ? 'application/json' : form;
    for (const wrong of [
      undefined,
      '',
      'text/plain',
      'multipart/form-data; boundary=x',
      other,
      `${type}, text/plain`,
      `${type}; charset=utf-16`,
      `x${type}`,
    ])
      expect({ wrong, status: await post(path, { 'Content-Type': wrong }) }).toEqual({ wrong, status: 415 });
    expect(await post(path, { ...right, 'Content-Encoding': 'gzip' })).toBe(415);
    expect(await post(path, right, 'x'.repeat(65_537))).toBe(413);
  },
);

test('no page makes Chromium send Origin: null, as no-referrer would, and a form that says so is refused', async () => {
  const { server } = ways;
  for (const path of ['/social-credit', '/social-credit/letter', '/me', me, '/organize/sign-in', '/nowhere'])
    expect((await server.get(path)).headers.get('Referrer-Policy')).toMatch(/^(?:same|strict)-origin$/);
  expect(await post('/:campaign/sign', { 'Content-Type': form, Origin: 'null' })).toBe(403);
});

test.each(['', '; charset=utf-8', ';charset=UTF-8', '; charset="utf-8"'])(
  '“%s” after the type is how programs say UTF-8',
  async (more) => {
    expect(await post('/:campaign/sign', { 'Content-Type': form + more })).toBe(422);
    expect(
      await post('/api/v1/campaigns/:campaign/signatures', { 'Content-Type': `application/json${more}` }, '{}'),
    ).toBe(422);
  },
);

test('behind a proxy that ends TLS a form comes from the https address, and from no other', async () => {
  const url = 'https://campaign.example';
  const behind = await aServer({ env: { SITE_URL: url } });
  try {
    for (const [origin, status] of [
      [url, 422],
      ['http://campaign.example', 403],
      [`http://localhost:${behind.port}`, 403],
      [`http://127.0.0.1:${behind.port}`, 403],
    ] as const) {
      const sent = [`Origin: ${origin}`, `Content-Type: ${form}`, 'Content-Length: 0'];
      expect([origin, (await askRaw({ url, port: behind.port }, 'POST /social-credit/sign', sent)).status]).toEqual([
        origin,
        status,
      ]);
    }
  } finally {
    await behind.stop();
  }
});

test('64 kB are read whole, and a byte more is not, whether its length is told or not', async () => {
  const path = `${ways.server.url}/social-credit/sign`;
  const headers = { Origin: ways.server.url, 'Content-Type': form };
  for (const [length, status] of [
    [65_536, 422],
    [65_537, 413],
    [100_000, 413],
  ] as const) {
    const body = 'x'.repeat(length);
    const streamed = new Blob([body]).stream();
    const init = { method: 'POST', headers, redirect: 'manual' } as const;
    expect((await fetch(path, { ...init, body })).status).toBe(status);
    expect((await fetch(path, { ...init, body: streamed, duplex: 'half' } as RequestInit)).status).toBe(status);
  }
});

test('nothing of all this was logged as trouble', () => {
  expect(ways.server.troubles).toEqual([]);
});
