import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { aMailProvider, until } from '../support/a-mail-provider.ts';
import { aServer, countOn, linkIn } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

test('the whole path by real SMTP, with the provider gone in the middle: nothing lost, nothing twice', async () => {
  const provider = await aMailProvider();
  cleanups.push(provider.stop);
  const server = await aServer({ env: { SMTP_URL: provider.url, MAIL_FROM: 'campaigns@example.org' } });
  cleanups.push(() => server.stop());

  await server.post('/social-credit/sign', aSignature());
  const first = await until(() => provider.to('sam@example.org')[0]);
  expect((await server.post(linkIn({ text: first.mail.text ?? '' }), {})).status).toBe(303);
  expect(await countOn(server)).toBe(1);

  await provider.stop();
  for (let at = 0; at < 20; at++)
    expect((await server.post('/social-credit/sign', aSignature({ email: `s${at}@example.org` }))).status).toBe(303);
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  const id =
    /name="representative"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="representative"/
      .exec(page)
      ?.slice(1)
      .find(Boolean) ?? '';
  expect((await server.post('/social-credit/letter', aLetter(id))).status).toBe(303);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(provider.got).toHaveLength(1);
  await provider.start();

  const verify = await until(() => provider.to('wanda@example.org')[0]);
  expect((await server.post(linkIn({ text: verify.mail.text ?? '' }), {})).status).toBe(303);
  const letter = await until(() => provider.got.find(({ mail }) => mail.from?.name === 'Wanda Example'));
  expect(letter.mail.from?.address).toMatch(/^[a-z2-7]{26}@example\.org$/);
  expect(letter.envelopeFrom).toMatch(/^[a-z2-7]{26}@example\.org$/);
  expect(letter.envelopeFrom).not.toBe(letter.mail.from?.address);
  expect(letter.mail.replyTo?.[0]?.address).toBe('wanda@example.org');
  await until(() => (provider.to('wanda@example.org').length === 2 ? true : undefined));

  for (let at = 0; at < 20; at++) await until(() => provider.to(`s${at}@example.org`)[0]);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const ids = provider.got.map(({ mail }) => mail.messageId);
  expect(provider.got).toHaveLength(1 + 20 + 1 + 2);
  expect(new Set(ids).size).toBe(ids.length);

  const run = promisify(execFile)(
    process.execPath,
    ['src/cli/main.ts', 'export', 'social-credit', '--format', 'jsonl'],
    {
      cwd: projectRoot,
      env: { ...process.env, DATA_DIR: server.dataDir },
    },
  );
  const rows = (await run).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { email: string });
  expect(rows.map(({ email }) => email)).toEqual(['sam@example.org']);
}, 60_000);

test('with real mail the mailbox page is shut, and directories not fit for sending are not offered', async () => {
  const provider = await aMailProvider();
  cleanups.push(provider.stop);
  const server = await aServer({ env: { SMTP_URL: provider.url } });
  cleanups.push(() => server.stop());
  expect((await server.get('/mailbox')).status).toBe(404);
});
