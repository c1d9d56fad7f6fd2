import { signPetition } from '../campaign/sign-petition.ts';
import { fieldsOf } from '../forms/read-form.ts';
import { readSignature } from '../forms/signature.ts';
import { isClosed, pathOf } from '../settings/campaign.ts';
import { campaignView } from './campaign-view.ts';
import { sentForm } from './guard.ts';
import { problem } from './problem.ts';
import { page, seeOther } from './respond.ts';
import { visitOf, type Request, type Site } from './site.ts';

/** `POST /{campaign}/sign`: the form. Answered once the signature is on disk. */
export const sign =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status, visit);
    if (isClosed(visit.campaign.settings, site.now())) return problem(site, request, 'campaignClosed', visit);
    const values = fieldsOf(sent.body);
    const read = readSignature(values, visit.strings);
    if (read.outcome === 'faulty') {
      const campaign = await campaignView(site, visit);
      return page({ site, request, locale: visit.locale, status: 422 }, '/campaign', {
        campaign,
        form: { values, errors: read.errors },
      });
    }
    await signPetition(site, visit.campaign, visit.locale, read.value);
    return seeOther(site, `${pathOf(visit.campaign.settings, visit.locale)}/check-your-mail`);
  };
