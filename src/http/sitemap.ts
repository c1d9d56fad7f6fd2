import type { RunningCampaign } from '../campaign/context.ts';
import { xmlText } from '../domain/xml.ts';
import { pathOf } from '../settings/campaign.ts';
import type { PageLanguage } from '../views.ts';
import { siteLanguages } from './languages.ts';
import { encoded, sharedData } from './respond.ts';
import type { Request, Site } from './site.ts';

/** The site's own pages that somebody may look for. */
const pagesOfSite = ['/', '/privacy', '/accessibility'];

/** Pages of a campaign that somebody may look for: the campaign itself, and how it counts. */
const pagesOfCampaign = ['', '/figures'];

/** `GET /sitemap.xml`: every page in every language, each with the others beside it. */
export const sendSitemap =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const body = await site.pages.get('/sitemap.xml', undefined, async () => {
      const pages = [
        ...pagesOfSite.map((path) => siteLanguages(site, site.language, path)),
        ...[...site.campaigns.values()].flatMap((campaign) => pagesOfCampaign.map((end) => languagesOf(campaign, end))),
      ];
      return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map((languages) => entriesOf(site.config.siteUrl, languages)).join('')}</urlset>
`;
    });
    return encoded(site, request, body, sharedData('application/xml; charset=utf-8'));
  };

type Spoken = Pick<PageLanguage, 'locale' | 'path' | 'byDefault'>;

const languagesOf = ({ locales, settings }: RunningCampaign, end: string): Spoken[] =>
  locales.map((locale) => ({
    locale,
    path: pathOf(settings, locale) + end,
    byDefault: locale === settings.defaultLocale,
  }));

/** One page in its languages, as its own `hreflang` names them. */
function entriesOf(siteUrl: string, languages: readonly Spoken[]): string {
  const others = [
    ...languages.map(({ locale, path }) => alternate(locale, siteUrl + path)),
    ...languages.filter(({ byDefault }) => byDefault).map(({ path }) => alternate('x-default', siteUrl + path)),
  ].join('');
  return languages
    .map(({ path }) => `  <url><loc>${xmlText(siteUrl + path)}</loc>${languages.length > 1 ? others : ''}</url>\n`)
    .join('');
}

const alternate = (locale: string, url: string): string =>
  `<xhtml:link rel="alternate" hreflang="${locale}" href="${xmlText(url)}"/>`;

/** What is of one person or one moment, or leads away. Whoever does not ask first is kept out by each page itself. */
const notForRobots = [
  '/organize',
  '/confirm/',
  '/me/',
  '/answered/',
  '/why/',
  '/mailbox',
  '/*/mailbox',
  '/api/',
  '/*/share/',
];

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
