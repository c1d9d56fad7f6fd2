import { campaignSlugs } from '../store/campaigns.ts';
import { signatureCounts } from '../store/signatures.ts';
import { CommandError, parseCommand, withStore } from './command.ts';

/** `stats [<slug>]`: signatures by state. With --json: an object by campaign, or one campaign's counts. */
export async function statsCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [slug] = positionals;
  const counts = await withStore(async ({ store: { read } }) => {
    const campaigns = (await campaignSlugs(read)).filter((campaign) => slug === undefined || campaign.slug === slug);
    return Promise.all(
      campaigns.map(async (campaign) => [campaign.slug, await signatureCounts(read, campaign.id)] as const),
    );
  });
  if (slug !== undefined && counts.length === 0)
    throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
  if (counts.length === 0 && !values.json)
    process.stdout.write('There is no campaign yet: npm start makes what its folders describe.\n');
  if (values.json)
    process.stdout.write(`${JSON.stringify(slug === undefined ? Object.fromEntries(counts) : counts[0]?.[1])}\n`);
  else
    for (const [campaign, states] of counts)
      process.stdout.write(
        `${campaign}  ${Object.entries(states)
          .map(([state, count]) => `${count} ${state}`)
          .join(', ')}\n`,
      );
  return 0;
}
