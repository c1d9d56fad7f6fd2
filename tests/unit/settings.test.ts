import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newCampaign } from '../../src/cli/new-campaign.ts';
import { campaignsFolder } from '../../src/places.ts';
import { isClosed } from '../../src/settings/campaign.ts';
import { readCampaigns } from '../../src/settings/read-campaigns.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'campaign-kit-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const folder = () => join(root, 'src/content/campaigns');
const edit = (file: string, change: (text: string) => string) => {
  const path = join(folder(), 'clean-water', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const complaint = (): string => {
  try {
    readCampaigns(folder());
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

test('the campaigns that come with the project are in order', () => {
  expect(readCampaigns(campaignsFolder).map(({ slug }) => slug)).toContain('social-credit');
});

test('a second campaign is a folder and no code', async () => {
  expect((await newCampaign('clean-water', root)).outcome).toBe('made');
  cpSync(join(campaignsFolder, 'social-credit'), join(folder(), 'social-credit'), { recursive: true });
  expect(readCampaigns(folder()).map(({ slug }) => slug)).toEqual(['clean-water', 'social-credit']);
});

test('a wrong setting is told in one sentence that names file and key', async () => {
  await newCampaign('clean-water', root);
  edit('campaign.yaml', (text) => text.replace(/^goals:.*$/m, 'goals: [500, 100]'));
  expect(complaint()).toMatch(/^clean-water\/campaign\.yaml: goals.*must rise\.$/);
});

test('an unknown key, broken YAML and a missing language are told likewise', async () => {
  await newCampaign('clean-water', root);
  edit('campaign.yaml', (text) => `${text}\ncolour: red\n`);
  expect(complaint()).toContain('colour');
  edit('campaign.yaml', (text) => `${text}\n  : [`);
  expect(complaint()).toContain('clean-water/campaign.yaml is not valid YAML');
});

test('letters keep a pace that nobody has set', () => {
  const [campaign] = readCampaigns(campaignsFolder);
  expect(campaign?.letter.pace).toEqual({ hourly: 30, daily: 150, opensAt: 9, closesAt: 17, weekdaysOnly: true });
});

test.each([
  ['hourly: 30', 'hourly: 0', /letter\.pace\.hourly: /],
  ['opensAt: 9', 'opensAt: 17', /letter\.pace\.closesAt: must be later than opensAt\./],
  ['closesAt: 17', 'closesAt: 25', /letter\.pace\.closesAt: /],
])('a pace with which no letter would ever leave is told (%s → %s)', async (right, wrong, told) => {
  await newCampaign('clean-water', root);
  expect(complaint()).toBe('');
  edit('campaign.yaml', (text) => text.replace(right, wrong));
  expect(complaint()).toMatch(told);
});

test.each(['api', 'confirm', 'mailbox', 'me', 'de'])(
  'a campaign called %s would hide a part of the site and is refused',
  async (slug) => {
    await newCampaign('clean-water', root);
    edit('campaign.yaml', (text) => text.replace('clean-water', slug));
    cpSync(join(folder(), 'clean-water'), join(folder(), slug), { recursive: true });
    rmSync(join(folder(), 'clean-water'), { recursive: true });
    expect(complaint()).toContain(`“${slug}”`);
  },
);

test('people can sign until midnight UTC of the last day', () => {
  const [campaign] = readCampaigns(campaignsFolder);
  const closing = { ...campaign!, closesAt: '2027-12-31', outcome: undefined };
  expect(isClosed(closing, Date.parse('2027-12-31T23:59:59Z') / 1000)).toBe(false);
  expect(isClosed(closing, Date.parse('2028-01-01T00:00:00Z') / 1000)).toBe(true);
});

const withRules = async (rules: string, texts = ''): Promise<string> => {
  rmSync(join(folder(), 'clean-water'), { recursive: true, force: true });
  await newCampaign('clean-water', root);
  edit('campaign.yaml', (text) => text.replace(/^ {2}maxRepresentatives.*\n/m, `$&  targets:\n${rules}\n`));
  edit('en.mdx', (text) => text.replace(/^letter:/m, `${texts}letter:`));
  return complaint();
};

test('rules about representatives may leave open what they like', async () => {
  expect(await withRules('    - countries: [GB, IE]\n    - roles: [MP]\n    - {}')).toBe('');
  const [campaign] = readCampaigns(folder());
  expect(campaign?.letter.targets?.[0]).toEqual({ countries: ['GB', 'IE'], everywhere: false, text: 'letter' });
});

test.each([
  ['countries: [uk]', /letter\.targets\.0\.countries\.0: must be countries of two letters, such as GB\.$/],
  ['everywhere: true', /letter\.targets\.0\.everywhere: needs directories/],
  ['text: The MP', /letter\.targets\.0\.text: must be small letters/],
  ['rôles: [MP]', /letter\.targets\.0: .*rôles/],
])('a rule such as “%s” is told in one sentence', async (rule, sentence) => {
  expect(await withRules(`    - ${rule}`)).toMatch(sentence);
});

test('a rule’s text has to be there in every language', async () => {
  const rule = '    - text: mp';
  expect(await withRules(rule)).toBe(
    'clean-water/en.mdx: letters has no “mp”, which a rule of letter.targets in campaign.yaml names: add it.',
  );
  const texts = 'letters:\n  mp: { subject: Dear, body: Dear, prompt: Why? }\n';
  expect(await withRules(rule, texts)).toBe('');
  const english = readFileSync(join(folder(), 'clean-water', 'en.mdx'), 'utf8');
  writeFileSync(join(folder(), 'clean-water', 'de.mdx'), english.replace(texts, ''));
  expect(complaint()).toMatch(/^clean-water\/de\.mdx: letters has no “mp”/);
});
