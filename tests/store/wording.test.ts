import { afterEach, beforeEach, expect, test } from 'vitest';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { startCampaign } from '../../src/campaign/start-campaign.ts';
import { argumentIn } from '../../src/settings/campaign.ts';
import { signatureOfAddress } from '../../src/store/signatures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const consent = { statement: 'I agree.', public: 'Show me.', updates: 'Write to me.' };

const started = (ask: string) => {
  const { settings } = context.socialCredit;
  const changed = { ...settings, arguments: { en: { ...argumentIn(settings, 'en'), ask } } };
  return startCampaign(context, changed, { languages: ['en'], consent: () => consent });
};

type Started = Awaited<ReturnType<typeof started>>;

const sign = (campaign: Started, email: string) => signPetition(context, campaign, 'en', typed({ email }));

const textSignedBy = async ({ id, indexOf }: Started, email: string): Promise<string> => {
  const signature = await signatureOfAddress(context.store.read, id, indexOf!(email));
  const texts = context.store.read.selectFrom('texts').select('body');
  return (await texts.where('id', '=', signature!.petition_text_id).executeTakeFirstOrThrow()).body;
};

test('each signature points to the text it signed, and a text that was signed is changed with a date', async () => {
  expect((await started('Draft.')).wordings.en?.petitionChangedOn).toEqual([]);
  const first = await started('First  text.\r\nSecond line. ');
  expect(first.wordings.en?.petitionChangedOn).toEqual([]);
  await sign(first, 'early@example.org');
  context.clock.at += 86_400;
  const second = await started('Second text.');
  expect(second.wordings.en?.petitionChangedOn).toEqual(['2026-11-24']);
  expect((await started('Second text.')).wordings.en?.petitionChangedOn).toEqual(['2026-11-24']);
  await sign(second, 'late@example.org');
  // Twice on a day is told once.
  expect((await started('Third text.')).wordings.en?.petitionChangedOn).toEqual(['2026-11-24']);
  expect(await textSignedBy(second, 'early@example.org')).toBe('First  text.\nSecond line.');
  expect(await textSignedBy(second, 'late@example.org')).toBe('Second text.');
});
