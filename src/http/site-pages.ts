import { argumentIn, pathOf, textLocaleOf } from '../settings/campaign.ts';
import type { SiteCampaign } from '../views.ts';
import { siteLanguages, siteLocale } from './languages.ts';
import { problem } from './problem.ts';
import { encoded, htmlIn } from './respond.ts';
import { localeFor, type Request, type Site } from './site.ts';

/**
 * `GET /privacy`: what is stored, who can read it and for how long, from the settings of each campaign. `GET /accessibility`: what
 * was tested, what does not work, and whom of each campaign to tell.
 */
export const showSitePage =
  (site: Site, page: '/privacy' | '/accessibility') =>
  async (request: Request): Promise<Response> => {
    const locale = siteLocale(site, request);
    if (locale === undefined) return problem(site, request, 404);
    const key = `${page} ${locale} ${String(site.keyPlaces.onServer())}`;
    const body = await site.pages.get(key, undefined, () =>
      site.render(page, { campaigns: campaignsIn(site, locale), languages: siteLanguages(site, locale, page) }, locale),
    );
    return encoded(site, request, body, htmlIn(locale));
  };

const campaignsIn = (site: Site, locale: string): SiteCampaign[] =>
  [...site.campaigns.values()].map((campaign) => {
    const { settings } = campaign;
    const here = localeFor(campaign, locale);
    return {
      title: argumentIn(settings, here).title,
      textLocale: textLocaleOf(settings, here),
      path: pathOf(settings, here),
      publisher: settings.publisher,
      retention: settings.retention,
    };
  });
