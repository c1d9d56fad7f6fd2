import { xmlText } from '../domain/xml.ts';
import { localesOf, pathOf, type Campaign } from '../settings/campaign.ts';
import { encoded, sharedData } from './respond.ts';
import type { Request, Site } from './site.ts';

/** Pages of a campaign that somebody may look for: the campaign itself, and how it counts. */
const pagesOfCampaign = ['', '/figures'];

/** `GET /sitemap.xml`: every campaign in every language, each with the others beside it. */
export const sendSitemap =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const body = await site.pages.get('/sitemap.xml', undefined, async () => {
      const { siteUrl } = site.config;
      const entries = [...site.campaigns.values()].flatMap(({ settings }) => entriesOf(siteUrl, settings));
      return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[urlOf(`${siteUrl}/`), urlOf(`${siteUrl}/privacy`), ...entries].join('')}</urlset>
`;
    });
    return encoded(site, request, body, sharedData('application/xml; charset=utf-8'));
  };

function entriesOf(siteUrl: string, campaign: Campaign): string[] {
  const locales = localesOf(campaign);
  return pagesOfCampaign.flatMap((end) => {
    const at = (locale: string): string => siteUrl + pathOf(campaign, locale) + end;
    const others = [
      ...locales.map((locale) => alternate(locale, at(locale))),
      alternate('x-default', at(campaign.defaultLocale)),
    ];
    return locales.map((locale) => urlOf(at(locale), locales.length > 1 ? others : []));
  });
}

const urlOf = (url: string, others: readonly string[] = []): string =>
  `  <url><loc>${xmlText(url)}</loc>${others.join('')}</url>\n`;

const alternate = (locale: string, url: string): string =>
  `<xhtml:link rel="alternate" hreflang="${locale}" href="${xmlText(url)}"/>`;

/** What is of one person or one moment, or leads away. Whoever does not ask first is kept out by each page itself. */
const notForRobots = ['/organize', '/confirm/', '/me/', '/answered/', '/why/', '/mailbox', '/api/', '/*/share/'];

/** `GET /robots.txt` (RFC 9309). */
export const sendRobots =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const body = await site.pages.get('/robots.txt', undefined, async () => {
      const lines = ['User-agent: *', ...notForRobots.map((path) => `Disallow: ${path}`), ''];
      return [...lines, `Sitemap: ${site.config.siteUrl}/sitemap.xml`, ''].join('\n');
    });
    return encoded(site, request, body, sharedData('text/plain; charset=utf-8'));
  };
