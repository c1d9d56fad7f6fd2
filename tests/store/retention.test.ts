import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeHeld } from '../../src/campaign/change-held.ts';
import type { RunningCampaign } from '../../src/campaign/context.ts';
import type { Schema } from '../../src/store/schema.ts';
import { closeCampaign } from '../../src/campaign/close-campaign.ts';
import { confirm, confirmByCode } from '../../src/campaign/confirm.ts';
import { previewRetention, retain, retained, retainTraces } from '../../src/campaign/retain.ts';
import { sendDataLink } from '../../src/campaign/send-data-link.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { refreshCampaign } from '../../src/campaign/start-campaign.ts';
import { daySeconds, hourSeconds } from '../../src/domain/clock.ts';
import { mailKeySeconds } from '../../src/domain/limits.ts';
import type { SignatureInput } from '../../src/domain/signature.ts';
import { openMessages } from '../../src/mail/open-message.ts';
import { driftedCounts, signatureCounts } from '../../src/store/signatures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import {
  aDirectory,
  confirmBy as confirmIn,
  deliver as deliverDue,
  mailbox as mailboxOf,
  write as writeToAll,
} from '../support/a-delivery.ts';
import { linkIn } from '../support/a-server.ts';
import { typed } from '../support/a-signature.ts';
import { leaveWithoutDrift } from '../support/leave-without-drift.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  context.clock.at = seconds('2026-11-23T12:00:00Z');
  await aDirectory(context);
});
afterEach(() => leaveWithoutDrift(context));

const seconds = (time: string): number => Date.parse(time) / 1000;
const rowsOf = (table: keyof Schema) =>
  context.store.read.selectFrom(table).selectAll().execute() as Promise<Record<string, unknown>[]>;
const counts = () => signatureCounts(context.store.read, context.socialCredit.id);
const forgotten = () => retain(context, context.socialCredit);
const nothing = Object.fromEntries(retained.map((what) => [what, 0]));

const sign = (email: string, changes: Partial<SignatureInput> = {}) =>
  signPetition(context, context.socialCredit, 'en', typed({ email, ...changes }));

async function write(email: string): Promise<void> {
  expect(await writeToAll(context, email)).toBe('written');
}

const deliver = () => deliverDue(context);
const mailbox = () => mailboxOf(context);
const confirmBy = (email: string) => confirmIn(context, email);

test('what nobody confirmed goes after a week, and nobody’s week is a second shorter than a week', async () => {
  await sign('cora@example.org');
  await deliver();
  expect(await confirmBy('cora@example.org')).toBe('confirmed');
  await sign('early@example.org');
  await write('wanda@example.org');
  context.clock.at = seconds('2026-11-23T12:59:59Z');
  await sign('late@example.org');
  await write('willa@example.org');

  context.clock.at = seconds('2026-11-30T12:59:59Z');
  for (const look of [previewRetention(context, context.socialCredit), forgotten()])
    expect(await look).toEqual(nothing);
  expect(await counts()).toMatchObject({ pending: 2, confirmed: 1, expired: 0 });
  context.clock.at += 1;
  const due = { ...nothing, 'unconfirmed signatures': 2, 'unconfirmed letters': 2 };
  expect(await previewRetention(context, context.socialCredit)).toEqual(due);
  expect([await rowsOf('signatures'), await rowsOf('letters')].map(({ length }) => length)).toEqual([3, 2]);
  expect(await forgotten()).toEqual(due);
  expect(await counts()).toEqual({ pending: 0, confirmed: 1, withdrawn: 0, expired: 2, invalidated: 0 });
  expect(await rowsOf('signatures')).toEqual([expect.objectContaining({ state: 'confirmed' })]);
  expect([await rowsOf('letters'), await rowsOf('deliveries')]).toEqual([[], []]);
  expect(await driftedCounts(context.store.read)).toEqual([]);
});

test('texts of letters go after four weeks; what came of them stays, and what is still on its way is not sent', async () => {
  for (const email of ['sent@example.org', 'stuck@example.org']) {
    await write(email);
    await deliver();
    expect(await confirmBy(email)).toBe('confirmed');
    if (email.startsWith('sent')) await deliver();
  }
  const before = await mailbox();
  context.clock.at += 28 * daySeconds + hourSeconds - 1;
  expect(await forgotten()).toEqual(nothing);
  context.clock.at += 1;
  expect(await forgotten()).toEqual({ ...nothing, 'texts of letters': 2 });
  const scrubbed = { state: 'verified', text: null, text_key: null, scrubbed_at: context.clock.at };
  expect(await rowsOf('letters')).toMatchObject([scrubbed, scrubbed]);

  await deliver();
  expect(await mailbox()).toEqual(before);
  const unsent = (await rowsOf('messages')).filter(({ state }) => state !== 'sent');
  const kinds = unsent.map(({ kind }) => String(kind));
  expect(kinds.toSorted()).toEqual(['letter', 'letter', 'letter-copy']);
  for (const message of unsent)
    expect(message).toMatchObject({ state: 'failed', failure: expect.stringMatching(/^its text/) as string });
  expect((await rowsOf('deliveries')).map(({ state }) => state)).toEqual(['sent', 'sent', 'failed', 'failed']);
  expect(await forgotten()).toEqual(nothing);
});

