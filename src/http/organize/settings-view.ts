import type { RunningCampaign } from '../../campaign/context.ts';
import { unreadableEnd } from '../../campaign/ending.ts';
import { daySeconds, isoDay, isoTime } from '../../domain/clock.ts';
import { noLastDay, type Overridable } from '../../domain/overrides.ts';
import type { SettingsView, SettingView, WordedSetting } from '../../organize-views.ts';
import { closingTime, isClosed, type Campaign } from '../../settings/campaign.ts';
import { valueOf, withOverrides } from '../../settings/overrides.ts';
import { campaignById, type CampaignRow } from '../../store/campaigns.ts';
import { newestOverrides, type OverrideRow } from '../../store/overrides.ts';
import { formatDay, formatNumber } from '../../strings/format.ts';
import { strings } from '../../strings/strings.ts';
import type { Site } from '../site.ts';

/** Under which heading of the page a setting stands. */
export const settingsDone = {
  signing: 'signing',
  closesAt: 'closing',
  closedAt: 'closing',
  goals: 'goals',
  moderation: 'moderation',
  work: 'work',
} as const satisfies Record<Overridable, SettingsView['done']>;

/** What holds of a campaign now, and who has said so. @param done what the address says was just changed */
export async function settingsView(
  site: Site,
  campaign: RunningCampaign,
  done: string | undefined,
): Promise<SettingsView> {
  const { id, folder } = campaign;
  const rows = await newestOverrides(site.store.read, id);
  const row = await campaignById(site.store.read, id);
  // Of the very rows that say who: another organizer may be at it in another process.
  const { settings, unreadable } = withOverrides(folder, rows);
  const ends = closingTime(row?.closed_at == null ? settings : { ...settings, closedAt: row.closed_at });
  const isKept = ends !== undefined && row?.emptied_at === null && unreadableEnd({ unreadable }).length === 0;
  const said = (setting: WordedSetting): SettingView => {
    const override = standing(rows, setting);
    const unread = unreadable.includes(setting);
    return {
      inFile: inWords(folder, setting),
      changed:
        override === undefined || unread ? undefined : { value: inWords(settings, setting), ...byAndAt(override) },
      unreadable: unread,
    };
  };
  const pausedAt = row?.letters_paused_at ?? null;
  return {
    signing: settings.signingPaused === true ? { state: 'paused', ...saidOf(rows, 'signing') } : { state: 'open' },
    letters:
      pausedAt !== null
        ? { state: 'paused', since: isoTime(pausedAt) }
        : { state: settings.letter.enabled ? 'going' : 'off' },
    closing: closing(row, settings, rows, site.now()),
    closedAtUnreadable: unreadable.includes('closedAt'),
    closesAt: settings.closesAt,
    deletedOn: isKept ? isoDay(ends + settings.retention.daysAfterClose * daySeconds) : undefined,
    goals: settings.goals,
    moderation: settings.moderation,
    work: settings.work,
    said: { closesAt: said('closesAt'), goals: said('goals'), moderation: said('moderation'), work: said('work') },
    done: ([...Object.values(settingsDone), 'letters'] as const).find((name) => name === done),
  };
}

function closing(
  row: CampaignRow | undefined,
  settings: Campaign,
  rows: readonly OverrideRow[],
  now: number,
): SettingsView['closing'] {
  if (row?.index_key === null) return { state: 'for-good' };
  if (row?.emptied_at != null) return { state: 'over' };
  if (settings.outcome !== undefined) return { state: 'outcome' };
  if (settings.closedAt !== undefined) return { state: 'by-hand', ...saidOf(rows, 'closedAt') };
  return { state: isClosed(settings, now) ? 'last-day' : 'open' };
}

const standing = (rows: readonly OverrideRow[], setting: Overridable): OverrideRow | undefined =>
  rows.find((row) => row.setting === setting && row.value !== null);

const byAndAt = ({ set_by, set_at }: OverrideRow) => ({ by: set_by, at: isoTime(set_at) });

function saidOf(rows: readonly OverrideRow[], setting: Overridable): { by: string; at: string } {
  const row = standing(rows, setting);
  if (row === undefined) throw new Error(`${setting} holds, and nobody has said so`);
  return byAndAt(row);
}

function inWords(settings: Campaign, setting: WordedSetting): string {
  const { closing: text, moderation, work } = strings('en').organize.settings;
  if (setting === 'goals') return settings.goals.map((goal) => formatNumber('en', goal)).join(' · ');
  if (setting === 'moderation') return moderation[settings.moderation];
  if (setting === 'work') return work[settings.work];
  const day = valueOf(settings, 'closesAt');
  return day === noLastDay ? text.none : formatDay('en', String(day));
}
