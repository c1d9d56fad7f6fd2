import { z } from 'zod';
import { noLastDay, overridable, type Overridable, type Overrides } from '../domain/overrides.ts';
import { day, goals, moderation, work } from './campaign-yaml.ts';
import type { Campaign } from './campaign.ts';

/** What the database may hold of each setting. */
const schemas: { [Setting in Overridable]: z.ZodType<Overrides[Setting]> } = {
  signing: z.enum(['open', 'paused']),
  closesAt: z.union([day, z.literal(noLastDay)]),
  closedAt: z.int().nonnegative(),
  goals,
  moderation,
  work,
};

/**
 * What organizers have said wins over the folder. What cannot be read is left out, so that no damaged row stops a campaign.
 * @param rows the newest of each setting; values are JSON, or null for the folder's word
 */
export function withOverrides(
  folder: Campaign,
  rows: readonly { setting: string; value: string | null }[],
): { settings: Campaign; unreadable: string[] } {
  const said: Partial<Overrides> = {};
  const unreadable: string[] = [];
  for (const { setting, value } of rows) {
    const known = overridable.find((name) => name === setting);
    if (value === null && known !== undefined) continue;
    const read = known === undefined || value === null ? undefined : schemas[known].safeParse(parsed(value));
    if (known !== undefined && read?.success === true) Object.assign(said, { [known]: read.data });
    else unreadable.push(setting);
  }
  const { signing, closesAt, ...others } = said;
  return {
    settings: {
      ...folder,
      ...others,
      ...(closesAt === undefined ? {} : { closesAt: closesAt === noLastDay ? undefined : closesAt }),
      ...(signing === undefined ? {} : { signingPaused: signing === 'paused' }),
    },
    unreadable,
  };
}

/** Undefined is in none of the schemas. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The value of a setting, as one may say it to people and write it down. Null: not closed by hand. */
export function valueOf(settings: Campaign, setting: Overridable): Overrides[Overridable] | null {
  if (setting === 'signing') return settings.signingPaused === true ? 'paused' : 'open';
  if (setting === 'closesAt') return settings.closesAt ?? noLastDay;
  return settings[setting] ?? null;
}