test('so many days after the campaign has closed nothing is left of anybody, and the count stays', async () => {
  await sign('cora@example.org', { public: true });
  await write('wanda@example.org');
  await deliver();
  for (const email of ['cora@example.org', 'wanda@example.org']) expect(await confirmBy(email)).toBe('confirmed');
  expect(await rowsOf('public_names')).toHaveLength(1);
  expect(context.socialCredit.settings).toMatchObject({ closesAt: '2027-12-31', retention: { daysAfterClose: 365 } });

  // For a week the server knows, so that a mistyped day does no harm; from then on it keeps to the day.
  context.clock.at = seconds('2028-12-23T23:59:59Z');
  expect(await forgotten()).toEqual({ ...nothing, 'texts of letters': 1 });
  context.clock.at = seconds('2028-12-24T00:10:00Z');
  expect(await forgotten()).toEqual(nothing);
  context.clock.at = seconds('2028-12-30T23:59:59Z');
  expect(await forgotten()).toEqual(nothing);
  context.clock.at += 1;
  const due = { ...nothing, 'signatures after the campaign': 1, 'letters after the campaign': 1 };
  expect(await previewRetention(context, context.socialCredit)).toEqual(due);
  expect(await rowsOf('signatures')).toHaveLength(1);
  expect(await forgotten()).toEqual(due);
  await retainTraces(context);
  for (const table of ['signatures', 'letters', 'deliveries', 'public_names', 'links'] as const)
    expect(await rowsOf(table)).toEqual([]);
  expect(await counts()).toMatchObject({ confirmed: 1 });
  expect(await driftedCounts(context.store.read)).toEqual([]);
});

test('interrupted after the first handful and run again, it finishes', async () => {
  await Promise.all(Array.from({ length: 250 }, (_, at) => sign(`sam${at}@example.org`)));
  context.clock.at += 8 * daySeconds;
  const interrupted = retain(context, context.socialCredit, () => {
    throw new Error('killed');
  });
  await expect(interrupted).rejects.toThrow('killed');
  const { pending, expired } = await counts();
  expect([pending + expired, pending > 0, expired > 0]).toEqual([250, true, true]);
  expect(await driftedCounts(context.store.read)).toEqual([]);
  expect(await forgotten()).toEqual({ ...nothing, 'unconfirmed signatures': pending });
  expect(await counts()).toMatchObject({ pending: 0, expired: 250 });
});

test('a form that waits beside a withdrawn signature goes after its week, and the signature stays', async () => {
  await sign('sam@example.org');
  await deliver();
  const token = linkIn((await mailbox())[0]!).slice('/confirm/'.length);
  expect((await confirm(context, token)).outcome).toBe('confirmed');
  expect(await changeHeld(context, token, 'withdraw')).toBe('done');
  context.clock.at += 30 * daySeconds;
  await sign('sam@example.org');
  context.clock.at += 7 * daySeconds;
  expect(await forgotten()).toEqual(nothing);
  context.clock.at += hourSeconds;
  expect(await forgotten()).toEqual({ ...nothing, 'unconfirmed forms sent again': 1 });
  expect(await rowsOf('resubmissions')).toEqual([]);
  expect(await counts()).toMatchObject({ withdrawn: 1, pending: 0 });
});

test('a closing day that was mistyped deletes nobody for a week, and nobody at all once it is mended', async () => {
  await sign('cora@example.org');
  await deliver();
  expect(await confirmBy('cora@example.org')).toBe('confirmed');
  const mistyped = { ...context.socialCredit, settings: { ...context.socialCredit.settings, closesAt: '2024-12-31' } };
  const inDays = async (days: number, campaign: RunningCampaign = mistyped) => {
    context.clock.at += days * daySeconds;
    return (await retain(context, campaign))['signatures after the campaign'];
  };
  expect([await inDays(0), await inDays(6)]).toEqual([0, 0]);
  expect(await inDays(0, context.socialCredit)).toBe(0);
  // Mistyped once more: the week begins anew.
  expect([await inDays(2), await inDays(6), await inDays(1)]).toEqual([0, 0, 1]);
});

test('interrupted when the last signature of a campaign that is over has gone, the counts are still known to be well', async () => {
  await sign('cora@example.org');
  await deliver();
  expect(await confirmBy('cora@example.org')).toBe('confirmed');
  context.clock.at = seconds('2029-01-01T00:00:00Z');
  expect(await forgotten()).toEqual(nothing);
  context.clock.at += 7 * daySeconds;
  const interrupted = retain(context, context.socialCredit, (gone) => {
    if (gone > 0) throw new Error('killed');
  });
  await expect(interrupted).rejects.toThrow('killed');
  await forgotten();
  expect(await rowsOf('signatures')).toEqual([]);
  expect(await driftedCounts(context.store.read)).toEqual([]);
});

