import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeInvalidation } from '../../src/campaign/make-invalidation.ts';
import { undoInvalidation } from '../../src/campaign/undo-invalidation.ts';
import { workInvalidations } from '../../src/campaign/work-invalidations.ts';
import type { InvalidationConditions } from '../../src/domain/invalidation.ts';
import { invalidationById } from '../../src/store/invalidations.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { countries, manySignatures, networks, signaturesOf } from '../support/many-signatures.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const campaign = () => ({ id: context.socialCredit.id, slug: 'social-credit' });
async function invalidate(conditions: InvalidationConditions): Promise<number> {
  const reason = 'A machine made them.';
  const made = await makeInvalidation(context, { campaign: campaign(), organizer: 'olga', conditions, reason });
  return made.outcome === 'made' ? made.id : 0;
}
const undo = (id: number) => undoInvalidation(context, { campaign: campaign(), organizer: 'olga', id });
const work = () => workInvalidations(context);
const damage = (id: number, conditions: string) =>
  context.store.write(({ db }) => db.updateTable('invalidations').set({ conditions }).where('id', '=', id).execute());
const failures = async () =>
  (await context.store.read.selectFrom('audit').selectAll().where('act', '=', 'invalidation-failed').execute()).map(
    ({ facts }) => (JSON.parse(facts) as { id: number }).id,
  );

test('a damaged invalidation fails and the log says so, it can be undone, and those after it are worked off', async () => {
  await manySignatures(context, 60);
  const before = await signaturesOf(context);
  const wide = await invalidate({ country: countries[0] });
  await damage(wide, '{"everybody":true}');
  const torn = await invalidate({ country: countries[0] });
  await damage(torn, '{');
  const narrow = await invalidate({ network: networks[1].toString('hex') });
  await work();
  for (const id of [wide, torn])
    expect(await invalidationById(context.store.read, id)).toMatchObject({ state: 'failed', count: 0 });
  expect(await invalidationById(context.store.read, narrow)).toMatchObject({ state: 'done' });
  const out = (await signaturesOf(context)).filter(({ state }) => state === 'invalidated');
  expect(out.length).toBeGreaterThan(0);
  expect(out.every((row) => row.network?.equals(networks[1]))).toBe(true);
  expect(await failures()).toEqual([wide, torn]);
  await undo(narrow);
  expect(await undo(wide)).toBe('undoing');
  await work();
  expect(await signaturesOf(context)).toEqual(before);
});
