import type { RunningCampaign } from '../campaign/context.ts';
import { matchLocale, preferredLocale } from '../domain/locale.ts';
import { pathOf } from '../settings/campaign.ts';
import { languageOf, locales } from '../strings/strings.ts';
import type { PageLanguage } from '../views.ts';
import { seeOther } from './respond.ts';
import { embedHeaders, securityHeaders } from './security-headers.ts';
import type { Request, Site } from './site.ts';

/** What the site's own pages speak that have no language in their address: what all campaigns speak first, or English. */
export function ownLanguage(campaigns: Iterable<RunningCampaign>): string {
  const [language = 'en', ...others] = new Set(
    [...campaigns].map(({ settings }) => languageOf(settings.defaultLocale)),
  );
  return others.length === 0 ? language : 'en';
}

/** What stands in front of the paths of the site's own pages in a language: nothing in its own one. */
export const baseOf = (own: string, language: string): string => (language === own ? '' : `/${language}`);

/** The path of one of the site's own pages, such as `/privacy`, in the language of a locale. */
export function sitePath({ language }: Pick<Site, 'language'>, locale: string, path: string): string {
  const base = baseOf(language, languageOf(locale));
  return path === '/' && base !== '' ? base : base + path;
}

/** One of the site's own pages in every language, and `shown` in one of them. */
export const siteLanguages = (site: Pick<Site, 'language'>, shown: string, path: string): PageLanguage[] =>
  locales.map((locale) => ({
    locale,
    path: sitePath(site, locale, path),
    byDefault: locale === site.language,
    shown: locale === shown,
  }));

/** The language that one of the site's own pages was asked for in; undefined for one that it does not speak. */
export function siteLocale(site: Site, request: Request): string | undefined {
  const asked = request.req.param('locale');
  if (asked === undefined) return site.language;
  return asked !== site.language && locales.includes(asked) ? asked : undefined;
}

/**
 * The language of an answer that nothing else gives one, such as an error: that of its address, else what the browser asks for. Such
 * answers are never stored, so that nobody gets them in another's language.
 */
export function readersLocale(site: Site, request: Request): string {
  const [, first = ''] = request.req.path.split('/');
  // Organizers' pages and the API are English alone.
  if (first === 'organize' || first === 'api') return 'en';
  return (
    matchLocale(first, locales) ?? preferredLocale(request.req.header('Accept-Language'), locales) ?? site.language
  );
}

/**
 * `/zh-TW/…` leads to `/zh-Hant/…`, and the default language to the address without one. What means no language is left to others.
 * @param front what stands before the language
 */
export const toOwnSpelling =
  (site: Site, front: '' | '/embed' = '') =>
  async (request: Request, next: () => Promise<void>): Promise<Response | void> => {
    const { path } = request.req;
    const [, asked = '', first = '', ...rest] = path.slice(front.length).split('/');
    const campaign = site.campaigns.get(first);
    const locale = matchLocale(asked, campaign?.locales ?? locales);
    // Only campaigns stand in frames.
    if (locale === undefined || (campaign === undefined && front !== '')) return next();
    const right =
      campaign === undefined
        ? sitePath(site, locale, `/${[first, ...rest].join('/')}`)
        : front + [pathOf(campaign.settings, locale), ...rest].join('/');
    if (right === path) return next();
    // With our own origin: what begins with two slashes would lead to another one.
    const onward = site.config.siteUrl + right + new URL(request.req.url).search;
    return seeOther(site, onward, front === '' ? securityHeaders : embedHeaders);
  };
