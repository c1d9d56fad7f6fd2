import { isClosed } from '../settings/campaign.ts';
import { sentForm } from './guard.ts';
import { problem } from './problem.ts';
import { visitOf, type Request, type Site, type Visit } from './site.ts';

/** A form that was posted to an open campaign from one of our own pages. */
export interface PostedForm {
  site: Site;
  request: Request;
  visit: Visit;
  sent: URLSearchParams;
}

/** What stands before every form of a campaign: 404, 403, 415, 413 and 410, in this order. */
export const campaignForm =
  (act: (form: PostedForm) => Promise<Response>) =>
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status, visit);
    if (isClosed(visit.campaign.settings, site.now())) return problem(site, request, 'campaignClosed', visit);
    return act({ site, request, visit, sent: sent.body });
  };
