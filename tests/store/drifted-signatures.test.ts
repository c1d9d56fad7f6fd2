import { afterEach, beforeEach, expect, test } from 'vitest';
import { examine } from '../../src/campaign/examine.ts';
import { makeInvalidation } from '../../src/campaign/make-invalidation.ts';
import { workInvalidations } from '../../src/campaign/work-invalidations.ts';
import { driftedSignatures } from '../../src/store/drifted-signatures.ts';
import type { Tally } from '../../src/store/tallies.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { manySignatures, networks } from '../support/many-signatures.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  await manySignatures(context, 60);
  const network = networks[1].toString('hex');
  const campaign = { id: 1, slug: 'social-credit' };
  await makeInvalidation(context, { campaign, conditions: { network }, organizer: 'olga', reason: 'A machine.' });
  await workInvalidations(context);
});
afterEach(() => context.remove());

const drifted = () => driftedSignatures(context.store.read);
const campaign_id = 1;

test('after whatever was done to signatures, every figure agrees with them', async () => {
  expect(await drifted()).toEqual([]);
});

test.each<[string, (tally: Tally) => void]>([
  ['from TM (site)', (tally) => tally('signature_countries', { campaign_id, origin: 'site', country: 'TM' }, 1)],
  ['of text 1 (paper)', (tally) => tally('signature_texts', { campaign_id, origin: 'paper', text_id: 1 }, -2)],
  [
    'by the code “made-up”',
    (tally) => tally('signature_sources', { campaign_id, source: 'made-up', state: 'confirmed' }, 1),
  ],
  ['received on 1970-01-02', (tally) => tally('signature_days', { campaign_id, day: 1, event: 'received' }, 1)],
  ['erased on 1970-01-02', (tally) => tally('signature_hours', { campaign_id, hour: 86_400, event: 'erased' }, 1)],
  [
    'confirmed by all hours together',
    (tally) => tally('signature_hours', { campaign_id, hour: 0, event: 'erased' }, 1),
  ],
])('a figure that is off is found, and the doctor says so: %s', async (what, skew) => {
  await context.store.write((writing) => Promise.resolve(skew(writing.tally)));
  expect((await drifted()).map((drift) => drift.what)).toContain(what);
  const findings = await examine(context, false);
  expect(findings.find(({ text }) => text.includes(what))).toMatchObject({ ok: false });
});
