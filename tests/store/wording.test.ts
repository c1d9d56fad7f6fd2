import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Context } from '../../src/campaign/context.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { startCampaign } from '../../src/campaign/start-campaign.ts';
import { campaignsFolder } from '../../src/places.ts';
import { argumentIn } from '../../src/settings/campaign.ts';
import { readCampaigns } from '../../src/settings/read-campaigns.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { openVault } from '../../src/vault/vault.ts';

let folder: string;
let store: Store;
let context: Context;
const clock = { at: Date.parse('2026-11-23T12:34:56Z') / 1000 };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-kit-wording-'));
  store = openStore(join(folder, 'campaign.db'));
  context = { store, vault: openVault(Buffer.alloc(32, 7)), now: () => clock.at };
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const consent = { statement: 'I agree.', public: 'Show me.', updates: 'Write to me.' };

const started = (ask: string) => {
  const settings = readCampaigns(campaignsFolder).find(({ slug }) => slug === 'social-credit')!;
  const changed = { ...settings, arguments: { en: { ...argumentIn(settings, 'en'), ask } } };
  return startCampaign(context, changed, () => consent);
};

const sign = async (campaign: Awaited<ReturnType<typeof started>>, email: string) =>
  signPetition(context, campaign, 'en', {
    name: 'Sam Example',
    email,
    country: 'DE',
    postcode: '',
    comment: '',
    public: false,
    updates: false,
    source: '',
  });

const textSignedBy = async (email: string): Promise<string> => {
  const signatures = store.read.selectFrom('signatures').innerJoin('texts', 'texts.id', 'petition_text_id');
  return (await signatures.select('body').where('email', '=', email).executeTakeFirstOrThrow()).body;
};

test('each signature points to the text it signed, and a text that was signed is changed with a date', async () => {
  expect((await started('Draft.')).wordings.en?.petitionChangedOn).toEqual([]);
  const first = await started('First  text.\r\nSecond line. ');
  expect(first.wordings.en?.petitionChangedOn).toEqual([]);
  await sign(first, 'early@example.org');
  clock.at += 86_400;
  const second = await started('Second text.');
  expect(second.wordings.en?.petitionChangedOn).toEqual(['2026-11-24']);
  expect((await started('Second text.')).wordings.en?.petitionChangedOn).toEqual(['2026-11-24']);
  await sign(second, 'late@example.org');
  expect(await textSignedBy('early@example.org')).toBe('First  text.\nSecond line.');
  expect(await textSignedBy('late@example.org')).toBe('Second text.');
});