test('what waits when a campaign is closed for good is not confirmed any more, and goes after its week', async () => {
  await sign('sam@example.org');
  await deliver();
  expect(await closeCampaign(context, 'social-credit')).toBe('closed');
  await refreshCampaign(context, context.socialCredit);
  expect(await confirmBy('sam@example.org')).toBe('closed');
  expect(await forgotten()).toEqual(nothing);
  context.clock.at += 7 * daySeconds + hourSeconds;
  expect(await forgotten()).toEqual({ ...nothing, 'unconfirmed signatures': 1 });
  expect(await counts()).toMatchObject({ pending: 0, expired: 1 });
  expect(await confirmBy('sam@example.org')).toBe('gone');
});

test('the key of ten minutes’ mail goes once all of it is settled, not before, and then nothing opens a copy of it', async () => {
  await sign('sam@example.org');
  const [message] = await context.store.read.selectFrom('messages').selectAll().execute();
  const { id, kind, locale, sealed, mail_period: mailPeriod, created_at: createdAt } = message!;
  const copy = { id, kind, locale, sealed, mailPeriod, createdAt, campaignId: 1, attempts: 0, claim: '' };
  const opened = () => openMessages(context.store, context.vault)('social-credit', copy);
  context.clock.at += 3 * daySeconds;
  await retainTraces(context);
  expect(await opened()).toMatchObject({ to: 'sam@example.org' });

  await sign('sue@example.org');
  await deliver();
  await retainTraces(context);
  expect((await rowsOf('mail_keys')).map(({ period }) => period)).toEqual([mailPeriod + 3 * 144]);
  await expect(opened()).rejects.toThrow('its key is gone');
  // Within ten minutes a request that took the key at the last moment may still be writing.
  for (const left of [1, 0]) {
    context.clock.at += mailKeySeconds;
    await retainTraces(context);
    expect(await rowsOf('mail_keys')).toHaveLength(left);
  }
});

test('of a mail that went, the day is forgotten after four weeks, and the hour is all that was kept of it', async () => {
  context.clock.at += 754;
  await sign('sam@example.org');
  await deliver();
  const hour = seconds('2026-11-23T12:00:00Z');
  const left = {
    sealed: Buffer.alloc(0),
    address_index: null,
    mail_period: 0,
    created_at: hour,
    due_at: hour,
    settled_at: hour,
  };
  expect(await rowsOf('messages')).toEqual([expect.objectContaining(left)]);
  context.clock.at = hour + 28 * daySeconds + hourSeconds;
  await sign('sue@example.org');
  await retainTraces(context);
  expect(await rowsOf('messages')).toHaveLength(2);
  context.clock.at += 1;
  await retainTraces(context);
  expect(await rowsOf('messages')).toMatchObject([{ state: 'due' }]);
});

test('tries at codes are forgotten after their hour, and links that were asked for after their week', async () => {
  await sign('sam@example.org');
  await confirmByCode(context, context.socialCredit, 'sam@example.org', '000000');
  await sendDataLink(context, context.socialCredit, 'sam@example.org');
  const left = async (): Promise<number[]> => {
    await retainTraces(context);
    return [(await rowsOf('code_tries')).length, (await rowsOf('links')).length];
  };
  context.clock.at += hourSeconds - 1;
  expect(await left()).toEqual([1, 1]);
  context.clock.at += 1;
  expect(await left()).toEqual([0, 1]);
  context.clock.at = seconds('2026-11-30T12:59:59Z');
  expect(await left()).toEqual([0, 1]);
  context.clock.at += 1;
  expect(await left()).toEqual([0, 0]);
});

test('a look ahead counts nobody twice who goes for two reasons at once', async () => {
  const { settings } = context.socialCredit;
  const retention = { unconfirmedDays: 14, letterTextDays: 14, daysAfterClose: 1 };
  const campaign = { ...context.socialCredit, settings: { ...settings, closesAt: '2026-11-24', retention } };
  await sign('cora@example.org');
  await deliver();
  expect(await confirmBy('cora@example.org')).toBe('confirmed');
  await retain(context, { ...campaign, settings: { ...campaign.settings, closesAt: '2026-11-22' } });
  await sign('paul@example.org');
  await write('wanda@example.org');
  context.clock.at += 14 * daySeconds + hourSeconds;
  await context.store.write(({ db }) => db.updateTable('campaigns').set({ ending_seen_at: 0 }).execute());
  const due = {
    ...nothing,
    'unconfirmed signatures': 1,
    'unconfirmed letters': 1,
    'signatures after the campaign': 1,
  };
  expect(await previewRetention(context, campaign)).toEqual(due);
  expect(await retain(context, campaign)).toEqual(due);
});
