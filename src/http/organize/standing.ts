import type { RunningCampaign } from '../../campaign/context.ts';
import { isoTime } from '../../domain/clock.ts';
import type { CampaignStanding } from '../../organize-views.ts';
import { closingTime, isClosed } from '../../settings/campaign.ts';
import { campaignById } from '../../store/campaigns.ts';
import type { Site } from '../site.ts';

/** Whether people can sign and letters leave. */
export async function standingOf(site: Site, { id, settings }: RunningCampaign): Promise<CampaignStanding> {
  const row = await campaignById(site.store.read, id);
  const pausedAt = row?.letters_paused_at ?? undefined;
  const closing = closingTime(settings);
  return {
    closed: isClosed(settings, site.now()),
    // The last second of the last day.
    closesAt: closing === undefined ? undefined : isoTime(closing - 1),
    lettersPausedAt: pausedAt === undefined ? undefined : isoTime(pausedAt),
  };
}
