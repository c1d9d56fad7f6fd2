import { mayAct, type OrganizerRole } from '../../domain/organizer.ts';
import type { SignedIn } from '../../organizers/accounts.ts';
import { problem } from '../problem.ts';
import { seeOther } from '../respond.ts';
import type { Request, Site } from '../site.ts';

/** Who asks, as far as handlers need to know. */
export type OrganizerRequest = { request: Request; organizer: SignedIn };

/**
 * A handler for organizers of at least this role. Authorisation stands in each handler, never by path: others are led to sign in, or
 * told that it is not theirs to do.
 */
export const forRole =
  (site: Site, needed: OrganizerRole, handle: (asked: OrganizerRequest) => Promise<Response> | Response) =>
  async (request: Request): Promise<Response> => {
    const organizer = await site.accounts.signedIn(request.req.raw.headers);
    if (organizer === undefined)
      return request.req.method === 'POST' ? problem(site, request, 'signedOut') : seeOther(site, '/organize/sign-in');
    if (!mayAct(organizer.role, needed)) return problem(site, request, 'notYours');
    return handle({ request, organizer });
  };
