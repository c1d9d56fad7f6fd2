import { undoInvalidation } from '../../campaign/undo-invalidation.ts';
import { mayAct } from '../../domain/organizer.ts';
import { campaignById } from '../../store/campaigns.ts';
import { invalidationById, invalidationsOf } from '../../store/invalidations.ts';
import { problem } from '../problem.ts';
import { seeOther } from '../respond.ts';
import type { Site } from '../site.ts';
import { forCampaign, withForm, type CampaignRequest } from './door.ts';
import { invalidationView } from './invalidation-view.ts';
import { organizePage } from './organize-page.ts';

/** `GET /organize/{campaign}/invalidations`: what was taken out of the count, the newest first. */
export const showInvalidations = (site: Site) =>
  forCampaign(site, 'viewer', async (asked) => {
    const { campaign, organizer } = asked;
    const { slug } = campaign.settings;
    return organizePage(site, asked, '/organize/invalidations', {
      slug,
      makePath: mayAct(organizer.role, 'editor') ? `/organize/${slug}/invalidations/new` : undefined,
      invalidations: (await invalidationsOf(site.store.read, campaign.id)).map((row) =>
        invalidationView(campaign, row),
      ),
    });
  });

/** `GET /organize/{campaign}/invalidations/{id}`: one of them, and how far it is. */
export const showInvalidation = (site: Site) =>
  forCampaign(site, 'viewer', async (asked) => {
    const { campaign, organizer, request } = asked;
    const row = await invalidationById(site.store.read, numberOf(asked));
    if (row === undefined || row.campaign_id !== campaign.id) return problem(site, request, 404);
    const view = invalidationView(campaign, row);
    const isUndone = row.state === 'undoing' || row.state === 'undone';
    return organizePage(site, asked, '/organize/invalidation', {
      slug: campaign.settings.slug,
      invalidation: view,
      undoPath: mayAct(organizer.role, 'editor') && !isUndone ? `${view.path}/undo` : undefined,
      over: (await campaignById(site.store.read, campaign.id))?.emptied_at != null,
    });
  });

/** `POST /organize/{campaign}/invalidations/{id}/undo`: its button. */
export const postUndo = (site: Site) =>
  forCampaign(
    site,
    'editor',
    withForm<CampaignRequest>(site, async (asked) => {
      const { campaign, organizer, request } = asked;
      const { slug } = campaign.settings;
      const id = numberOf(asked);
      const undone = await undoInvalidation(site, {
        campaign: { id: campaign.id, slug },
        organizer: organizer.handle,
        id,
      });
      if (undone === 'unknown') return problem(site, request, 404);
      return seeOther(site, `/organize/${slug}/invalidations/${id}`);
    }),
  );

/** 0, which is nobody's, for what is longer than numbers are here: PostgreSQL would not take it. */
function numberOf({ request }: CampaignRequest): number {
  const id = Number(request.req.param('id'));
  return Number.isSafeInteger(id) ? id : 0;
}
