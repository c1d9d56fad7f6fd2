import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { newCampaign } from '../../src/cli/new-campaign.ts';
import { argumentFrontmatter, campaignYaml } from '../../src/settings/campaign-yaml.ts';
import { readCampaigns } from '../../src/settings/read-campaigns.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'new-campaign-'));
});
afterEach(() => rm(root, { recursive: true }));

const campaigns = () => join(root, 'src/content/campaigns');
const read = (file: string) => readFile(join(campaigns(), file), 'utf8');

test.each(['save-the-library', '2027', '1e3', 'null', '0x10'])(
  'An organizer makes %s, and it is valid as it is',
  async (slug) => {
    expect(await newCampaign(slug, root)).toEqual({
      outcome: 'made',
      files: [join('src/content/campaigns', slug, 'campaign.yaml'), join('src/content/campaigns', slug, 'en.mdx')],
    });
    expect(campaignYaml.parse(parse(await read(`${slug}/campaign.yaml`)))).toMatchObject({ slug });
    const front = (await read(`${slug}/en.mdx`)).split(/^---$/m)[1] ?? '';
    expect(argumentFrontmatter.parse(parse(front)).letter?.body).toContain('Dear {{ representative }},');
    expect(readCampaigns(campaigns())).toHaveLength(1);
  },
);

test('Every optional key is valid once the organizer takes its # away', async () => {
  await newCampaign('save-the-library', root);
  const settings = campaignYaml.parse(parse(uncommented(await read('save-the-library/campaign.yaml'))));
  expect(settings).toMatchObject({ closesAt: '2030-12-31', outcome: { handedOver: 12_345 } });
  const front = uncommented(await read('save-the-library/en.mdx')).split(/^---$/m)[1] ?? '';
  expect(argumentFrontmatter.parse(parse(front)).credit).toBeDefined();
});

test('A campaign that exists is never overwritten', async () => {
  await newCampaign('save-the-library', root);
  await writeFile(join(campaigns(), 'save-the-library/en.mdx'), 'weeks of work');
  const again = await newCampaign('save-the-library', root);
  expect(again).toMatchObject({ outcome: 'refused' });
  expect(again).toHaveProperty('reason', expect.stringContaining('exists already'));
  expect(await read('save-the-library/en.mdx')).toBe('weeks of work');
});

test.each([
  ['', 'needs a slug'],
  ['Save', 'cannot be a slug'],
  ['save library', 'cannot be a slug'],
  ['-save', 'cannot be a slug'],
  ['..', 'cannot be a slug'],
  ['../../outside', 'cannot be a slug'],
  ['/tmp/outside', 'cannot be a slug'],
  ['bücher', 'cannot be a slug'],
  ['save\nlibrary', 'cannot be a slug'],
  ['a'.repeat(61), 'cannot be a slug'],
  ['__proto__', 'cannot be a slug'],
  ['api', 'the site itself uses'],
  ['de', 'a language'],
  ['yue', 'a language'],
])('The slug %j is refused in one sentence', async (slug, words) => {
  const made = await newCampaign(slug, root);
  expect(made).toMatchObject({ outcome: 'refused' });
  expect(made).toHaveProperty('reason', expect.stringContaining(words));
  expect(made).toHaveProperty('reason', expect.not.stringContaining('\n'));
  expect(await readdir(root)).toEqual([]);
});

const uncommented = (text: string): string =>
  text.replace(/^# ?(?=(?: {2})?(?:closesAt|outcome|handedOver|handedOverAt|answer|credit):)/gm, '');
