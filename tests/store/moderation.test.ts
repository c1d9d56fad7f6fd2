import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeHeld } from '../../src/campaign/change-held.ts';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { makeInvalidation } from '../../src/campaign/make-invalidation.ts';
import { moderateNames } from '../../src/campaign/moderate-names.ts';
import { nameQueue, type QueuedName } from '../../src/campaign/name-queue.ts';
import { newestNames, showName } from '../../src/campaign/shown-names.ts';
import { seedSignatures } from '../../src/campaign/seed.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { workInvalidations } from '../../src/campaign/work-invalidations.ts';
import { hourSeconds } from '../../src/domain/clock.ts';
import { namesAPage, type Moderation, type ModerationMode } from '../../src/domain/moderation.ts';
import type { SignatureInput } from '../../src/domain/signature.ts';
import { queueLengths } from '../../src/store/moderation.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { confirmBy, deliver, mailbox } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

/** Somebody signs, chooses to be shown and confirms. @returns the token of the mail's link */
async function shown(email: string, changes: Partial<SignatureInput> = {}): Promise<string> {
  const name = email.split('@')[0]!;
  await signPetition(context, context.socialCredit, 'en', typed({ email, name, public: true, ...changes }));
  await deliver(context);
  expect(await confirmBy(context, email)).toBe('confirmed');
  const mail = (await mailbox(context)).find(({ to }) => to.includes(email))!;
  return /\/me\/([\w-]{64})/.exec(mail.text)![1]!;
}

const queue = (of: Moderation) =>
  nameQueue(context.store.read, context.vault, context.socialCredit, of, undefined).then(({ names }) => names);
const namesIn = async (of: Moderation) => (await queue(of)).map(({ name }) => name);
const onPage = async (moderation: ModerationMode) => {
  const campaign = { id: context.socialCredit.id, slug: 'social-credit', moderation };
  return (await newestNames(context.store.read, context.vault, campaign, 5)).map(({ name }) => name);
};
const decide = (choice: 'approved' | 'hidden', names: QueuedName[], seenIn: Moderation = 'waiting') =>
  moderateNames(context, context.socialCredit, { organizer: 'olga', choice, seenIn, names });
const acts = () => context.store.read.selectFrom('audit').selectAll().orderBy('id').execute();

test('a name that Olga hides is on the page no longer, and one that she approves is there in both ways', async () => {
  await shown('sam@example.org');
  await shown('sue@example.org');
  expect((await onPage('after')).toSorted()).toEqual(['sam', 'sue']);
  expect(await onPage('before')).toEqual([]);
  const waiting = await queue('waiting');
  await decide(
    'hidden',
    waiting.filter(({ name }) => name === 'sam'),
  );
  await decide(
    'approved',
    waiting.filter(({ name }) => name === 'sue'),
  );
  expect(await onPage('after')).toEqual(['sue']);
  expect(await onPage('before')).toEqual(['sue']);
  expect([await namesIn('waiting'), await namesIn('approved'), await namesIn('hidden')]).toEqual([
    [],
    ['sue'],
    ['sam'],
  ]);
  expect(await queueLengths(context.store.read, context.socialCredit.id)).toEqual({
    waiting: 0,
    approved: 1,
    hidden: 1,
  });
});

test('what Olga hid stays hidden when its signer hides and shows it, withdraws and signs again with another name', async () => {
  const token = await shown('sam@example.org');
  await decide('hidden', await queue('waiting'));
  expect(await changeHeld(context, token, 'hide')).toBe('done');
  const rows = await context.store.read.selectFrom('public_names').selectAll().execute();
  expect(rows.map((row) => row.shown.length)).toEqual([0]);
  expect(await namesIn('hidden')).toEqual([]);
  expect(await changeHeld(context, token, 'show')).toBe('done');
  expect(await namesIn('hidden')).toEqual(['sam']);

  expect(await changeHeld(context, token, 'withdraw')).toBe('done');
  context.clock.at += hourSeconds;
  await signPetition(
    context,
    context.socialCredit,
    'en',
    typed({ email: 'sam@example.org', name: 'Sam Again', public: true }),
  );
  await deliver(context);
  expect(await confirmBy(context, 'sam@example.org')).toBe('confirmed');
  expect(await namesIn('hidden')).toEqual(['Sam Again']);
  expect([...(await onPage('after')), ...(await onPage('before'))]).toEqual([]);
});

test('who withdraws while taken out and signs again is in the queue of hidden names again', async () => {
  const token = await shown('sam@example.org');
  await decide('hidden', await queue('waiting'));
  await makeInvalidation(context, {
    campaign: { id: context.socialCredit.id, slug: 'social-credit' },
    organizer: 'olga',
    conditions: { country: 'DE' },
    reason: 'A machine made them.',
  });
  await workInvalidations(context);
  expect(await changeHeld(context, token, 'withdraw')).toBe('done');
  await shown('sam@example.org');
  expect(await namesIn('hidden')).toEqual(['sam']);
});

