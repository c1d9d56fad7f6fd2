import type { RunningCampaign } from '../../campaign/context.ts';
import { mayAct, type OrganizerRole } from '../../domain/organizer.ts';
import type { SignedIn } from '../../organizers/accounts.ts';
import { sentForm } from '../guard.ts';
import { problem } from '../problem.ts';
import { seeOther } from '../respond.ts';
import type { Request, Site } from '../site.ts';

/** Who asks, as far as handlers need to know. */
export interface OrganizerRequest {
  request: Request;
  organizer: SignedIn;
}

/** The same about one campaign. */
export interface CampaignRequest extends OrganizerRequest {
  campaign: RunningCampaign;
}

type Answer = Promise<Response> | Response;

/**
 * A handler for organizers of at least this role. Authorisation stands in each handler, never by path: others are led to sign in, or
 * told that it is not theirs to do.
 */
export const forRole =
  (site: Site, needed: OrganizerRole, handle: (asked: OrganizerRequest) => Answer) =>
  async (request: Request): Promise<Response> => {
    const organizer = await (await site.accounts()).signedIn(request.req.raw.headers);
    if (organizer === undefined)
      return request.req.method === 'POST' ? problem(site, request, 'signedOut') : seeOther(site, '/organize/sign-in');
    if (!mayAct(organizer.role, needed)) return problem(site, request, 'notYours');
    return handle({ request, organizer });
  };

/** The same for an address with a campaign in it, `/organize/:campaign…`. */
export const forCampaign = (site: Site, needed: OrganizerRole, handle: (asked: CampaignRequest) => Answer) =>
  forRole(site, needed, (asked) => {
    const campaign = site.campaigns.get(asked.request.req.param('campaign') ?? '');
    return campaign === undefined ? problem(site, asked.request, 404) : handle({ ...asked, campaign });
  });

/** For handlers of POST, inside of `forRole` or `forCampaign`: a form from one of our own pages; 403, 415 and 413 else. */
export const withForm =
  <Asked extends OrganizerRequest>(site: Site, handle: (asked: Asked & { sent: URLSearchParams }) => Answer) =>
  async (asked: Asked): Promise<Response> => {
    const sent = await sentForm(site, asked.request);
    if (sent.outcome === 'refused') return problem(site, asked.request, sent.status);
    return handle({ ...asked, sent: sent.body });
  };
