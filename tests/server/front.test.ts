import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRaw } from '../support/raw-request.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { filled, routes } from '../support/routes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const ask = (start: string, headers: string[] = [], body = '') => askRaw(server, start, headers, body);

test.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'PURGE', 'QUERY', 'TRACK'])(
  '%s is refused with 405 wherever it is sent, and the server goes on: GET, HEAD and POST are all there is',
  async (method) => {
    // The second time, the page and the file lie ready.
    for (const path of ['/social-credit', '/favicon.svg', '/api/v1/campaigns/social-credit', '/social-credit']) {
      const { status, headers } = await ask(`${method} ${path}`);
      // What Node’s parser has no word for is no request.
      if (method === 'TRACK') expect(status).toBe(400);
      else expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
      expect((await server.get(path)).status).toBe(200);
    }
  },
);

test('an unknown Host gets 421, also where the page lies ready, and cannot vouch for an Origin of its own', async () => {
  const host = (name: string, start: string, headers: string[] = []) => askRaw(server, start, headers, '', name);
  await server.get('/social-credit');
  for (const name of ['evil.example', `localhost.:${server.port}`, 'localhost', '127.0.0.1:1'])
    for (const start of ['GET /social-credit', 'HEAD /', 'POST /social-credit/sign', 'GET /metrics/', 'GET /%68ealthz'])
      expect({ name, start, ...(await host(name, start)) }).toMatchObject({ name, start, status: 421 });
  const form = ['Origin: http://evil.example', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 0'];
  expect((await host('evil.example', 'POST /social-credit/sign', form)).status).toBe(421);
  // Another name of this machine is led to the right one, at the same address and nowhere else.
  const moved = await host(`127.0.0.1:${server.port}`, 'GET /social-credit?source=flyer');
  expect([moved.status, moved.headers.location]).toEqual([303, `${server.url}/social-credit?source=flyer`]);
  expect((await host(`127.0.0.1:${server.port}`, 'GET //evil.example')).status).toBe(421);
  for (const name of ['localhost:4321.evil.example', 'a b', 'localhost/', 'localhost@evil.example'])
    expect({ name, ...(await host(name, 'GET /')) }).toMatchObject({ status: 400 });
});

test('links are built from SITE_URL, whatever a request says of its host', async () => {
  const told = ['X-Forwarded-Host', 'X-Forwarded-Server', 'X-Original-Host', 'X-Host'].map(
    (name) => `${name}: evil.example`,
  );
  const headers = [
    ...told,
    'Forwarded: host=evil.example;proto=https',
    'X-Forwarded-Proto: https',
    'X-Original-URL: /evil',
  ];
  for (const path of [
    '/',
    '/social-credit',
    '/privacy',
    '/me',
    '/organize',
    '/nowhere',
    '/api/v1/campaigns/social-credit',
  ]) {
    const { headers: answered, body } = await ask(`GET ${path}`, headers);
    expect(JSON.stringify(answered) + body).not.toContain('evil');
  }
  const body = new URLSearchParams(aSignature({ email: 'hostly@example.org' })).toString();
  const form = [
    `Origin: ${server.url}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ];
  expect((await ask('POST /social-credit/sign', [...headers, ...form], body)).status).toBe(303);
  const [mail] = await server.mailsTo('hostly@example.org');
  expect(mail!.text + mail!.html).not.toContain('evil');
  expect(mail!.text).toContain(server.url + linkIn(mail!));
});

/** What routers and proxies have taken for the same path. */
const otherSpellings = (path: string): string[] => {
  const hex = (at: number): string => (path.codePointAt(at) ?? 0).toString(16);
  const [first, rest] = [path.slice(1, 2), path.slice(2)];
  const before = [`/${path}`, `/.${path}`, `/x/..${path}`, `/%2e${path}`, `\\${path}`];
  const within = [`/%${hex(1)}${rest}`, `/%25${hex(1)}${rest}`, `/${first}%${hex(2)}${path.slice(3)}`];
  const after = ['/', '//', '/.', '%00', '%20', '#x', ';x=1'].map((end) => path + end);
  return [...before, ...within, path.replaceAll('/', '%2f'), ...after];
};

const shown = routes().filter(({ method, path }) => method === 'GET' && path !== '/' && !path.includes(':token'));

test.each(shown)(
  '$path has no second spelling: //, %61, %2561, dot segments and the like lead nowhere',
  async ({ path }) => {
    for (const spelling of otherSpellings(filled(path))) {
      const { status, headers } = await ask(`GET ${spelling}`);
      expect({ spelling, status }).toEqual({ spelling, status: expect.toSatisfy((one) => one === 404 || one === 400) });
      expect(headers.location).toBeUndefined();
    }
  },
);

test('every file of the build is found by its one spelling', async () => {
  const page = await (await server.get('/social-credit')).text();
  const files = [...page.matchAll(/(?:href|src)="(\/(?:_assets\/|favicon)[^"]+)"/g)].map(([, path]) => path!);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    expect((await ask(`GET ${file}`)).status).toBe(200);
    for (const spelling of otherSpellings(file)) expect([404, 400]).toContain((await ask(`GET ${spelling}`)).status);
  }
});

test('HEAD answers what GET does and changes no more than it: no link in a mail is used up by looking', async () => {
  await server.post('/social-credit/sign', aSignature({ email: 'looked.at@example.org' }));
  const [mail] = await server.mailsTo('looked.at@example.org');
  for (const method of ['HEAD', 'GET', 'HEAD']) expect((await server.get(linkIn(mail!), { method })).status).toBe(200);
  const figures = async () => (await (await server.get('/api/v1/campaigns/social-credit')).json()) as object;
  expect(await figures()).toMatchObject({ signatures: { confirmed: 0 } });
  for (const { path } of shown) {
    const [got, head] = [await server.get(filled(path)), await server.get(filled(path), { method: 'HEAD' })];
    expect({ path, status: head.status }).toEqual({ path, status: got.status });
    expect(await head.text()).toBe('');
  }
});

test('nothing of all this was logged as trouble', () => {
  expect(server.troubles).toEqual([]);
});
