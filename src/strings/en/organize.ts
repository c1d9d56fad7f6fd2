import { invalidations } from './organize/invalidations.ts';
import { trends } from './organize/trends.ts';

/** What stands on every page for organizers; each kind of page has its own words beside this file. */
export const organize = {
  title: 'Organize',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (handle: string, role: string) => `${handle}, ${role}`,
  roles: { viewer: 'viewer', editor: 'editor', owner: 'owner' },
  campaigns: 'Campaigns',
  organizers: 'Organizers',
  log: 'Log',
  /** The pages about one campaign, by the end of their addresses. */
  ofCampaign: 'This campaign',
  parts: {
    '': 'Dashboard',
    '/names': 'Names',
    '/trends': 'Trends',
    '/invalidations': 'Invalidations',
    '/settings': 'Settings',
    '/export': 'Export',
  },
  invalidations,
  trends,
  none: 'There is no campaign yet. npx campaign new makes the folder of one.',
};
