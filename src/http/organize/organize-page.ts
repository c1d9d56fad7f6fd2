import type { OrganizePages, SignedInPages } from '../../organize-views.ts';
import type { Pages } from '../../views.ts';
import { page } from '../respond.ts';
import type { Site } from '../site.ts';
import type { OrganizerRequest } from './door.ts';

/** A page for one organizer: every one says who is signed in. */
export const organizePage = <Page extends keyof OrganizePages>(
  site: Site,
  { request, organizer }: OrganizerRequest,
  name: Page,
  view: OrganizePages[Page],
  { status = 200 }: { status?: number } = {},
): Promise<Response> => {
  const { handle, role } = organizer;
  // TypeScript does not see that this is what `SignedInPages` makes of the view.
  const shown = { ...view, organizer: { handle, role } } as SignedInPages[Page] as Pages[Page];
  return page({ site, request, locale: 'en', status }, name, shown);
};
