import { signPetition } from '../campaign/sign-petition.ts';
import { isoTime } from '../domain/clock.ts';
import { readSignature } from '../forms/signature.ts';
import { argumentIn, isClosed, nextGoal, pathOf } from '../settings/campaign.ts';
import { confirmedByOrigin } from '../store/signatures.ts';
import { strings } from '../strings/strings.ts';
import { sentJson } from './guard.ts';
import { tracesOf } from './form-traces.ts';
import { problem } from './problem.ts';
import { json } from './respond.ts';
import { visitOf, type Request, type Site } from './site.ts';
import { withWork } from './work-limit.ts';

/** `GET /api/v1/campaigns/{campaign}`: the figures of this moment. */
export const showFigures =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const { id, settings } = visit.campaign;
    const { site: confirmed, ...elsewhere } = await confirmedByOrigin(site.store.read, id);
    return json(site, {
      title: argumentIn(settings, visit.locale).title,
      url: site.config.siteUrl + pathOf(settings, visit.locale),
      goal: nextGoal(settings, confirmed),
      signatures: { confirmed, asOf: isoTime(site.now()) },
      elsewhere,
    });
  };

/** `GET /api/v1/campaigns/{campaign}/challenge`: what a browser works on before it sends a form. 429: its network asks too often; 503: too many ask at once. Then it signs without. */
export const sendChallenge =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const { slug, work } = visit.campaign.settings;
    const challenge = await site.work.challenge(slug, work);
    return challenge === undefined ? problem(site, request, 503) : json(site, challenge);
  };

/** `POST /api/v1/campaigns/{campaign}/signatures`: what the form does, as JSON. */
export const postSignature =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const { settings } = visit.campaign;
    const sent = await sentJson(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    if (isClosed(settings, site.now())) return problem(site, request, 'campaignClosed');
    if (settings.signingPaused === true) return problem(site, request, 'signingPaused');
    const locale =
      typeof sent.body.locale === 'string' && visit.campaign.locales.includes(sent.body.locale)
        ? sent.body.locale
        : visit.locale;
    const text = strings(locale);
    const read = readSignature(sent.body, text);
    if (read.outcome === 'faulty') {
      const { title, detail } = text.problems[422];
      return json(
        site,
        { type: 'about:blank', title, status: 422, detail, errors: read.errors },
        { status: 422, type: 'application/problem+json' },
      );
    }
    return withWork(site, request, visit, sent.body.work, async () => {
      // The network is another server's, if that is who asks.
      await signPetition(site, visit.campaign, locale, read.value, tracesOf(site, request, visit.campaign, sent.body));
      return json(
        site,
        { status: 'pending', next: `${site.config.siteUrl}${pathOf(settings, locale)}/check-your-mail` },
        { status: 202 },
      );
    });
  };