test('an approved name whose signer changes it waits again; the same name does not', async () => {
  await shown('sam@example.org', { comment: 'Kind words' });
  await decide('approved', await queue('waiting'));
  const [row] = await context.store.read.selectFrom('signatures').selectAll().execute();
  const again = (comment: string) =>
    context.store.write((writing) =>
      showName(writing, context.vault, 'social-credit', {
        signature: row!,
        name: 'sam',
        comment,
        country: 'DE',
        shownAt: context.clock.at,
      }),
    );
  await again('Kind words');
  expect(await namesIn('approved')).toEqual(['sam']);
  await again('Unkind words');
  expect(await namesIn('waiting')).toEqual(['sam']);
  expect(await onPage('before')).toEqual([]);
});

test('what changed since Olga looked is not approved blindly, nor what its signer took back', async () => {
  const token = await shown('sam@example.org');
  const seen = await queue('waiting');
  await changeHeld(context, token, 'hide');
  expect(await decide('approved', seen)).toEqual({ decided: 0, left: 1 });
  await changeHeld(context, token, 'show');
  expect(await decide('approved', seen)).toEqual({ decided: 0, left: 1 });
  expect(await namesIn('waiting')).toEqual(['sam']);
  expect(await acts()).toEqual([]);
});

test('two organizers who decide at once agree, or the one who hides wins', async () => {
  for (const email of ['a@example.org', 'b@example.org', 'c@example.org']) await shown(email);
  const seen = await queue('waiting');
  const [a, b] = [seen.filter(({ name }) => name === 'a'), seen.filter(({ name }) => name === 'b')];
  const both = await Promise.all([decide('approved', a), decide('approved', a)]);
  expect(both).toEqual([
    { decided: 1, left: 0 },
    { decided: 1, left: 0 },
  ]);
  expect(await acts()).toHaveLength(1);
  await decide('hidden', b);
  expect(await decide('approved', seen)).toEqual({ decided: 2, left: 1 });
  expect(await decide('hidden', a)).toEqual({ decided: 1, left: 0 });
  expect((await namesIn('hidden')).toSorted()).toEqual(['a', 'b']);
  // Who looks at what is hidden may approve it.
  expect(
    await decide(
      'approved',
      (await queue('hidden')).filter(({ name }) => name === 'b'),
      'hidden',
    ),
  ).toEqual({ decided: 1, left: 0 });
});

test('the log says who decided on which numbers, and no name', async () => {
  await shown('sam@example.org', { name: 'Sam Example' });
  const seen = await queue('waiting');
  await decide('approved', seen);
  await decide('hidden', seen);
  const told = (await acts()).map(({ act, organizer, campaign, facts }) => ({ act, organizer, campaign, facts }));
  const facts = JSON.stringify({ count: 1, signatures: [String(seen[0]!.signatureId)] });
  expect(told).toEqual([
    { act: 'names-approved', organizer: 'olga', campaign: 'social-credit', facts },
    { act: 'names-hidden', organizer: 'olga', campaign: 'social-credit', facts },
  ]);
});

test('names of another campaign, and of nobody, are left alone', async () => {
  await shown('sam@example.org');
  const seen = await queue('waiting');
  const elsewhere = { ...context.socialCredit, id: context.socialCredit.id + 1 };
  const decision = { organizer: 'olga', choice: 'hidden' as const, seenIn: 'waiting' as const, names: seen };
  expect(await moderateNames(context, elsewhere, decision)).toEqual({ decided: 0, left: 1 });
  expect(await decide('hidden', [{ ...seen[0]!, signatureId: 999_999 }])).toEqual({ decided: 0, left: 1 });
  expect(await namesIn('waiting')).toEqual(['sam']);
});

test('who erases everything leaves nothing of a hidden name', async () => {
  await shown('sam@example.org');
  await decide('hidden', await queue('waiting'));
  const index = context.socialCredit.indexOf!('sam@example.org');
  await erasePerson(context, { id: context.socialCredit.id, slug: 'social-credit' }, index);
  expect(await context.store.read.selectFrom('public_names').selectAll().execute()).toEqual([]);
});

test('a queue of many is read page by page, the newest first, each name once; its length is counted up to a hundred', async () => {
  const names = 2 * namesAPage + 3;
  // Each twentieth of them is shown.
  for await (const _ of seedSignatures(context, context.socialCredit, 20 * names));
  const pages: number[][] = [];
  for (let after: Awaited<ReturnType<typeof nameQueue>>['next']; ;) {
    const page = await nameQueue(context.store.read, context.vault, context.socialCredit, 'waiting', after);
    pages.push(page.names.map(({ signatureId }) => signatureId));
    after = page.next;
    if (after === undefined) break;
  }
  expect(pages.map(({ length }) => length)).toEqual([namesAPage, namesAPage, 3]);
  expect(new Set(pages.flat()).size).toBe(names);
  const shownAts = await context.store.read.selectFrom('public_names').select(['signature_id', 'shown_at']).execute();
  const times = pages.flat().map((id) => shownAts.find(({ signature_id }) => signature_id === id)!.shown_at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect((await queueLengths(context.store.read, context.socialCredit.id)).waiting).toBe(101);
}, 20_000);
