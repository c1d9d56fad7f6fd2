import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { SendMailOptions } from 'nodemailer';
import { mintLink } from '../../src/campaign/mint-link.ts';
import { postMail } from '../../src/campaign/post-mail.ts';
import { startDelivery } from '../../src/mail/deliver.ts';
import { openTemplates } from '../../src/mail/templates.ts';
import { openMessages } from '../../src/mail/open-message.ts';
import { mailHtmlFolder, projectRoot, templatesFolder } from '../../src/places.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aContext, exportedFrom } from '../support/a-context.ts';
import { aSignature } from '../support/a-signature.ts';
import { freePort } from '../support/free-port.ts';

let folder: string;
const cleanups: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-fault-'));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
  await rm(folder, { recursive: true });
});

const quiet = { info: () => undefined, error: () => undefined };
const noLetters = () => Promise.resolve(() => Promise.resolve());
async function anOutboxWithOneMail() {
  const context = await aContext();
  cleanups.push(() => context.remove());
  const { store, vault, keyring, clock, now, socialCredit: campaign } = context;
  const seal = await keyring.mailSeal();
  const asked = { campaignId: campaign.id, addressIndex: campaign.indexOf!('sam@example.org'), now: clock.at };
  await store.write(async (writing) => {
    const token = await mintLink(writing, vault, { ...asked, alone: false });
    const message = { kind: 'already-signed' as const, data: { token, invalidated: false } };
    await postMail(writing, seal, { campaign, locale: 'en', to: 'sam@example.org', message, ...asked });
  });
  const composer = {
    store,
    vault,
    now,
    open: openMessages(store, vault),
    fill: openTemplates(templatesFolder, mailHtmlFolder),
    settingsOf: () => campaign.settings,
    siteUrl: 'http://localhost',
    mailFrom: 'us@example.org',
    sending: { real: true },
  };
  return { store, clock, composer, now };
}

const until = async (what: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !what(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(what()).toBe(true);
};

test('a sender that died in the middle is replaced once its claim lapses, with the same Message-ID', async () => {
  const { store, clock, composer, now } = await anOutboxWithOneMail();
  const tried: SendMailOptions[] = [];
  // Takes the mail and never comes back, nor does anything else: died before it was sent, or after and before it was settled.
  let lives = true;
  const write: Store['write'] = (...args) => (lives ? store.write(...args) : new Promise(() => undefined));
  startDelivery(
    { ...composer, store: { ...store, write } },
    { send: (mail) => new Promise(() => void tried.push(mail)), close: () => undefined },
    now,
    quiet,
    noLetters,
  );
  await until(() => tried.length === 1);
  lives = false;

  const sent: SendMailOptions[] = [];
  const second = startDelivery(
    composer,
    { send: async (mail) => void sent.push(mail), close: () => undefined },
    now,
    quiet,
    noLetters,
  );
  clock.at += 60;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(sent).toEqual([]);
  clock.at += 121;
  await until(() => sent.length === 1);
  await second.stop();
  expect(sent[0]?.messageId).toBe(tried[0]?.messageId);
  const states = await store.read.selectFrom('messages').select('state').execute();
  expect(states).toEqual([{ state: 'sent' }]);
});

test('killed under load, the server has on disk whatever it answered, with the mail beside it', async () => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder },
  });
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Stop with') && resolve());
  });
  const answered: string[] = [];
  const enough = 100;
  const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
  const sign = async (email: string): Promise<void> => {
    const body = new URLSearchParams(aSignature({ email })).toString();
    const answer = await fetch(`${url}/social-credit/sign`, { method: 'POST', body, headers, redirect: 'manual' });
    if (answer.status === 303) answered.push(email);
    // By what was answered and not by the clock: on a busy machine nobody may have signed by then.
    if (answered.length === enough) setTimeout(() => child.kill('SIGKILL'), 100 * Math.random());
  };
  const signers = Array.from({ length: 10 }, async (_, signer) => {
    for (let at = 0; at < 200; at++) await sign(`s${signer}.${at}@example.org`);
  });
  await Promise.allSettled(signers);
  child.kill('SIGKILL');

  const stored = new Set((await exportedFrom(folder)).rows.map(({ email }) => email));
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'campaign.db') });
  const messages = await store.read.selectFrom('messages').select('id').execute();
  await store.close();
  expect(answered.length).toBeGreaterThanOrEqual(enough);
  expect(answered.length).toBeLessThan(signers.length * 200);
  expect(answered.filter((email) => !stored.has(email))).toEqual([]);
  expect(messages).toHaveLength(stored.size);
});
