import { pictureSeconds, type Picture } from '../domain/picture.ts';
import { argumentIn, isClosed, nextGoal, textLocaleOf } from '../settings/campaign.ts';
import { confirmedByOrigin } from '../store/signatures.ts';
import { direction, formatNumber } from '../strings/format.ts';
import { shownLocale } from '../strings/strings.ts';
import { isKnown } from './prepared.ts';
import { problem } from './problem.ts';
import { securityHeaders, transportHeaders } from './security-headers.ts';
import { visitOf, type Request, type Site, type Visit } from './site.ts';

/** `GET /{campaign}/picture.png`: what networks and messengers show of the campaign. */
export const showPicture =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const key = `${visit.campaign.settings.slug} ${visit.locale}`;
    const found = await site.pictures.get(key, () => pictureOf(site, visit));
    // They come again; the page itself does not need it.
    if (found.outcome === 'failed')
      return problem(site, request, 503, visit, { 'Retry-After': String(found.waitSeconds) });
    const headers = {
      ...securityHeaders,
      ...transportHeaders(site.config.siteUrl),
      // Messengers in a browser show it on their own pages.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': `public, max-age=${pictureSeconds}`,
      ETag: found.etag,
    };
    return isKnown(request.req.header('If-None-Match'), found.etag)
      ? new Response(null, { status: 304, headers })
      : new Response(found.png as Uint8Array as Uint8Array<ArrayBuffer>, {
          headers: { ...headers, 'Content-Type': 'image/png', 'Content-Length': String(found.png.length) },
        });
  };

async function pictureOf(site: Site, { campaign, locale: asked, strings }: Visit): Promise<Picture> {
  const { settings } = campaign;
  const locale = shownLocale(asked);
  const titleLocale = textLocaleOf(settings, asked);
  const { site: count } = await confirmedByOrigin(site.store.read, campaign.id);
  const goal = nextGoal(settings, count);
  const closed = isClosed(settings, site.now());
  const goalText = formatNumber(locale, goal);
  const next = closed ? '' : strings.progress.goal(goalText);
  return {
    locale,
    direction: direction(locale),
    kicker: closed ? strings.campaign.kickerClosed : strings.campaign.kicker,
    title: argumentIn(settings, asked).title,
    titleLocale,
    titleDirection: direction(titleLocale),
    publisher: settings.publisher.name,
    count: formatNumber(locale, count),
    signed: strings.progress.signed(count),
    goal: count >= goal ? strings.progress.reached(goalText) : next,
    share: goal === 0 ? 0 : Math.min(1, count / goal),
  };
}
