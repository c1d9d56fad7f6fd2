import { standing } from '../campaign/start-campaign.ts';
import { campaignRow } from '../store/campaigns.ts';
import { CommandError, type OpenVault } from './command.ts';

export interface KnownCampaign extends ReturnType<typeof standing> {
  id: number;
  slug: string;
}

/** A campaign that the database knows, whether or not its folder lies here. */
export async function knownCampaign(
  { store, vault }: Pick<OpenVault, 'store' | 'vault'>,
  slug: string,
): Promise<KnownCampaign> {
  const row = await campaignRow(store.read, slug);
  if (row === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
  return { id: row.id, slug, ...standing(vault, slug, row) };
}
