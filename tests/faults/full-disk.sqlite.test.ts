import { afterAll, beforeAll, expect, test } from 'vitest';
import { postsByNetwork } from '../../src/domain/limits.ts';
import { openStore } from '../../src/store/open-store.ts';
import { exportedFrom } from '../support/a-context.ts';
import { aDriver, type Driver } from '../support/a-driver.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { aSolution } from '../support/a-solution.ts';

let driver: Driver;
let server: TestServer;
beforeAll(async () => {
  driver = aDriver();
  // Tests come from this machine, and some say where from like a proxy does.
  server = await aServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
});
afterAll(async () => {
  driver.letGo();
  await server.stop();
});

const comment = 'x'.repeat(1000);
const sign = (email: string) => server.post('/social-credit/sign', aSignature({ email, comment }));
const isSaid = ({ status, headers }: Response): boolean => status === 503 && headers.get('retry-after') !== null;
const healthOf = async () => (await (await server.get('/readyz')).json()) as Record<string, unknown>;

test('on a full disk people are told to come again and nothing of them is stored; pages go on, and so does signing once there is room', async () => {
  const answered: string[] = [];
  const refused: string[] = [];
  /** Ten people at a time. */
  const signTen = async (name: string): Promise<void> => {
    const emails = Array.from({ length: 10 }, (_, at) => `${name}${at}@example.org`);
    const answers = await Promise.all(emails.map(sign));
    for (const [at, answer] of answers.entries()) {
      expect(answer.status === 303 || isSaid(answer)).toBe(true);
      (answer.status === 303 ? answered : refused).push(emails[at]!);
    }
  };
  await signTen('before');
  expect(refused).toEqual([]);
  driver.full(3);
  for (let times = 0; times < 8; times++) await signTen(`full${times}`);
  expect(refused.length).toBeGreaterThan(10);

  for (const path of ['/', '/social-credit', '/social-credit/figures', '/privacy'])
    expect([path, (await server.get(path)).status]).toEqual([path, 200]);
  const json = await server.postJson('/api/v1/campaigns/social-credit/signatures', aSignature({ comment }));
  expect([json.status, json.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  expect(json.headers.get('retry-after')).toBe('5');
  expect(await healthOf()).toMatchObject({ status: 'ok', writes: 'refused' });
  expect(await (await server.get('/metrics')).text()).toContain('campaign_kit_writes_refused 1');
  expect(server.troubles.filter((line) => line.includes('answered 503') && line.includes('SQLITE_FULL'))).toHaveLength(
    1,
  );

  driver.roomy();
  expect((await sign(refused[0]!)).status).toBe(303);
  expect(await healthOf()).toMatchObject({ writes: 'taken' });
  const stored = (await exportedFrom(server.dataDir)).rows.map(({ email }) => email);
  expect(stored.toSorted()).toEqual([...answered, refused[0]!].toSorted());
  const store = await openStore({ kind: 'sqlite', file: `${server.dataDir}/campaign.db` });
  const messages = await store.read.selectFrom('messages').select('id').execute();
  await store.close();
  expect(messages).toHaveLength(stored.length);
  for (const email of [answered.at(-1)!, refused[0]!]) expect(await server.mailsTo(email)).toHaveLength(1);
});

test('whoever was told to come again sends the same form and its work again, in an office that may send none without', async () => {
  const post = (email: string, work: string) =>
    server.post('/social-credit/sign', aSignature({ email, work }), { 'X-Forwarded-For': '192.0.2.1' });
  const { aMinute } = postsByNetwork.workless.line;
  for (let posted = 0; posted < aMinute; posted++)
    expect((await post(`office${posted}@example.org`, '')).status).toBe(303);
  expect((await post('one-more@example.org', '')).status).toBe(429);
  const work = await aSolution(server);
  driver.fail('SQLITE_FULL');
  expect(isSaid(await post('again@example.org', work))).toBe(true);
  driver.mend();
  expect((await post('again@example.org', work)).status).toBe(303);
  expect((await post('again@example.org', work)).status).toBe(429);
});
