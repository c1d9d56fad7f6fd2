import type { RunningCampaign } from '../../campaign/context.ts';
import { makeInvalidation } from '../../campaign/make-invalidation.ts';
import { previewInvalidation } from '../../campaign/preview-invalidation.ts';
import type { InvalidationConditions } from '../../domain/invalidation.ts';
import { isTag, readInvalidation } from '../../forms/invalidation.ts';
import { fieldsOf, type FieldFault, type Read } from '../../forms/read-form.ts';
import type { OrganizePages } from '../../organize-views.ts';
import { campaignById } from '../../store/campaigns.ts';
import { strings } from '../../strings/strings.ts';
import { seeOther } from '../respond.ts';
import type { Site } from '../site.ts';
import { forCampaign, withForm, type CampaignRequest } from './door.ts';
import { conditionDetails, fieldsOfConditions } from './invalidation-view.ts';
import { organizePage } from './organize-page.ts';

const { errors } = strings('en').organize.invalidations;

type View = OrganizePages['/organize/invalidation-new'];

/** `GET /organize/{campaign}/invalidations/new`: the form, filled in as the address says. */
export const showInvalidationForm = (site: Site) =>
  forCampaign(site, 'editor', (asked) => formPage(site, asked, asked.request.req.query(), []));

/** `POST /organize/{campaign}/invalidations/preview`: how many fit. Changes nothing; posted, so that no log has a domain's name. */
export const previewInvalidations = (site: Site) =>
  forCampaign(
    site,
    'editor',
    withForm<CampaignRequest>(site, async (asked) => {
      const { campaign, sent } = asked;
      const values = fieldsOf(sent);
      const read = readConditionsOf(campaign, values);
      if (read.outcome === 'faulty') return formPage(site, asked, values, read.errors);
      const { conditions, reason } = read.value;
      const preview = {
        ...(await previewInvalidation(site.store.read, campaign.id, conditions)),
        conditions: conditionDetails(campaign, conditions),
        reason,
        makePath: `/organize/${campaign.settings.slug}/invalidations`,
        fields: [...fieldsOfConditions(conditions), { name: 'reason', value: reason }],
      };
      return formPage(site, asked, values, [], preview);
    }),
  );

/** `POST /organize/{campaign}/invalidations`: makes it. */
export const postInvalidation = (site: Site) =>
  forCampaign(
    site,
    'editor',
    withForm<CampaignRequest>(site, async (asked) => {
      const { campaign, organizer, sent } = asked;
      const { slug } = campaign.settings;
      const values = fieldsOf(sent);
      const read = readConditionsOf(campaign, values);
      if (read.outcome === 'faulty') return formPage(site, asked, values, read.errors);
      const { conditions, reason } = read.value;
      const made = await makeInvalidation(site, {
        campaign: { id: campaign.id, slug },
        organizer: organizer.handle,
        conditions,
        reason,
      });
      if (made.outcome !== 'made') return formPage(site, asked, values, [{ field: 'from', message: errors.nothing }]);
      return seeOther(site, `/organize/${slug}/invalidations/${made.id}`);
    }),
  );

/** What was typed, a domain's name as its tag. */
function readConditionsOf(
  campaign: RunningCampaign,
  values: Record<string, string>,
): Read<{ conditions: InvalidationConditions; reason: string }> {
  const read = readInvalidation(values, errors);
  if (read.outcome === 'faulty') return read;
  const { conditions, domain, reason } = read.value;
  if (domain === undefined || isTag(domain))
    return { outcome: 'read', value: { conditions: { ...conditions, mailDomain: domain }, reason } };
  const mailDomain = campaign.domainTagOf?.(`name@${domain}`).toString('hex');
  if (mailDomain === undefined)
    return { outcome: 'faulty', errors: [{ field: 'domain', message: errors.domainKeyGone }] };
  return { outcome: 'read', value: { conditions: { ...conditions, mailDomain }, reason } };
}

async function formPage(
  site: Site,
  asked: CampaignRequest,
  values: Record<string, string>,
  faults: FieldFault[],
  preview?: View['preview'],
): Promise<Response> {
  const { id, settings } = asked.campaign;
  const view = {
    slug: settings.slug,
    previewPath: `/organize/${settings.slug}/invalidations/preview`,
    form: { values, errors: faults },
    over: (await campaignById(site.store.read, id))?.emptied_at != null,
    preview,
  };
  return organizePage(site, asked, '/organize/invalidation-new', view, { status: faults.length > 0 ? 422 : 200 });
}
