import { daySeconds } from '../domain/clock.ts';
import type { Overridable } from '../domain/overrides.ts';
import { closingTime } from '../settings/campaign.ts';
import type { CampaignRow } from '../store/campaigns.ts';
import type { RunningCampaign } from './context.ts';

/** A mistyped day in campaign.yaml must not delete a petition within the hour: the server first says so for a week. */
const noticeSeconds = 7 * daySeconds;

/** `soon`: within a week, or later than planned because nobody had been told for a week. */
export type Ending = 'not-soon' | 'soon' | 'over';

/** Settings that say when a campaign closes. */
const aboutTheEnd: readonly string[] = ['closesAt', 'closedAt'] satisfies Overridable[];

/** Which of these cannot be read: what they said may have been that the campaign goes on. */
export const unreadableEnd = ({ unreadable }: Pick<RunningCampaign, 'unreadable'>): string[] =>
  unreadable.filter((setting) => aboutTheEnd.includes(setting));

/** Whether the campaign closed so long ago that nothing about people is kept. While nobody can tell, it did not. */
export function endingOf(
  campaign: Pick<RunningCampaign, 'settings' | 'unreadable'>,
  row: Pick<CampaignRow, 'ending_seen_at'>,
  now: number,
): Ending {
  const { settings } = campaign;
  if (unreadableEnd(campaign).length > 0) return 'not-soon';
  const closedAt = closingTime(settings);
  if (closedAt === undefined) return 'not-soon';
  const endsAt = closedAt + settings.retention.daysAfterClose * daySeconds;
  if (now < endsAt - noticeSeconds) return 'not-soon';
  const told = row.ending_seen_at !== null && now >= row.ending_seen_at + noticeSeconds;
  return told && now >= endsAt ? 'over' : 'soon';
}
