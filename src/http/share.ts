import { fewestShown } from '../domain/country-figures.ts';
import { mastodonAddress, shareAddresses, type Shared } from '../domain/share-address.ts';
import { isSharePlace, nextSourceCode, readSourceCode, type SharePlace } from '../domain/source-code.ts';
import { readServerName } from '../forms/server-name.ts';
import { argumentIn, pathOf } from '../settings/campaign.ts';
import { confirmedBySource } from '../store/signature-figures.ts';
import { sentForm } from './guard.ts';
import { problem } from './problem.ts';
import { page, plainText, seeOther } from './respond.ts';
import { plainCode } from './source-slot.ts';
import { visitOf, type Request, type Site, type Visit } from './site.ts';

/**
 * `GET /{campaign}/share/{place}`: on to a place where the campaign can be passed on, with a code in its address. The page that somebody comes
 * from says by which code they came: so no page differs from one visitor to the next, and nothing is stored anywhere. `device` and `link` get
 * the address itself, for a script to hand on.
 */
export const shareAt =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    const place = request.req.param('place') ?? '';
    if (visit === undefined || !isSharePlace(place) || place === 'mail') return problem(site, request, 404, visit);
    if (place === 'mastodon') return askForServer(site, request, visit);
    const shared = sharedBy(site, visit, await nextCode(site, request, visit, place));
    if (place === 'device' || place === 'link') return plainText(site, shared.url, 'text/plain; charset=utf-8');
    return seeOther(site, shareAddresses[place](shared));
  };

/** Everybody there has a server of their own, which a form asks for. */
const askForServer = async (site: Site, request: Request, visit: Visit): Promise<Response> =>
  mastodonPage(site, request, visit, { code: await nextCode(site, request, visit, 'mastodon'), typed: undefined });

/**
 * `POST /{campaign}/share/mastodon`: which server that is, often typed as a whole handle, and so in no address. What leads there is a link that
 * says where, and no redirect: Chromium holds `form-action` against those.
 */
export const shareOnMastodon =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status, visit);
    const code = plainCode(sent.body.get('code')) || nextSourceCode('', 'mastodon', false);
    return mastodonPage(site, request, visit, { code, typed: sent.body.get('server') ?? '' });
  };

/** @param typed undefined as long as nobody was asked */
async function mastodonPage(
  site: Site,
  request: Request,
  visit: Visit,
  { code, typed }: { code: string; typed: string | undefined },
): Promise<Response> {
  const { campaign, locale, strings } = visit;
  const server = typed === undefined ? undefined : readServerName(typed);
  const isWrong = typed !== undefined && server === undefined;
  return page({ site, request, locale, status: isWrong ? 422 : 200 }, '/share-mastodon', {
    campaign: { path: pathOf(campaign.settings, locale), publisher: campaign.settings.publisher },
    code,
    onward: server === undefined ? undefined : { server, href: mastodonAddress(server, sharedBy(site, visit, code)) },
    form: {
      values: { server: typed ?? '' },
      errors: isWrong ? [{ field: 'server', message: strings.errors.server }] : [],
    },
  });
}

function sharedBy(site: Site, { campaign: { settings }, locale }: Visit, code: string): Shared {
  const { title } = argumentIn(settings, locale);
  return { title, url: `${site.config.siteUrl}${pathOf(settings, locale)}?source=${code}` };
}

/** A root is handed on once as many have signed by it as may be told of: one that was given to a single person leads to nobody they know. */
async function nextCode(site: Site, request: Request, { campaign }: Visit, place: SharePlace): Promise<string> {
  const code = codeOfPage(site, request);
  const { root } = readSourceCode(code);
  const keepsRoot = root !== '' && (await confirmedBySource(site.store.read, campaign.id, root)) >= fewestShown;
  return nextSourceCode(code, place, keepsRoot);
}

/** The code in the address of our own page that led here, if the browser says which that was. */
function codeOfPage(site: Site, request: Request): string {
  const from = request.req.header('Referer') ?? '';
  if (!from.startsWith(`${site.config.siteUrl}/`) || !URL.canParse(from)) return '';
  return plainCode(new URL(from).searchParams.get('source'));
}
