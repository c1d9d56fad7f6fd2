import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { campaignYaml } from '../settings/campaign-yaml.ts';
import { reservedSlugs } from '../settings/reserved-slugs.ts';
import { argumentText, settingsText } from './campaign-scaffold.ts';

/** `files` are paths below `root`; `reason` is a sentence for whoever typed the slug. */
export type NewCampaign = { outcome: 'made'; files: string[] } | { outcome: 'refused'; reason: string };

/**
 * Makes `src/content/campaigns/<slug>/` below `root` with a campaign that builds as it is and says
 * on every line what to replace. Never touches a folder that exists.
 * @throws when the disk refuses for another reason
 */
export async function newCampaign(slug: string, root: string): Promise<NewCampaign> {
  const reason = whyNot(slug);
  if (reason !== undefined) return { outcome: 'refused', reason };
  const campaigns = join('src', 'content', 'campaigns');
  const folder = join(campaigns, slug);
  await mkdir(join(root, campaigns), { recursive: true });
  try {
    await mkdir(join(root, folder));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return {
      outcome: 'refused',
      reason: `${folder} exists already: choose another slug or edit what is there.`,
    };
  }
  const files = [join(folder, 'campaign.yaml'), join(folder, 'en.mdx')];
  const texts = [settingsText(slug), argumentText];
  await Promise.all(files.map((file, at) => writeFile(join(root, file), texts[at] ?? '', { flag: 'wx' })));
  return { outcome: 'made', files };
}

function whyNot(slug: string): string | undefined {
  if (slug === '') return 'A campaign needs a slug, such as save-the-library.';
  const shown = JSON.stringify(slug.slice(0, 80));
  if (!campaignYaml.shape.slug.safeParse(slug).success)
    return `${shown} cannot be a slug: use small letters, digits and hyphens, at most 60, such as save-the-library.`;
  if (reservedSlugs.has(slug)) return `${shown} is an address that the site itself uses: choose another slug.`;
  // The site keeps two and three letters for languages, as in /de/save-the-library.
  if (/^[a-z]{2,3}$/.test(slug)) return `${shown} could be a language in an address: choose a longer slug.`;
  return undefined;
}
