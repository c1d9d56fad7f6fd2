import { daySeconds } from '../domain/clock.ts';
import { closingTime, type Campaign } from '../settings/campaign.ts';
import type { CampaignRow } from '../store/campaigns.ts';

/** A mistyped day in campaign.yaml must not delete a petition within the hour: the server first says so for a week. */
const noticeSeconds = 7 * daySeconds;

/** `soon`: within a week, or later than planned because nobody had been told for a week. */
export type Ending = 'not-soon' | 'soon' | 'over';

/** Whether the campaign closed so long ago that nothing about people is kept. */
export function endingOf(settings: Campaign, row: Pick<CampaignRow, 'ending_seen_at'>, now: number): Ending {
  const closedAt = closingTime(settings);
  if (closedAt === undefined) return 'not-soon';
  const endsAt = closedAt + settings.retention.daysAfterClose * daySeconds;
  if (now < endsAt - noticeSeconds) return 'not-soon';
  const told = row.ending_seen_at !== null && now >= row.ending_seen_at + noticeSeconds;
  return told && now >= endsAt ? 'over' : 'soon';
}
