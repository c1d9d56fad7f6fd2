import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { localePattern } from '../domain/locale.ts';
import { StoreBusy } from '../store/writer.ts';
import { postSignature, sendChallenge, showFigures } from './api.ts';
import { showAnswered, showAnswerThanks, tellAnswered } from './answered.ts';
import type { Assets } from './assets.ts';
import { backToCampaign, showCampaignPage, showCampaigns } from './campaign-pages.ts';
import { confirmCode, confirmLink, showConfirm } from './confirm.ts';
import { sendOembed, showEmbed } from './embed.ts';
import { failureFacts } from '../log.ts';
import { sendFeed } from './feed.ts';
import { sendFigures, sendHistory, showFiguresPage } from './figures.ts';
import { guard } from './guard.ts';
import { isAlive, isReady } from './health.ts';
import { postLetter, showLetter } from './letter.ts';
import { toOwnSpelling } from './languages.ts';
import { limited } from './limited.ts';
import { showMail, showMailbox, showMailHtml } from './mailbox.ts';
import { postMe, showMe, showMePage } from './me.ts';
import { organizeRoutes } from './organize/routes.ts';
import { showMetrics } from './metrics.ts';
import { showPicture } from './picture.ts';
import { plainProblem, problem } from './problem.ts';
import { ofToken } from './respond.ts';
import { answeredOutside, routeLabel } from './route-label.ts';
import { securityHeaders } from './security-headers.ts';
import { shareAt, shareOnMastodon } from './share.ts';
import { sendRobots, sendSitemap } from './sitemap.ts';
import { sign } from './sign.ts';
import { showSitePage } from './site-pages.ts';
import { postSendYourself, printLetter, showSendYourself } from './send-yourself.ts';
import type { Request, Site } from './site.ts';
import { postWhy, showWhy } from './why.ts';
import { changeYourData, sendYourData, showYourData } from './your-data.ts';

/** Slugs cannot look like this (settings/read-campaigns.ts), so the two kinds of address never meet. */
const locale = `:locale{${localePattern}}`;

/** Their addresses are secrets. */
const tokenPaths = ['/confirm/*', '/me/*', '/answered/*', '/why/*', '/organize/join/*'];

type App = Hono<{ Bindings: HttpBindings }>;

