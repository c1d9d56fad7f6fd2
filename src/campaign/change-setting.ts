import type { Change } from '../domain/overrides.ts';
import type { Campaign } from '../settings/campaign.ts';
import { valueOf } from '../settings/overrides.ts';
import { campaignById } from '../store/campaigns.ts';
import { insertOverride, newestOverrides } from '../store/overrides.ts';
import type { Context, RunningCampaign } from './context.ts';
import { noteAct } from './note-act.ts';
import { settingsInForce } from './settings-in-force.ts';
import { refreshCampaign } from './start-campaign.ts';

/** `ended`: it was closed for good or emptied, and no setting opens it again. */
export type ChangeSettingOutcome = 'done' | 'as-before' | 'ended';

/**
 * Has an organizer's word win over campaign.yaml, from this moment in this process and within a second in others.
 * @param organizer the handle of whose word it is
 */
export async function changeSetting(
  context: Pick<Context, 'store' | 'vault' | 'now'>,
  campaign: RunningCampaign,
  organizer: string,
  { setting, value }: Change,
): Promise<ChangeSettingOutcome> {
  const { store, vault, now } = context;
  const { id, folder } = campaign;
  const outcome = await store.write(async (writing): Promise<ChangeSettingOutcome> => {
    const row = await campaignById(writing.db, id);
    if (row === undefined) throw new Error(`campaign ${id} has no row`);
    // Whoever signed an emptied campaign and signs again would count twice: the count stays, and nobody is recognised.
    if ((row.index_key === null || row.emptied_at !== null) && isAboutTime[setting]) return 'ended';
    const said =
      (await newestOverrides(writing.db, id)).find((override) => override.setting === setting)?.value ?? null;
    const { settings: before, unreadable } = await settingsInForce(writing.db, folder, row);
    const holds = isSo(before, { setting, value } as Change) && !unreadable.includes(setting);
    if (value === null ? said === null : holds) return 'as-before';
    await insertOverride(writing, {
      campaign_id: id,
      setting,
      value: value === null ? null : JSON.stringify(value),
      set_at: now(),
      set_by: organizer,
    });
    const after = (await settingsInForce(writing.db, folder, row)).settings;
    const facts = { setting, from: wordOf(before, setting), to: wordOf(after, setting), override: value !== null };
    await noteAct(writing, vault, { at: now(), organizer, act: 'setting-changed', campaign: folder.slug, facts });
    return 'done';
  });
  await refreshCampaign(context, campaign);
  return outcome;
}

const isAboutTime: Record<Change['setting'], boolean> = {
  signing: true,
  closesAt: true,
  closedAt: true,
  goals: false,
  moderation: false,
  work: false,
};

/** Whoever closes what is closed changes nothing, not even the moment. */
const isSo = (settings: Campaign, { setting, value }: Change): boolean =>
  setting === 'closedAt'
    ? settings.closedAt !== undefined
    : JSON.stringify(valueOf(settings, setting)) === JSON.stringify(value);

function wordOf(settings: Campaign, setting: Change['setting']): string | number | readonly string[] | null {
  const value = valueOf(settings, setting);
  return Array.isArray(value) ? value.map(String) : value;
}
