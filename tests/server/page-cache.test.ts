import { readdirSync, readFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientFolder } from '../../src/places.ts';
import { aServer, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

/** As it comes over the wire: fetch would unpack it. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const host = new URL(server.url).host;
    request({ port: server.port, path, method, headers: { Host: host, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

const opened = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };

const sharedPaths = [
  '/',
  '/social-credit',
  '/social-credit/signed',
  '/social-credit/figures',
  '/social-credit/figures.json',
];

test.each(sharedPaths)('%s is one page in three encodings, each with a strong tag of its own', async (path) => {
  const tags = new Set<unknown>();
  const texts = new Set<string>();
  for (const encoding of ['br', 'gzip', 'identity'] as const)
    // Twice: made anew, and as it lies ready.
    for (let time = 0; time < 2; time++) {
      const { status, headers, body } = await ask(path, { 'Accept-Encoding': encoding });
      expect(status).toBe(200);
      expect(headers['content-encoding'] ?? 'identity').toBe(encoding);
      expect(headers['content-length']).toBe(String(body.length));
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers.etag).toMatch(/^"[^"]+"$/);
      expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=1, must-revalidate');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      tags.add(headers.etag);
      texts.add(opened[encoding](body).toString());
    }
  expect(tags.size).toBe(3);
  expect(texts.size).toBe(1);
});

test('whatever a page loads comes in three encodings too, and is the same file in each', async () => {
  const files = readdirSync(clientFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(10);
  for (const { parentPath, name } of files) {
    const file = readFileSync(join(parentPath, name));
    const path = join(parentPath, name).slice(clientFolder.length).replaceAll('\\', '/');
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      const { status, headers, body } = await ask(path, { 'Accept-Encoding': encoding });
      expect([path, status, headers['content-encoding'] ?? 'identity']).toEqual([path, 200, encoding]);
      expect(opened[encoding](body)).toEqual(file);
    }
  }
});

test.each(['br', 'gzip', 'identity'])(
  'who has the page in %s already is told so, also if a proxy made the tag weak',
  async (encoding) => {
    const { headers } = await ask('/social-credit', { 'Accept-Encoding': encoding });
    const tag = headers.etag!;
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await ask('/social-credit', { 'Accept-Encoding': encoding, 'If-None-Match': known });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(again.headers).toMatchObject({
        etag: tag,
        vary: 'Accept-Encoding',
        'cache-control': headers['cache-control'],
      });
    }
    const other = encoding === 'br' ? 'gzip' : 'br';
    expect((await ask('/social-credit', { 'Accept-Encoding': other, 'If-None-Match': tag })).status).toBe(200);
  },
);

test.each([...sharedPaths, '/privacy', '/robots.txt'])(
  'HEAD %s says what GET would, without the page',
  async (path) => {
    for (const encoding of ['br', 'identity']) {
      const got = await ask(path, { 'Accept-Encoding': encoding });
      const head = await ask(path, { 'Accept-Encoding': encoding }, 'HEAD');
      expect(head.status).toBe(got.status);
      expect(head.body).toHaveLength(0);
      if (got.status === 200) expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' });
    }
  },
);

test('HEAD of a page that nobody has asked for yet has its length, too', async () => {
  const head = await ask('/social-credit/letter-sent', {}, 'HEAD');
  expect(Number(head.headers['content-length'])).toBeGreaterThan(1000);
});

test('a link’s code reaches the form, and making up codes makes no pages', async () => {
  const fieldOf = async (path: string, encoding: keyof typeof opened) =>
    /name="source" value="([^"]*)"/.exec(
      opened[encoding]((await ask(path, { 'Accept-Encoding': encoding })).body).toString(),
    )?.[1];
  const tags = new Set<unknown>();
  for (let n = 0; n < 50; n++)
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      expect(await fieldOf(`/social-credit?source=code-${n}`, encoding)).toBe(`code-${n}`);
      tags.add((await ask(`/social-credit?source=code-${n}`, { 'Accept-Encoding': encoding })).headers.etag);
    }
  expect(tags.size).toBe(150);
  expect(await fieldOf('/social-credit?utm=x&source=flyer', 'br')).toBe('flyer');
  for (const bad of ['%22%3E%3Cscript%3E', 'a%20b', 'x'.repeat(61), ''])
    expect(await fieldOf(`/social-credit?source=${bad}`, 'br')).toBe('');
});

test('one person’s answers are in no cache: forms with faults, links from mails, results', async () => {
  await server.post('/social-credit/sign', aSignature({ email: 'pat@example.org' }));
  const [mail] = await server.mailsTo('pat@example.org');
  const faulty = await server.post('/social-credit/sign', aSignature({ email: 'no', name: 'Only Pat' }));
  expect(faulty.status).toBe(422);
  expect(await faulty.text()).toContain('Only Pat');
  const answers = [
    faulty,
    await server.get(linkIn(mail!)),
    await server.get('/me'),
    await server.get('/nowhere'),
    await server.get('/organize/sign-in'),
  ];
  for (const answer of answers) {
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
  }
  expect(await (await server.get('/social-credit')).text()).not.toContain('Only Pat');
});

test('another Host, another method and another spelling are asked at the routes, however ready the page is', async () => {
  await ask('/social-credit');
  expect((await ask('/social-credit', { Host: 'evil.example' })).status).toBe(421);
  expect((await ask('/social-credit', {}, 'PUT')).status).toBe(405);
  expect((await ask('//social-credit')).status).toBe(404);
});

test('while people sign, the count that visitors see only grows, and ends where it should', async () => {
  const start = await countOn(server);
  const signers = Array.from({ length: 25 }, (_, n) => `crowd${n}@example.org`);
  for (const email of signers) await server.post('/social-credit/sign', aSignature({ email }));
  const links = await Promise.all(signers.map(async (email) => linkIn((await server.mailsTo(email))[0]!)));
  const seen: number[] = [];
  let done = false;
  const visitors = Array.from({ length: 4 }, async (_, n) => {
    while (!done) {
      const { body } = await ask(n % 2 === 0 ? '/social-credit' : `/social-credit?source=s${seen.length}`);
      seen.push(Number(/data-signatures="(\d+)"/.exec(body.toString())?.[1]));
    }
  });
  for (const link of links) {
    await server.post(link, {});
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await new Promise((resolve) => setTimeout(resolve, 1100));
  done = true;
  await Promise.all(visitors);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(await countOn(server)).toBe(start + 25);
});

test('nothing was logged as trouble', () => {
  expect(server.troubles).toEqual([]);
});

test('whoever asks again and again for what is not there has one page made for each language, and gets it in theirs', async () => {
  const rendered = async (): Promise<number> =>
    Number(/^campaign_kit_page_renders_total (\d+)/m.exec(await (await server.get('/metrics')).text())?.[1]);
  const inGerman = { 'Accept-Language': 'de', 'Accept-Encoding': 'br' };
  const before = await rendered();
  const pages = new Set<string>();
  for (let n = 0; n < 30; n++) {
    const [english, german] = [await ask(`/made-up-${n}`), await ask(`/made-up-${n}`, inGerman)];
    const refused = await ask(`/made-up-${n}`, {}, 'DELETE');
    expect([english.status, german.status, refused.status]).toEqual([404, 404, 405]);
    expect(german.headers['content-language']).toBe('de');
    expect(refused.headers.allow).toBe('GET, HEAD, POST');
    for (const { headers } of [english, german, refused]) expect(headers['cache-control']).toBe('no-store');
    pages.add(english.body.toString()).add(brotliDecompressSync(german.body).toString()).add(refused.body.toString());
  }
  expect(pages.size).toBe(3);
  expect((await rendered()) - before).toBeLessThanOrEqual(3);
});
