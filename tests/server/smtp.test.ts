import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import PostalMime, { type Email } from 'postal-mime';
import { afterEach, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { aServer, countOn, linkIn } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';
import { freePort } from '../support/free-port.ts';

type Got = { mail: Email; envelopeFrom: string };
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** A real SMTP server that can be stopped and started again on its port. */
async function aMailProvider() {
  const port = await freePort();
  const got: Got[] = [];
  let server: SMTPServer | undefined;
  const start = () =>
    new Promise<void>((resolve) => {
      server = new SMTPServer({
        authOptional: true,
        /** Idle connections of the pool are cut, as a provider that goes down does. */
        closeTimeout: 100,
        disabledCommands: ['STARTTLS'],
        onData: (stream, session, done) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
            void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
              got.push({ mail, envelopeFrom: from });
              done();
            });
          });
        },
      });
      server.on('error', () => undefined);
      server.listen(port, '127.0.0.1', () => resolve());
    });
  const stop = () => new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  await start();
  cleanups.push(stop);
  const to = (address: string) => got.filter(({ mail }) => mail.to?.some((entry) => entry.address === address));
  return { url: `smtp://127.0.0.1:${port}`, got, to, start, stop };
}

async function until<T>(what: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come');
}

test('the whole path by real SMTP, with the provider gone in the middle: nothing lost, nothing twice', async () => {
  const provider = await aMailProvider();
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
  expect(letter.envelopeFrom).toBe(letter.mail.from?.address);
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
  const server = await aServer({ env: { SMTP_URL: provider.url } });
  cleanups.push(() => server.stop());
  expect((await server.get('/mailbox')).status).toBe(404);
});
