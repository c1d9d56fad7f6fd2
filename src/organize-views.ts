/** What each page for organizers is given, beside who is signed in. Types only, as in views.ts. */
import type { AccountPages } from './views/accounts.ts';
import type { CampaignGlance, DashboardView } from './views/dashboard.ts';
import type { Organizer } from './domain/organizer.ts';
import type { InvalidationPages } from './views/invalidations.ts';
import type { NamesPages } from './views/names.ts';

export type { CampaignStanding, DashboardView } from './views/dashboard.ts';

export type { InvalidationView, TrendView } from './views/invalidations.ts';
export type { NamesView, SettingsView, SettingView, WordedSetting } from './views/names.ts';

export interface OrganizePages extends AccountPages, InvalidationPages, NamesPages {
  '/organize': {
    campaigns: CampaignGlance[];
  };
  '/organize/dashboard': { dashboard: DashboardView };
  '/organize/export': {
    slug: string;
    /** The public halves of all identities that anything is sealed to, `age1…`. */
    recipients: string[];
  };
}

/** The same as the pages get it. */
export type SignedInPages = { [Page in keyof OrganizePages]: OrganizePages[Page] & { organizer: Organizer } };
