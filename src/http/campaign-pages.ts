import { isClosed, pathOf } from '../settings/campaign.ts';
import { campaignView } from './campaign-view.ts';
import { problem } from './problem.ts';
import { siteLanguages, siteLocale } from './languages.ts';
import { encoded, htmlIn, seeOther } from './respond.ts';
import { plainCode, sourceMarker } from './source-slot.ts';
import { localeFor, visitOf, type Request, type Site } from './site.ts';

/** Where the code of a shared link is written in; it belongs to no page's key. */
const emptyForm = { values: { source: sourceMarker }, errors: [] };

/** `GET /{campaign}` and the pages around it that are the same for everybody. */
export const showCampaignPage =
  (site: Site, page: '/campaign' | '/check-your-mail' | '/signed' | '/letter-sent' | '/share' | '/poster') =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const closed = isClosed(visit.campaign.settings, site.now());
    const key = `${page} ${visit.campaign.settings.slug} ${visit.locale} ${closed ? 'closed' : 'open'}`;
    const body = await site.pages.get(key, `campaign:${visit.campaign.id}`, async () => {
      const campaign = await campaignView(site, visit);
      return site.render(page, { campaign, form: emptyForm }, visit.locale);
    });
    return encoded(site, request, body, htmlIn(visit.locale), plainCode(request.req.query('source')));
  };

/** `GET /`: every campaign, in the language of the page as far as it speaks that. */
export const showCampaigns =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const locale = siteLocale(site, request);
    if (locale === undefined) return problem(site, request, 404);
    const visits = [...site.campaigns.values()].map((campaign) => ({ campaign, locale: localeFor(campaign, locale) }));
    const closed = visits.map(({ campaign }) => isClosed(campaign.settings, site.now()));
    const body = await site.pages.get(`/ ${locale} ${closed.join(' ')}`, 'counts', async () => {
      const campaigns = await Promise.all(visits.map((visit) => campaignView(site, visit)));
      return site.render('/', { campaigns, languages: siteLanguages(site, locale, '/') }, locale);
    });
    return encoded(site, request, body, htmlIn(locale));
  };

/** Somebody reloads the address that a form was posted to: back to the page with the form. */
export const backToCampaign =
  (site: Site) =>
  (request: Request): Promise<Response> | Response => {
    const visit = visitOf(site, request);
    return visit === undefined
      ? problem(site, request, 404)
      : seeOther(site, pathOf(visit.campaign.settings, visit.locale));
  };
