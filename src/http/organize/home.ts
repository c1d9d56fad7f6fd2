import type { RunningCampaign } from '../../campaign/context.ts';
import { daySeconds, hourSeconds, toHour } from '../../domain/clock.ts';
import { gainOf } from '../../domain/history.ts';
import type { OrganizePages } from '../../organize-views.ts';
import { argumentIn } from '../../settings/campaign.ts';
import { eventHours } from '../../store/signature-figures.ts';
import { signatureCounts } from '../../store/signatures.ts';
import type { Site } from '../site.ts';
import { forRole } from './door.ts';
import { organizePage } from './organize-page.ts';
import { standingOf } from './standing.ts';

/** `GET /organize`: every campaign at a glance. */
export const showOrganize = (site: Site) =>
  forRole(site, 'viewer', async (asked) =>
    organizePage(site, asked, '/organize', {
      campaigns: await Promise.all([...site.campaigns.values()].map((campaign) => glanceAt(site, campaign))),
    }),
  );

type Glance = OrganizePages['/organize']['campaigns'][number];

async function glanceAt(site: Site, campaign: RunningCampaign): Promise<Glance> {
  const { id, settings } = campaign;
  const { read } = site.store;
  const [standing, { confirmed }, lastDay] = await Promise.all([
    standingOf(site, campaign),
    signatureCounts(read, id),
    eventHours(read, id, toHour(site.now()) - daySeconds + hourSeconds),
  ]);
  const { title } = argumentIn(settings, settings.defaultLocale);
  return { slug: settings.slug, title, ...standing, confirmed, gainedLastDay: gainOf(lastDay) };
}
