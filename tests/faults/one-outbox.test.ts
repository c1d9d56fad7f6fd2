import { afterAll, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPostgres } from '../support/a-postgres.ts';
import { aRudeMailServer } from '../support/a-rude-mail-server.ts';
import { aServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { untilIt } from '../support/an-outbox.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

test('two servers that race for one outbox on PostgreSQL send each mail once, and both of them do', async () => {
  const postgres = await aPostgres();
  cleanups.push(() => postgres.stop());
  const mailServers = [await aRudeMailServer(() => 'polite'), await aRudeMailServer(() => 'polite')];
  cleanups.push(...mailServers.map((mailServer) => () => mailServer.stop()));
  const env = (at: number) => ({ DATABASE_URL: postgres.url, SMTP_URL: mailServers[at]!.url });
  const one = await aServer({ env: env(0) });
  cleanups.push(() => one.stop());
  const other = await aServer({ env: { ...env(1), SERVER_KEY_FILE: join(one.dataDir, 'server.key') } });
  cleanups.push(() => other.stop());

  const emails = Array.from({ length: 240 }, (_, at) => `p${at}@example.org`);
  const answers = await Promise.all(
    emails.map((email, at) => (at % 2 === 0 ? one : other).post('/social-credit/sign', aSignature({ email }))),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  const taken = () => mailServers.flatMap((mailServer) => mailServer.taken);
  await untilIt(() => new Set(taken().map(({ to }) => to)).size === emails.length, 20);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(taken()).toHaveLength(emails.length);
  for (const mailServer of mailServers) expect(mailServer.taken.length).toBeGreaterThan(20);
});

test('on SQLite a second server is refused while the first one runs, and only so long', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'campaign-kit-one-outbox-'));
  cleanups.push(() => rm(dataDir, { recursive: true }));
  const one = await aServer({ dataDir });
  await expect(aServer({ dataDir })).rejects.toThrow(/^Another server already runs on /);
  await one.stop();
  const next = await aServer({ dataDir });
  await next.stop();
});
