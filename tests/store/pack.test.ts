import { afterEach, beforeEach, expect, test } from 'vitest';
import { gatherPack, shownNames } from '../../src/campaign/gather-pack.ts';
import { startCampaign } from '../../src/campaign/start-campaign.ts';
import type { PackFacts } from '../../src/domain/pack.ts';
import { writePack } from '../../src/pack/pack.ts';
import { argumentIn } from '../../src/settings/campaign.ts';
import { updateSignature } from '../../src/store/signatures.ts';
import { aConfirmedSigner } from '../support/a-confirmed-signer.ts';
import { aContext, type TestContext } from '../support/a-context.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const consent = { statement: 'I agree.', public: 'Show me.', updates: 'Write to me.' };
const asking = (ask: string) => {
  const { settings } = context.socialCredit;
  const changed = { ...settings, arguments: { en: { ...argumentIn(settings, 'en'), ask } } };
  return startCampaign(context, changed, { languages: ['en'], consent: () => consent });
};

/** Of the campaign as it speaks English alone. */
const facts = (): Promise<PackFacts> => {
  const { id, settings } = context.socialCredit;
  const english = { ...settings, arguments: { en: argumentIn(settings, 'en') } };
  return gatherPack(context.store.read, { id, settings: english }, context.clock.at);
};
const namesShown = async (approved = false): Promise<string[]> => {
  const { id, settings } = context.socialCredit;
  const pages = shownNames(context.store.read, context.vault, {
    id,
    ...settings,
    moderation: approved ? 'before' : 'after',
  });
  return (await Array.fromAsync(pages)).flat().map(({ name }) => name);
};
const packOf = async (of: PackFacts): Promise<string> => {
  const { id, settings } = context.socialCredit;
  const names = shownNames(context.store.read, context.vault, { id, ...settings });
  return (await Array.fromAsync(writePack(of, names, 'public'))).join('');
};

test('a pack has every text that was signed, with how many signed it, whatever became of them since', async () => {
  const first = await asking('First text.');
  await aConfirmedSigner(context, { email: 'ada@example.org' }, first);
  const ben = await aConfirmedSigner(context, { email: 'ben@example.org' }, first);
  context.clock.at += 86_400;
  const second = await asking('Second text.');
  await aConfirmedSigner(context, { email: 'cleo@example.org' }, second);
  const texts = async () => (await facts()).texts.map(({ body, signatures }) => [body, signatures]);
  expect(await texts()).toEqual([
    ['First text.', 2],
    ['Second text.', 1],
  ]);
  await context.store.write((writing) => updateSignature(writing, ben, { state: 'withdrawn' }, context.clock.at));
  expect(await texts()).toEqual([
    ['First text.', 1],
    ['Second text.', 1],
  ]);
});

test('a language that nobody signed in is in it only while the campaign speaks it', async () => {
  const languagesOf = ({ texts }: PackFacts) => texts.map(({ locale }) => locale).toSorted();
  const { store, socialCredit, clock } = context;
  const spoken = await gatherPack(store.read, socialCredit, clock.at);
  expect(languagesOf(spoken)).toEqual(Object.keys(socialCredit.settings.arguments).toSorted());
  expect(languagesOf(await facts())).toEqual(['en']);
});

test('a text that nobody signed is in it only while it is shown', async () => {
  await asking('Shown now.');
  expect((await facts()).texts.map(({ body, signatures }) => [body, signatures])).toEqual([['Shown now.', 0]]);
});

test('it names those who chose it, in the order in which they came, and nobody whom organizers hid', async () => {
  for (let number = 0; number < 5; number += 1)
    await aConfirmedSigner(context, { name: `Public ${number}`, email: `p${number}@example.org`, public: true });
  await aConfirmedSigner(context, { name: 'Private', email: 'private@example.org' });
  const names = await namesShown();
  expect(names.toSorted()).toEqual(['Public 0', 'Public 1', 'Public 2', 'Public 3', 'Public 4']);
  context.clock.at += 3600;
  await aConfirmedSigner(context, { name: 'Later', email: 'later@example.org', public: true });
  expect((await namesShown()).at(-1)).toBe('Later');
  expect(await namesShown(true)).toEqual([]);
  await context.store.write(({ db }) =>
    db.updateTable('public_names').set({ moderation: 'hidden' }).where('country', '=', 'DE').execute(),
  );
  expect(await namesShown()).toEqual([]);
});

test('what people typed is text in it and never markup', async () => {
  await aConfirmedSigner(context, { name: '<script>alert(1)</script> & "Co"', email: 'x@example.org', public: true });
  const pack = await packOf({ ...(await facts()), title: '<b>T</b>', addressee: `"it's"` });
  expect(pack).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Co&quot;</bdi>');
  expect(pack).toContain('<title>&lt;b&gt;T&lt;/b&gt;</title>');
  expect(pack).not.toMatch(/<script|<b>T/);
});

test('it needs no other file, says in which language and direction it is, and counts its pages on paper', async () => {
  const now = await facts();
  const pack = await packOf({
    ...now,
    locale: 'ar',
    texts: [{ locale: 'en', body: 'A.\n\nB.', sha256: 'ab', sinceAt: 0, signatures: 1 }],
  });
  expect(pack).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
  expect(pack).toContain('<div class="text" lang="en" dir="ltr">A.\n\nB.</div>');
  expect(pack).toContain('counter(page) " / " counter(pages)');
  expect(pack).not.toMatch(/\b(src|href)=|@import|url\(/);
});

test('countries from which few signed are summed up', async () => {
  for (let number = 0; number < 10; number += 1)
    await aConfirmedSigner(context, { email: `de${number}@example.org`, country: 'DE' });
  await aConfirmedSigner(context, { email: 'tv@example.org', country: 'TV' });
  const pack = await packOf(await facts());
  expect(pack).not.toContain('Tuvalu');
  expect((await facts()).countries).toEqual({ shown: [], others: 11 });
});
