import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { readConfig } from '../../src/config.ts';
import { toHour } from '../../src/domain/clock.ts';
import { aServer, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

interface Figures {
  signatures: { confirmed: number; paper: number; import: number };
  quality: Record<string, number>;
  invalidations: { on: string; count: number; reason: string; undoneOn: string | null }[];
  countries: { country: string; confirmed: number }[];
  otherCountries: number | null;
  history: ({ from: string; to: string } & Record<string, number>)[];
  method: string[];
}

const text = async (path: string) => (await server.get(path)).text();
const figures = async () => JSON.parse(await text('/social-credit/figures.json')) as Figures;

async function sign(email: string, changes: Record<string, string> = {}): Promise<string> {
  await server.post('/social-credit/sign', aSignature({ email, ...changes }));
  const [mail] = await server.mailsTo(email);
  return linkIn(mail!);
}

/** What a reader sees of a page. */
const seen = async (path: string) => (await text(path)).replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

/** Pages are made anew once a second at most. */
async function eventually(look: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      return await look();
    } catch (error) {
      if (tries === 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

test('a fresh campaign has figures, and all are nought', async () => {
  const page = await text('/social-credit/figures');
  for (const words of ['How the count came about', 'Nothing has happened yet.'])
    expect(page.includes(words)).toBe(true);
  expect(await figures()).toMatchObject({
    signatures: { confirmed: 0, paper: 0, import: 0 },
    quality: { received: 0, confirmed: 0, withdrawn: 0, expired: 0, erased: 0, bounced: 0, invalidated: 0 },
    invalidations: [],
    countries: [],
    otherCountries: null,
    history: [],
  });
  expect((await text('/social-credit')).includes('href="/social-credit/figures"')).toBe(true);
  expect((await server.get('/no-such-campaign/figures.json')).status).toBe(404);
  const spelled = await server.get('/en/social-credit/figures');
  expect([spelled.status, spelled.headers.get('location')]).toEqual([303, `${server.url}/social-credit/figures`]);
});

test('Sam signs, confirms and withdraws: the figures say so, and not at which hour or from where', async () => {
  const link = await sign('sam@example.org');
  await sign('unsure@example.org', { country: 'TM' });
  await server.post(link, {});
  const token = link.slice('/confirm/'.length);
  await eventually(async () => {
    const { quality, history, countries, otherCountries } = await figures();
    expect(quality).toMatchObject({ received: 2, confirmed: 1, withdrawn: 0 });
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ received: 2, confirmed: 1, total: 1 });
    expect(history[0]?.from).toMatch(/T00:00:00Z$/);
    expect(Date.parse(history[0]!.to) - Date.parse(history[0]!.from)).toBe(86_400_000);
    expect({ countries, otherCountries }).toEqual({ countries: [], otherCountries: 1 });
  });
  await server.post(`/me/${token}`, { act: 'withdraw' });
  await eventually(async () => {
    expect((await figures()).quality).toMatchObject({ received: 2, confirmed: 1, withdrawn: 1 });
    const csv = (await text('/social-credit/figures.csv')).split('\r\n');
    expect(csv[0]).toBe('from,to,received,confirmed,reinstated,withdrawn,invalidated,erased,total');
    expect(csv[1]).toMatch(/T00:00:00Z,.+T00:00:00Z,2,1,0,1,0,0,0$/);
    expect(csv.slice(2)).toEqual(['']);
  });
});

test('a browser or CDN that has the figures is told that they are the same', async () => {
  for (const end of ['', '.json', '.csv']) {
    const first = await server.get(`/social-credit/figures${end}`);
    expect(first.headers.get('cache-control')).toContain('public');
    const again = await server.get(`/social-credit/figures${end}`, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  }
  expect((await server.get('/social-credit/figures.csv')).headers.get('content-type')).toBe('text/csv; charset=utf-8');
});

test('what organizers took out stands beside the count with day, number and reason', async () => {
  const store = await openStore(readConfig({ DATA_DIR: server.dataDir, ...server.env }).database);
  const at = Date.parse('2026-11-20T10:00:00Z') / 1000;
  const taken = { campaign_id: 1, conditions: '{"secret":"threshold"}', made_at: at, made_by: 'owner', last_id: 9 };
  try {
    await store.write(async (writing) => {
      const done = { ...taken, settled_at: at, confirmed: 120 };
      await writing.db
        .insertInto('invalidations')
        .values([
          { ...done, state: 'done', reason: 'Made by a <script>' },
          { ...done, state: 'undone', reason: 'By mistake', undone_at: at + 86_400 },
          { ...done, state: 'running', reason: 'Under way', settled_at: null, confirmed: 0 },
        ])
        .execute();
      for (const [hour, event, count] of [
        [toHour(at), 'confirmed', 200],
        [toHour(at), 'invalidated', 120],
      ] as const)
        writing.tally('signature_hours', { campaign_id: 1, hour, event }, count);
      writing.tally('signature_counts', { campaign_id: 1, origin: 'site', state: 'confirmed' }, 80);
      writing.tally('signature_counts', { campaign_id: 1, origin: 'paper', state: 'confirmed' }, 1204);
      writing.tally('signature_counts', { campaign_id: 1, origin: 'import', state: 'confirmed' }, 310);
      writing.tally('signature_countries', { campaign_id: 1, origin: 'site', country: 'DE' }, 60);
      writing.tally('signature_countries', { campaign_id: 1, origin: 'site', country: 'TM' }, 9);
      writing.tally('signature_countries', { campaign_id: 1, origin: 'site', country: 'TW' }, 11);
    });
  } finally {
    await store.close();
  }
  await eventually(async () => {
    expect(await countOn(server)).toBe(80);
    expect((await figures()).signatures).toEqual({ confirmed: 80, paper: 1204, import: 310 });
    expect((await seen('/social-credit/figures')).includes('By mistake')).toBe(true);
  });
  for (const path of ['/social-credit', '/social-credit/figures']) {
    const page = await seen(path);
    expect(page.includes('120 removed on November 20, 2026: Made by a &lt;script&gt;')).toBe(true);
    expect(page.includes('By mistake Put back on November 21, 2026.')).toBe(true);
    expect(page.includes('Under way')).toBe(false);
  }
  expect(
    (await seen('/social-credit')).includes('And counted separately: 1,204 on paper and 310 gathered elsewhere.'),
  ).toBe(true);

  const { invalidations, countries, otherCountries, history } = await figures();
  expect(invalidations).toEqual([
    { on: '2026-11-20', count: 120, reason: 'By mistake', undoneOn: '2026-11-21' },
    { on: '2026-11-20', count: 120, reason: 'Made by a <script>', undoneOn: null },
  ]);
  expect({ countries, otherCountries }).toEqual({ countries: [{ country: 'DE', confirmed: 60 }], otherCountries: 20 });
  expect(history[0]).toMatchObject({ from: '2026-11-20T10:00:00Z', to: '2026-11-20T11:00:00Z', total: 80 });
  for (const path of ['/social-credit', '/social-credit/figures', '/social-credit/figures.json'])
    expect((await text(path)).includes('threshold')).toBe(false);

  const answer = (await (await server.get('/api/v1/campaigns/social-credit')).json()) as Record<string, unknown>;
  expect(answer.signatures).toEqual({ confirmed: 80, asOf: expect.any(String) as string });
  expect(answer.elsewhere).toEqual({ paper: 1204, import: 310 });
});
