import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { askRaw } from '../support/raw-request.ts';

const token = 'made-up-token-of-a-test';
let server: TestServer;
beforeAll(async () => {
  server = await aServer({ env: { METRICS_TOKEN: token } });
});
afterAll(() => server.stop());

const text = async (): Promise<string> => (await server.get('/metrics')).text();
/** The value of one line, by how it begins. */
const valueOf = (metrics: string, line: string): number | undefined => {
  const found = metrics.split('\n').find((one) => one.startsWith(`campaign_kit_${line} `));
  return found === undefined ? undefined : Number(found.split(' ').at(-1));
};

test('every line is one that Prometheus reads, and each metric says what it is before it is told', async () => {
  for (let times = 0; times < 3; times++) await server.get('/social-credit');
  const answer = await server.get('/metrics');
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const metrics = await answer.text();
  expect(metrics.endsWith('\n')).toBe(true);
  const types = new Map<string, string>();
  for (const line of metrics.trimEnd().split('\n')) {
    const type = /^# TYPE (campaign_kit_[a-z_]+) (counter|gauge|histogram)$/.exec(line);
    if (type !== null) types.set(type[1]!, type[2]!);
    else if (!line.startsWith('# HELP ')) {
      const sample = /^(campaign_kit_[a-z_]+)(?:\{(?:[a-z]+="(?:[^"\\\n]|\\[\\"n])*",?)+\})? [\d.e+-]+$/.exec(line);
      expect(sample?.input ?? `not readable: ${line}`).toBe(line);
      const name = sample![1]!;
      expect(types.has(name) || types.get(name.replace(/_(?:bucket|sum|count)$/, '')) === 'histogram' ? '' : line).toBe(
        '',
      );
    }
  }
  expect(types.size).toBeGreaterThan(14);
});

test('a signature shows in requests, writes, mails and, once confirmed, in the count', async () => {
  const before = await text();
  await server.post('/social-credit/sign', aSignature());
  const [mail] = await server.mailsTo('sam@example.org');
  const link = linkIn(mail!);
  await server.post(link, {});
  await server.post('/social-credit/sign', aSignature({ email: 'no' }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const metrics = await text();
  const grown = (line: string): number => (valueOf(metrics, line) ?? 0) - (valueOf(before, line) ?? 0);
  expect(grown('http_requests_total{method="POST",route="/:campaign/sign",status="3xx"}')).toBe(1);
  expect(grown('http_requests_total{method="POST",route="/:campaign/sign",status="4xx"}')).toBe(1);
  expect(grown('http_request_duration_seconds_count{method="POST",route="/:campaign/sign"}')).toBe(2);
  expect(grown('http_request_duration_seconds_bucket{method="POST",route="/:campaign/sign",le="+Inf"}')).toBe(2);
  expect(grown('mails_total{outcome="sent"}')).toBe(1);
  expect(grown('write_group_size_count')).toBeGreaterThanOrEqual(2);
  expect(valueOf(metrics, 'signatures_confirmed{campaign="social-credit"}')).toBe(1);
  expect(valueOf(metrics, 'outbox_messages')).toBe(0);
  expect(valueOf(metrics, 'write_queue_length')).toBe(0);
  // Of whom, and by which link, stands nowhere.
  expect(metrics).not.toContain(link.split('/').at(-1));
  expect(metrics).not.toMatch(/sam@|example\.org/i);
});

test('pages that lie ready are counted by their route, like those that do not', async () => {
  const line = 'http_requests_total{method="GET",route="/:campaign",status="2xx"}';
  const before = await text();
  for (let times = 0; times < 20; times++) await server.get('/social-credit');
  const metrics = await text();
  expect(valueOf(metrics, line)! - valueOf(before, line)!).toBe(20);
  const ready = 'page_cache_answers_total{from="ready"}';
  expect(valueOf(metrics, ready)! - valueOf(before, ready)!).toBeGreaterThan(10);
  expect(valueOf(metrics, 'page_cache_bytes')).toBeGreaterThan(10_000);
});

test('whatever strangers ask for, labels are our own words', async () => {
  for (const path of ['/wp-login.php', '/de/none', '/%22%0A', '/confirm/secret-token']) await server.get(path);
  await server.get('/social-credit', { method: 'PUT' });
  const metrics = await text();
  expect(metrics).not.toMatch(/wp-login|secret-token|PUT/);
  expect(metrics).toContain('route="nothing"');
  const routes = new Set([...metrics.matchAll(/route="([^"]*)"/g)].map(([, route]) => route));
  for (const route of routes) expect(route).toMatch(/^(?:\/[\w:./-]*|file|nothing|refused)$/);
});

test('from elsewhere only the token opens it; nobody else learns that it is there', async () => {
  const status = async (headers: Record<string, string>) => (await server.get('/metrics', { headers })).status;
  const proxied = { 'X-Forwarded-For': '192.0.2.7' };
  expect(await status(proxied)).toBe(404);
  expect(await status({ ...proxied, Authorization: 'Bearer wrong' })).toBe(404);
  expect(await status({ ...proxied, Authorization: token })).toBe(404);
  expect(await status({ ...proxied, Authorization: `Bearer ${token}` })).toBe(200);
  expect(await status({ ...proxied, Authorization: `bearer ${token}` })).toBe(200);
});

test('a proxy on this machine is not taken for this machine, whatever it says or keeps to itself', async () => {
  const status = async (headers: string[], host?: string) =>
    (await askRaw(server, 'GET /metrics', headers, '', host)).status;
  expect(await status([])).toBe(200);
  expect(await status([], `127.0.0.1:${server.port}`)).toBe(200);
  expect(await status([], 'campaign.example')).toBe(404);
  for (const said of ['Via: 1.1 proxy', 'X-Real-IP: 127.0.0.1', 'Forwarded: for=127.0.0.1', 'X-Forwarded-Proto: https'])
    expect(await status([said])).toBe(404);
  expect(await status([`Authorization: Bearer ${token}`], 'campaign.example')).toBe(200);
});

test('a trusted proxy that says only in Forwarded whom it asks for is not taken for this machine', async () => {
  const behind = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
  try {
    const status = async (headers: Record<string, string>) => (await behind.get('/metrics', { headers })).status;
    expect(await status({ Forwarded: 'for=192.0.2.7' })).toBe(404);
    expect(await status({ 'X-Forwarded-For': '127.0.0.1, 192.0.2.7' })).toBe(404);
    expect(await status({ 'X-Forwarded-For': '127.0.0.1', Forwarded: 'for=127.0.0.1' })).toBe(200);
  } finally {
    await behind.stop();
  }
});

test('whoever leaves in the middle of a form does not count as a fault of ours', async () => {
  const line = (status: string) => `http_requests_total{method="POST",route="/:campaign/sign",status="${status}"}`;
  const before = await text();
  const { host, origin } = new URL(server.url);
  const type = 'Content-Type: application/x-www-form-urlencoded';
  const head = `POST /social-credit/sign HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n${type}\r\n`;
  await new Promise<void>((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(`${head}Content-Length: 500\r\n\r\nname=Sam`);
      setTimeout(() => socket.destroy(), 100);
    });
    socket.on('close', () => resolve());
  });
  await expect.poll(async () => valueOf(await text(), line('4xx'))).toBe((valueOf(before, line('4xx')) ?? 0) + 1);
  expect(valueOf(await text(), line('5xx'))).toBe(valueOf(before, line('5xx')));
});
