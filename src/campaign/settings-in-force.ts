import type { Campaign } from '../settings/campaign.ts';
import { withOverrides } from '../settings/overrides.ts';
import type { CampaignRow } from '../store/campaigns.ts';
import { newestOverrides } from '../store/overrides.ts';
import type { Reading } from '../store/schema.ts';

/** What holds of a campaign now: that it was closed for good or emptied, then what organizers have said, then its folder. */
export async function settingsInForce(
  db: Reading,
  folder: Campaign,
  row: Pick<CampaignRow, 'id' | 'closed_at' | 'emptied_at'>,
): Promise<{ settings: Campaign; unreadable: string[] }> {
  const { settings, unreadable } = withOverrides(folder, await newestOverrides(db, row.id));
  const closedAt = row.closed_at ?? settings.closedAt ?? row.emptied_at;
  return { settings: closedAt === null ? settings : { ...settings, closedAt }, unreadable };
}
