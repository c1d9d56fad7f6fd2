import type { ModerationMode } from './moderation.ts';
import type { WorkLevel } from './work.ts';

/** What organizers can say otherwise than `campaign.yaml`, while the campaign runs. */
export interface Overrides {
  /** Paused, nobody can sign; letters and links that are out go on. */
  signing: 'open' | 'paused';
  /** The last day on which people can sign, an ISO day, or that there is none. */
  closesAt: string;
  /** When it was closed by hand, in seconds. */
  closedAt: number;
  goals: number[];
  moderation: ModerationMode;
  work: WorkLevel;
}

export const overridable = [
  'signing',
  'closesAt',
  'closedAt',
  'goals',
  'moderation',
  'work',
] as const satisfies readonly (keyof Overrides)[];
export type Overridable = (typeof overridable)[number];

/** In place of a last day. */
export const noLastDay = 'none';

/** One setting and its new value; null takes the word of `campaign.yaml` again. */
export type Change = { [Setting in Overridable]: { setting: Setting; value: Overrides[Setting] | null } }[Overridable];
