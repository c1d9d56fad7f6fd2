import type { Moderation, ModerationMode } from '../domain/moderation.ts';
import type { WorkLevel } from '../domain/work.ts';
import type { FieldError, FormView } from '../views.ts';

/** Names and comments, and what organizers say instead of campaign.yaml. */
export interface NamesPages {
  '/organize/names': { slug: string; names: NamesView };
  '/organize/settings': { slug: string; settings: SettingsView; form: FormView };
  '/organize/close': { slug: string; title: string; daysAfterClose: number; deletedOn: string };
}

/** A page of public names and comments. */
export interface NamesView {
  queue: Moderation;
  mode: ModerationMode;
  /** How long each queue is, counted up to one more than a hundred. */
  lengths: Record<Moderation, number>;
  /** `value` is what is sent for a name: its number and version. */
  names: { value: string; name: string; country: string; comment: string }[];
  /** Where this page begins; '' for the newest. */
  after: string;
  /** Where the next one begins; undefined on the last. */
  next: string | undefined;
  /** What was just decided, and how many names were left alone. */
  done: { choice: 'approved' | 'hidden'; count: number; left: number } | undefined;
  errors: FieldError[];
}

/** A setting that `campaign.yaml` has a word on too, in words. */
export interface SettingView {
  inFile: string;
  /** What an organizer has said instead, if anything. `at` is ISO 8601. */
  changed: { value: string; by: string; at: string } | undefined;
  /** Whether the database holds something that we cannot read. */
  unreadable: boolean;
}

export type WordedSetting = 'closesAt' | 'goals' | 'moderation' | 'work';

/** By whom and when, ISO 8601. */
type Said = { by: string; at: string };

export interface SettingsView {
  signing: { state: 'open' } | ({ state: 'paused' } & Said);
  letters: { state: 'going' | 'off' } | { state: 'paused'; since: string };
  closing: { state: 'open' | 'last-day' | 'outcome' | 'for-good' | 'over' } | ({ state: 'by-hand' } & Said);
  /** Whether the database holds something of closing by hand that we cannot read. */
  closedAtUnreadable: boolean;
  /** ISO day; undefined where there is none. */
  closesAt: string | undefined;
  /** ISO day on which everything about people is deleted, if it is known. */
  deletedOn: string | undefined;
  goals: number[];
  moderation: ModerationMode;
  work: WorkLevel;
  said: Record<WordedSetting, SettingView>;
  done: 'signing' | 'letters' | 'closing' | 'goals' | 'moderation' | 'work' | undefined;
}