/** Every address of the site, and what answers there. */
export function createApp(site: Site, assets: Assets): App {
  const app: App = new Hono();
  const form = limited(site, 'form');
  const link = limited(site, 'link');
  const challenge = limited(site, 'challenge');
  app.use(counted(site));
  app.use(guard(site));
  for (const path of tokenPaths) app.use(path, ofToken);
  app.get('/healthz', isAlive(site));
  app.get('/readyz', isReady(site));
  app.get('/metrics', showMetrics(site));
  app.get('/sitemap.xml', sendSitemap(site));
  app.get('/robots.txt', sendRobots(site));

  app.get('/api/v1/campaigns/:campaign', showFigures(site));
  app.get('/api/v1/campaigns/:campaign/challenge', challenge, sendChallenge(site));
  app.post('/api/v1/campaigns/:campaign/signatures', form, postSignature(site));

  app.get('/confirm/:token', showConfirm(site));
  app.post('/confirm/:token', link, confirmLink(site));

  siteRoutes(app, site, form, '');
  app.get('/me/:token', showYourData(site));
  app.post('/me/:token', link, changeYourData(site));
  app.get('/me/:token/data.json', sendYourData(site));
  app.get('/me/:token/send', showSendYourself(site));
  app.post('/me/:token/send', link, postSendYourself(site));
  app.get('/me/:token/send/:delivery/print', printLetter(site));

  app.get('/answered/:token', showAnswerThanks(site));
  app.get('/answered/:token/:answer{yes|no}', showAnswered(site));
  app.post('/answered/:token/:answer{yes|no}', link, tellAnswered(site));
  app.get('/why/:token', showWhy(site));
  app.post('/why/:token', link, postWhy(site));

  app.get('/embed/:campaign', showEmbed(site));
  app.get(`/embed/${locale}/:campaign`, toOwnSpelling(site, '/embed'), showEmbed(site));
  app.get('/oembed', sendOembed(site));

  organizeRoutes(app, site);

  app.get(`/${locale}/*`, toOwnSpelling(site));
  siteRoutes(app, site, form, `/${locale}`);
  for (const at of [`/${locale}/:campaign`, '/:campaign']) {
    app.get(`${at}/sign`, backToCampaign(site));
    app.post(`${at}/sign`, form, sign(site));
    app.get(`${at}/check-your-mail`, showCampaignPage(site, '/check-your-mail'));
    app.get(`${at}/confirm-code`, backToCampaign(site));
    app.post(`${at}/confirm-code`, form, confirmCode(site));
    app.get(`${at}/signed`, showCampaignPage(site, '/signed'));
    app.get(`${at}/letter`, showLetter(site));
    app.post(`${at}/letter`, form, postLetter(site));
    app.get(`${at}/figures`, showFiguresPage(site));
    app.get(`${at}/figures.json`, sendFigures(site));
    app.get(`${at}/figures.csv`, sendHistory(site));
    app.get(`${at}/share`, showCampaignPage(site, '/share'));
    app.get(`${at}/share/:place`, shareAt(site));
    app.post(`${at}/share/mastodon`, form, shareOnMastodon(site));
    app.get(`${at}/poster`, showCampaignPage(site, '/poster'));
    app.get(`${at}/feed.xml`, sendFeed(site));
    app.get(`${at}/picture.png`, showPicture(site));
    app.get(`${at}/letter-sent`, showCampaignPage(site, '/letter-sent'));
  }
  app.get(`/${locale}/:campaign`, showCampaignPage(site, '/campaign'));
  app.get('/:campaign', async (request, next) => {
    if (site.campaigns.has(request.req.param('campaign'))) return showCampaignPage(site, '/campaign')(request);
    return next();
  });

  app.notFound((request) => {
    answeredOutside(request, 'file');
    const asset = request.req.method === 'POST' ? undefined : assets(site, request);
    if (asset === undefined) answeredOutside(request, 'nothing');
    return asset ?? problem(site, request, 404);
  });
  app.onError(async (error, request) => {
    if (error instanceof StoreBusy) site.storeBusy.count(error);
    else if (request.req.raw.signal.aborted) return goneAway();
    else
      site.log.error('request failed', {
        method: request.req.method,
        route: routePath(request),
        ...failureFacts(error),
      });
    const status = error instanceof StoreBusy ? 503 : 500;
    try {
      return await problem(site, request, status);
    } catch {
      return plainProblem(site, status);
    }
  });
  return app;
}

/** The site's own pages, which speak every language. */
function siteRoutes(app: App, site: Site, form: ReturnType<typeof limited>, at: string): void {
  app.get(at === '' ? '/' : at, showCampaigns(site));
  app.get(`${at}/privacy`, showSitePage(site, '/privacy'));
  app.get(`${at}/accessibility`, showSitePage(site, '/accessibility'));
  app.get(`${at}/me`, showMe(site));
  app.post(`${at}/me`, form, postMe(site));
  app.get(`${at}/me/mailed`, showMePage(site, '/me-mailed'));
  app.get(`${at}/me/erased`, showMePage(site, '/me-erased'));
  app.get(`${at}/mailbox`, showMailbox(site));
  app.get(`${at}/mailbox/:id`, showMail(site));
  app.get(`${at}/mailbox/:id/html`, showMailHtml(site));
}

/** Counts what is not answered from the shelf. Touches no answer: whoever writes headers this late makes them all be put together again. */
const counted =
  (site: Site) =>
  async (request: Request, next: () => Promise<void>): Promise<void> => {
    const began = performance.now();
    await next();
    const series = site.requests.series(request.req.method, routeLabel(request));
    series.observe(request.res.status, performance.now() - began);
  };

/** Whoever left in the middle of a form reads no page, and is no fault of ours that would wake somebody. */
const goneAway = (): Response => new Response(null, { status: 400, headers: securityHeaders });
