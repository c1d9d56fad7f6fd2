import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeHeld } from '../../src/campaign/change-held.ts';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { makeInvalidation } from '../../src/campaign/make-invalidation.ts';
import { previewInvalidation } from '../../src/campaign/preview-invalidation.ts';
import { retain } from '../../src/campaign/retain.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { undoInvalidation } from '../../src/campaign/undo-invalidation.ts';
import { workInvalidations } from '../../src/campaign/work-invalidations.ts';
import { daySeconds, hourSeconds, toHour } from '../../src/domain/clock.ts';
import type { InvalidationConditions } from '../../src/domain/invalidation.ts';
import { origins } from '../../src/domain/signature.ts';
import { invalidationById, settledInvalidations } from '../../src/store/invalidations.ts';
import type { SignatureRow } from '../../src/store/schema.ts';
import { signatureCounts } from '../../src/store/signatures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { confirmBy, deliver, mailbox } from '../support/a-delivery.ts';
import { linkIn } from '../support/a-server.ts';
import { typed } from '../support/a-signature.ts';
import {
  countries,
  manySignatures,
  networks,
  signaturesOf,
  sources,
  wrongTallies,
} from '../support/many-signatures.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const slug = 'social-credit';
const network = networks[1].toString('hex');
const campaign = () => ({ id: context.socialCredit.id, slug });
const fields = { organizer: 'olga', reason: 'A machine made them.' };
async function invalidate(conditions: InvalidationConditions): Promise<number> {
  const made = await makeInvalidation(context, { campaign: campaign(), conditions, ...fields });
  return made.outcome === 'made' ? made.id : 0;
}
const undo = (id: number) => undoInvalidation(context, { campaign: campaign(), organizer: 'otto', id });
const work = () => workInvalidations(context);
const states = async () => Map.groupBy(await signaturesOf(context), ({ state }) => state);
const withheld = async () =>
  (await context.store.read.selectFrom('public_names').selectAll().orderBy('signature_id').execute()).map((row) => [
    row.signature_id,
    row.withheld,
  ]);
const acts = async () =>
  (await context.store.read.selectFrom('audit').selectAll().orderBy('id').execute()).map(
    ({ organizer, act, facts }) => ({
      organizer,
      act,
      facts: JSON.parse(facts) as Record<string, unknown>,
    }),
  );

test('Olga takes one network’s signatures out, the count and all tallies follow, and undoing puts back exactly these', async () => {
  await manySignatures(context, 60);
  const before = await signaturesOf(context);
  const namesBefore = await withheld();
  const fit = before.filter((row) => row.network?.equals(networks[1]));
  const confirmed = fit.filter(({ state, origin }) => state === 'confirmed' && origin === 'site').length;
  expect(await previewInvalidation(context.store.read, campaign().id, { network })).toEqual({
    matching: fit.length,
    confirmed,
    whole: true,
  });

  const id = await invalidate({ network });
  const counted = (await signatureCounts(context.store.read, campaign().id)).confirmed;
  await work();
  expect((await signatureCounts(context.store.read, campaign().id)).confirmed).toBe(counted - confirmed);
  const after = await signaturesOf(context);
  expect(after.filter(({ state }) => state === 'invalidated').map((row) => row.id)).toEqual(fit.map((row) => row.id));
  expect((await withheld()).filter(([, is]) => is === 1).map(([name]) => name)).toEqual(
    namesBefore.map(([name]) => name).filter((name) => fit.some((row) => row.id === name)),
  );
  expect(await wrongTallies(context)).toEqual([]);
  expect(await settledInvalidations(context.store.read, campaign().id)).toEqual([
    { id, settled_at: context.clock.at, confirmed, reason: fields.reason, state: 'done', undone_at: null },
  ]);

  expect([await undo(id), await undo(id), await undo(999)]).toEqual(['undoing', 'undone-before', 'unknown']);
  await work();
  expect(await signaturesOf(context)).toEqual(before);
  expect(await withheld()).toEqual(namesBefore);
  expect(await wrongTallies(context)).toEqual([]);
  expect(await acts()).toEqual([
    expect.objectContaining({ organizer: 'olga', act: 'invalidation-made' }),
    { organizer: 'olga', act: 'invalidation-settled', facts: { id, count: fit.length, confirmed } },
    { organizer: 'otto', act: 'invalidation-undone', facts: { id, was: 'done', count: fit.length, confirmed } },
  ]);
  expect((await acts())[0]!.facts).toMatchObject({ matching: fit.length, confirmed, reason: fields.reason });
});

