import { expect, test } from 'vitest';
import type { ClaimedMessage } from '../../src/domain/message.ts';
import type { Composer } from '../../src/mail/compose.ts';
import { trySending } from '../../src/mail/try-sending.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aContext } from '../support/a-context.ts';

test('a letter whose mail server and database both fail is put off, and takes nothing else down', async () => {
  const context = await aContext();
  const { config, vault, socialCredit } = context;
  const store = await openStore(config.database);
  await store.close();
  const now = () => context.clock.at;
  const letter = { kind: 'letter' as const, data: { deliveryId: 1 }, id: 1, locale: 'en', to: 'r@example.org' };
  const composer: Composer = {
    store,
    vault,
    now,
    open: () => Promise.resolve({ ...letter, createdAt: now() }),
    fill: () => ({ subject: '', text: '', html: '' }),
    settingsOf: () => socialCredit.settings,
    siteUrl: config.siteUrl,
    mailFrom: config.mailFrom,
    sending: { real: false },
  };
  const message: ClaimedMessage = {
    id: 1,
    campaignId: socialCredit.id,
    kind: 'letter',
    locale: 'en',
    sealed: Buffer.alloc(0),
    mailPeriod: 0,
    attempts: 0,
    createdAt: now(),
    claim: 'ours',
  };
  const transport = { send: () => Promise.reject(new Error('no mail server')), close: () => undefined };
  const { settlement } = await trySending({ composer, transport, now }, message);
  expect(settlement.state).toBe('due');
  await context.remove();
});
