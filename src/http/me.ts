import { sendDataLink } from '../campaign/send-data-link.ts';
import { readAddress } from '../forms/address.ts';
import { fieldsOf } from '../forms/read-form.ts';
import { argumentIn } from '../settings/campaign.ts';
import { strings } from '../strings/strings.ts';
import type { FormView, Pages } from '../views.ts';
import { sentForm } from './guard.ts';
import { siteLanguages, siteLocale, sitePath } from './languages.ts';
import { mailedTo } from './mailed-to.ts';
import { problem } from './problem.ts';
import { page, seeOther } from './respond.ts';
import { localeFor, type Request, type Site } from './site.ts';

/** `GET /me`: what do you hold about me? */
export const showMe =
  (site: Site) =>
  (request: Request): Promise<Response> | Response => {
    const locale = siteLocale(site, request);
    if (locale === undefined) return problem(site, request, 404);
    return page({ site, request, locale }, '/me', meView(site, locale, { values: {}, errors: [] }));
  };

/** `POST /me`: a fresh link to whoever owns the address. The answer is the same whether we know it or not. */
export const postMe =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const locale = siteLocale(site, request);
    if (locale === undefined) return problem(site, request, 404);
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    const values = fieldsOf(sent.body);
    const read = readAddress(values, strings(locale));
    if (read.outcome === 'faulty')
      return page({ site, request, locale, status: 422 }, '/me', meView(site, locale, { values, errors: read.errors }));
    const { email } = read.value;
    const put = site.later.put(async () => {
      for (const campaign of site.campaigns.values()) await sendDataLink(site, campaign, email);
    });
    return put ? seeOther(site, mailedTo(email, sitePath(site, locale, '/me/mailed'))) : problem(site, request, 503);
  };

/** Campaigns that were closed for good know no address any more, and the page says which. */
const meView = (site: Site, locale: string, form: FormView): Pages['/me'] => ({
  form,
  languages: siteLanguages(site, locale, '/me'),
  closed: [...site.campaigns.values()]
    .filter(({ indexOf }) => indexOf === undefined)
    .map((campaign) => argumentIn(campaign.settings, localeFor(campaign, locale)).title),
});

/** Pages that are the same for everybody. */
export const showMePage =
  (site: Site, name: '/me-mailed' | '/me-erased') =>
  (request: Request): Promise<Response> | Response => {
    const locale = siteLocale(site, request);
    return locale === undefined ? problem(site, request, 404) : page({ site, request, locale }, name, {});
  };