test('whatever is asked for, just what fits is taken out, and undoing leaves no trace', async () => {
  await manySignatures(context, 40);
  const before = await signaturesOf(context);
  const now = toHour(context.clock.at);
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const anyConditions: fc.Arbitrary<InvalidationConditions> = fc.record({
    from: some(fc.integer({ min: 0, max: 5 }).map((ago) => now - ago * hourSeconds)),
    to: some(fc.integer({ min: 0, max: 5 }).map((ago) => now - ago * hourSeconds)),
    network: some(fc.constantFrom(...networks).map((tag) => tag.toString('hex'))),
    country: some(fc.constantFrom(...countries)),
    source: some(fc.constantFrom(...sources)),
    state: some(fc.constantFrom('pending' as const, 'confirmed' as const)),
    disposable: some(fc.boolean()),
    honeypot: some(fc.boolean()),
    origin: some(fc.constantFrom(...origins)),
  });
  await fc.assert(
    fc.asyncProperty(anyConditions, async (conditions) => {
      const fit = before.filter((row) => fits(row, conditions)).map((row) => row.id);
      const id = await invalidate(conditions);
      await work();
      const out = (await signaturesOf(context)).filter(({ state }) => state === 'invalidated').map((row) => row.id);
      expect(out).toEqual(fit);
      expect(await wrongTallies(context)).toEqual([]);
      if (id === 0) return;
      await undo(id);
      await work();
      expect(await signaturesOf(context)).toEqual(before);
      expect(await wrongTallies(context)).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 30_000);

/** The same in other words. */
const fits = (row: SignatureRow, asked: InvalidationConditions): boolean =>
  (asked.from ?? 0) <= row.created_at &&
  row.created_at < (asked.to ?? Infinity) &&
  (asked.network === undefined || row.network?.toString('hex') === asked.network) &&
  (asked.country ?? row.country) === row.country &&
  (asked.source ?? row.source) === row.source &&
  (asked.state ?? row.state) === row.state &&
  (asked.disposable ?? row.disposable === 1) === (row.disposable === 1) &&
  (asked.honeypot ?? row.honeypot === 1) === (row.honeypot === 1) &&
  (asked.origin ?? row.origin) === row.origin;

test('killed in the middle and started anew it finishes, neither twice nor by halves; so does undoing', async () => {
  await manySignatures(context, 1300, { change: (at) => (at < 1200 ? { country: 'DE' } : {}) });
  const before = await signaturesOf(context);
  const ofGermany = before.filter(({ country }) => country === 'DE').length;
  const oneHandful = async (): Promise<void> => {
    let handfuls = 0;
    await workInvalidations(context, () => handfuls++ > 0);
  };
  const invalidated = async () => (await states()).get('invalidated')?.length ?? 0;
  const id = await invalidate({ country: 'DE' });
  await oneHandful();
  expect(await invalidationById(context.store.read, id)).toMatchObject({ state: 'running', count: 500 });
  expect(await invalidated()).toBe(500);
  expect(await wrongTallies(context)).toEqual([]);
  await work();
  expect(await invalidated()).toBe(ofGermany);
  expect(await invalidationById(context.store.read, id)).toMatchObject({ state: 'done', count: ofGermany });
  expect(await wrongTallies(context)).toEqual([]);

  await undo(id);
  await oneHandful();
  expect(await invalidated()).toBe(ofGermany - 500);
  await work();
  expect(await signaturesOf(context)).toEqual(before);
  expect(await wrongTallies(context)).toEqual([]);
}, 30_000);

test('stopped while it is under way, it puts back what it has taken out, and no page tells of it', async () => {
  await manySignatures(context, 1300);
  const before = await signaturesOf(context);
  const id = await invalidate({ from: 0 });
  let batches = 0;
  await workInvalidations(context, () => batches++ > 0);
  expect((await states()).get('invalidated')).toHaveLength(500);
  expect(await undo(id)).toBe('undoing');
  await work();
  expect(await signaturesOf(context)).toEqual(before);
  expect(await settledInvalidations(context.store.read, campaign().id)).toEqual([]);
}, 30_000);

test('of two that fit the same signatures the first keeps them, and new ones belong to neither', async () => {
  await manySignatures(context, 30);
  const first = await invalidate({ country: 'DE' });
  const second = await invalidate({ from: 0 });
  await manySignatures(context, 3);
  await work();
  const rows = await signaturesOf(context);
  const of = (id: number) => rows.filter((row) => row.invalidation_id === id);
  expect(of(first).every(({ country }) => country === 'DE')).toBe(true);
  expect(of(first).length + of(second).length).toBe(31);
  expect(rows.slice(31).every(({ invalidation_id }) => invalidation_id === null)).toBe(true);
  await undo(second);
  await work();
  expect((await states()).get('invalidated')).toHaveLength(of(first).length);
});

test('what signers have withdrawn or erased meanwhile stays so when Olga undoes it', async () => {
  for (const name of ['sam', 'sue', 'sid']) await sign(`${name}@example.org`);
  await deliver(context);
  for (const name of ['sam', 'sue', 'sid']) expect(await confirmBy(context, `${name}@example.org`)).toBe('confirmed');
  const tokens = Object.fromEntries(
    (await mailbox(context)).map((mail) => [mail.to, linkIn(mail).slice('/confirm/'.length)]),
  );
  const id = await invalidate({ from: 0 });
  await work();
  expect(await changeHeld(context, tokens['sam@example.org']!, 'show')).toBe('refused');
  expect(await changeHeld(context, tokens['sam@example.org']!, 'withdraw')).toBe('done');
  expect(await changeHeld(context, tokens['sue@example.org']!, 'erase')).toBe('done');
  await undo(id);
  await work();
  expect((await signaturesOf(context)).map(({ state }) => state).toSorted()).toEqual(['confirmed', 'withdrawn']);
  expect(await wrongTallies(context)).toEqual([]);
});

const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));

test('whoever was taken out cannot confirm, and is told the truth when they sign again; the page says the same as ever', async () => {
  await sign('sam@example.org');
  await sign('suzie@example.org');
  await deliver(context);
  expect(await confirmBy(context, 'sam@example.org')).toBe('confirmed');
  await invalidate({ from: 0 });
  await work();
  expect(await confirmBy(context, 'suzie@example.org')).toBe('ended');

  expect(await sign('sam@example.org')).toBe('already-signed');
  // A stranger may have typed Suzie's address: nobody had confirmed it, and she signs anew.
  expect(await sign('suzie@example.org')).toBe('signed-again');
  await deliver(context);
  const newest = (await mailbox(context)).find(({ to }) => to === 'sam@example.org');
  expect(newest!.text).toContain('taken your signature out of the count');
  expect(newest!.text).not.toContain('counts once');
  expect(await confirmBy(context, 'suzie@example.org')).toBe('confirmed');
  expect((await signaturesOf(context)).map(({ state }) => state)).toEqual(['invalidated', 'confirmed']);
  expect(await wrongTallies(context)).toEqual([]);
});

test('what was taken out unconfirmed is deleted after its week, what had counted stays, and erasing takes it for good', async () => {
  await manySignatures(context, 9, { change: () => ({ created_at: toHour(context.clock.at) }) });
  const id = await invalidate({ from: 0 });
  await work();
  context.clock.at += 7 * daySeconds + hourSeconds;
  expect(await retain(context, context.socialCredit)).toMatchObject({ 'unconfirmed signatures': 7 });
  const left = await signaturesOf(context);
  expect(left.map(({ state, confirmed_at }) => [state, confirmed_at !== null])).toEqual(
    left.map(() => ['invalidated', true]),
  );
  expect(left).toHaveLength(3);
  expect(await erasePerson(context, campaign(), left[0]!.address_index)).toBe(1);
  await undo(id);
  await work();
  expect(await signatureCounts(context.store.read, campaign().id)).toMatchObject({ invalidated: 0, expired: 7 });
  expect(await wrongTallies(context)).toEqual([]);
});

test('at a campaign’s end all goes, and then there is nothing to take out or to put back', async () => {
  await manySignatures(context, 5);
  const id = await invalidate({ from: 0 });
  await work();
  context.clock.at = Date.parse('2029-06-01T00:00:00Z') / 1000;
  await retain(context, context.socialCredit);
  context.clock.at += 7 * daySeconds;
  await retain(context, context.socialCredit);
  expect(await signaturesOf(context)).toEqual([]);
  expect(await undo(id)).toBe('over');
  expect(await invalidate({ from: 0 })).toBe(0);
});

test('a look that takes too long says that there may be more', async () => {
  await manySignatures(context, 10);
  const preview = await previewInvalidation(context.store.read, campaign().id, { from: 0 }, -1);
  expect(preview).toEqual({ matching: 0, confirmed: 0, whole: false });
});
