/** What each page for organizers is given, beside who is signed in. Types only, as in views.ts. */
import type { CampaignGlance, DashboardView } from './dashboard-views.ts';
import type { Organizer } from './domain/organizer.ts';

export type { CampaignStanding, DashboardView } from './dashboard-views.ts';

export interface OrganizePages {
  '/organize': {
    campaigns: CampaignGlance[];
  };
  '/organize/dashboard': { dashboard: DashboardView };
}

/** The same as the pages get it. */
export type SignedInPages = { [Page in keyof OrganizePages]: OrganizePages[Page] & { organizer: Organizer } };
