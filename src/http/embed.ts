import { embedFrame, embedHeight } from '../domain/embed-code.ts';
import { matchLocale } from '../domain/locale.ts';
import { pictureSize } from '../domain/picture.ts';
import { argumentIn, isClosed, pathOf } from '../settings/campaign.ts';
import { campaignView } from './campaign-view.ts';
import { problem, problemJson } from './problem.ts';
import { encoded, htmlIn, json } from './respond.ts';
import { embedHeaders } from './security-headers.ts';
import { plainCode, sourceMarker } from './source-slot.ts';
import { visitIn, visitOf, type Request, type Site, type Visit } from './site.ts';

/** `GET /embed/{campaign}`: the form and the count, for a frame on somebody else's page. */
export const showEmbed =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const { id, settings } = visit.campaign;
    const key = `/embed ${settings.slug} ${visit.locale} ${isClosed(settings, site.now()) ? 'closed' : 'open'}`;
    const body = await site.pages.get(key, `campaign:${id}`, async () => {
      const form = { values: { source: sourceMarker }, errors: [] };
      return site.render('/embed', { campaign: await campaignView(site, visit), form }, visit.locale);
    });
    return encoded(site, request, body, htmlIn(visit.locale), plainCode(request.req.query('source')), embedHeaders);
  };

const widest = 640;

/** `GET /oembed?url=…`: what sites need that turn a pasted address into a frame (https://oembed.com, 2.3). JSON only: 501 for XML. */
export const sendOembed =
  (site: Site) =>
  (request: Request): Response => {
    const format = request.req.query('format') ?? 'json';
    if (format !== 'json') return problemJson(site, 501, undefined, {});
    const visit = visitOfUrl(site, request.req.query('url') ?? '');
    if (visit === undefined) return problemJson(site, 404, undefined, {});
    const { settings } = visit.campaign;
    const { siteUrl } = site.config;
    const path = pathOf(settings, visit.locale);
    const { title } = argumentIn(settings, visit.locale);
    const most = { width: mostOf(request.req.query('maxwidth')), height: mostOf(request.req.query('maxheight')) };
    const width = Math.min(widest, most.width);
    const height = Math.min(embedHeight, most.height);
    const hasPicture = pictureSize.width <= most.width && pictureSize.height <= most.height;
    const answer = {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: settings.publisher.name,
      provider_url: siteUrl,
      cache_age: 3600,
      html: embedFrame({ siteUrl, path, title }, { width, height }),
      width,
      height,
      ...(hasPicture
        ? {
            thumbnail_url: `${siteUrl}${path}/picture.png`,
            thumbnail_width: pictureSize.width,
            thumbnail_height: pictureSize.height,
          }
        : {}),
    };
    return json(site, answer, { headers: { 'Cache-Control': 'public, max-age=3600' } });
  };

/** A campaign's own address, or that of its frame, however its language is written; host and last slash as people and programs write them. */
function visitOfUrl(site: Site, url: string): Visit | undefined {
  const asked = URL.parse(url);
  if (asked?.origin !== site.config.siteUrl) return undefined;
  const parts = asked.pathname.replace(/\/$/, '').split('/').slice(1);
  const [slug = '', locale, ...more] = (parts[0] === 'embed' ? parts.slice(1) : parts).toReversed();
  const campaign = site.campaigns.get(slug);
  if (campaign === undefined || more.length > 0) return undefined;
  const spoken = locale === undefined ? campaign.settings.defaultLocale : matchLocale(locale, campaign.locales);
  return spoken === undefined ? undefined : visitIn(campaign, spoken);
}

const mostOf = (given: string | undefined): number =>
  given !== undefined && /^[1-9]\d{0,5}$/.test(given) ? Number(given) : Infinity;
