import type { Origin } from '../domain/signature.ts';
import { isMostlyTemplate } from '../domain/template-share.ts';
import { campaignSlugs } from '../store/campaigns.ts';
import { confirmedByOrigin, signatureCounts } from '../store/signatures.ts';
import { templateShares } from '../store/template-shares.ts';
import { CommandError, parseCommand, withStore } from './command.ts';
import { histogram } from './histogram.ts';

/**
 * `stats [<slug>]`: signatures by state; of one campaign also how varied its letters are. With --json: an object by
 * campaign, or one campaign's: the counts by state of those that were gathered here, `origins`: the confirmed ones by where they were
 * gathered, and `letters: {verified, templateShare}`, where the latter counts
 * letters by how many tenths of them are the template's, from 0 to 10.
 */
export async function statsCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [slug] = positionals;
  const stats = await withStore(async ({ store: { read } }) => {
    const campaigns = (await campaignSlugs(read)).filter((campaign) => slug === undefined || campaign.slug === slug);
    return Promise.all(
      campaigns.map(async (campaign) => ({
        campaign: campaign.slug,
        states: await signatureCounts(read, campaign.id),
        origins: await confirmedByOrigin(read, campaign.id),
        letters: lettersOf(await templateShares(read, campaign.id)),
      })),
    );
  });
  if (slug !== undefined && stats.length === 0)
    throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
  if (values.json) {
    const found = stats.map(
      ({ campaign, states, origins, letters }) => [campaign, { ...states, origins, letters }] as const,
    );
    process.stdout.write(`${JSON.stringify(slug === undefined ? Object.fromEntries(found) : found[0]?.[1])}\n`);
    return 0;
  }
  if (stats.length === 0)
    process.stdout.write('There is no campaign yet: npm start makes what its folders describe.\n');
  for (const { campaign, states, origins } of stats)
    process.stdout.write(`${campaign}  ${inWords(states)}${elsewhereInWords(origins)}\n`);
  if (slug !== undefined) for (const { letters } of stats) process.stdout.write(lettersInWords(letters));
  return 0;
}

interface Letters {
  verified: number;
  templateShare: number[];
}

const lettersOf = (templateShare: number[]): Letters => ({
  verified: templateShare.reduce((sum, count) => sum + count, 0),
  templateShare,
});

const inWords = (states: Record<string, number>): string =>
  Object.entries(states)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');

const elsewhereInWords = ({ paper, import: imported }: Record<Origin, number>): string =>
  paper + imported === 0 ? '' : `; ${paper} on paper, ${imported} imported`;

function lettersInWords({ verified, templateShare }: Letters): string {
  const letters = `letters  ${verified} verified`;
  if (verified === 0) return `${letters}\n`;
  const { verified: alike } = lettersOf(templateShare.filter((_, tenths) => isMostlyTemplate(tenths)));
  return `${letters}, ${alike} of them mostly the template\n  own words ${histogram(templateShare)} template\n`;
}
