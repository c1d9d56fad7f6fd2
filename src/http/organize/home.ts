import { argumentIn, isClosed } from '../../settings/campaign.ts';
import { signatureCounts } from '../../store/signatures.ts';
import type { Site } from '../site.ts';
import { forRole } from './door.ts';
import { organizePage } from './organize-page.ts';

/** `GET /organize`: every campaign at a glance. */
export const showOrganize = (site: Site) =>
  forRole(site, 'viewer', async (asked) => {
    const campaigns = await Promise.all(
      [...site.campaigns.values()].map(async ({ id, settings }) => ({
        slug: settings.slug,
        title: argumentIn(settings, settings.defaultLocale).title,
        closed: isClosed(settings, site.now()),
        counts: await signatureCounts(site.store.read, id),
      })),
    );
    return organizePage(site, asked, '/organize', { campaigns });
  });
