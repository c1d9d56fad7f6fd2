import { askForPause, pauseStanding } from '../campaign/ask-for-pause.ts';
import { findDelivery, type FoundDelivery } from '../campaign/find-delivery.ts';
import { isoDay } from '../domain/clock.ts';
import { preferredLocale } from '../domain/locale.ts';
import { writersTo } from '../store/answers.ts';
import { directoryById } from '../store/directories.ts';
import type { WhyView } from '../views.ts';
import { letterProblem } from './answered.ts';
import { campaignView } from './campaign-view.ts';
import { sentForm } from './guard.ts';
import { problem } from './problem.ts';
import { page, seeOther } from './respond.ts';
import { visitIn, type Request, type Site } from './site.ts';

/** `GET /why/{token}`: the page for whoever got a letter. Changes nothing, and shows nothing about its writer. */
export const showWhy =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const found = await findDelivery(site.store.read, site, 'recipient', tokenOf(request));
    if (typeof found === 'string') return letterProblem(site, request, found);
    // Who reads it is not who wrote: an office that asks for its own language gets that.
    const asked = preferredLocale(request.req.header('Accept-Language'), found.campaign.locales);
    const visit = visitIn(found.campaign, asked ?? found.delivery.letter.locale);
    return page({ site, request, locale: visit.locale }, '/why', {
      campaign: await campaignView(site, visit),
      why: await whyView(site, tokenOf(request), found),
    });
  };

/** `POST /why/{token}`: asks the organizers for a pause. */
export const postWhy =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    const asked = await askForPause(site, tokenOf(request));
    if (typeof asked === 'string') return letterProblem(site, request, asked);
    // The fragment moves the reader, and a screen reader, to what is said.
    return seeOther(site, `/why/${tokenOf(request)}#pause`);
  };

async function whyView({ store: { read } }: Site, token: string, found: FoundDelivery): Promise<WhyView> {
  const { representative } = found.delivery;
  const directory = await directoryById(read, representative.directory_id);
  const standing = await pauseStanding(read, found);
  return {
    token,
    representative: representative.name,
    directory: { title: directory?.title ?? '', source: directory?.source ?? '', asOf: directory?.as_of ?? '' },
    writers: await writersTo(read, found.campaign.id, representative.id),
    pause: standing.state === 'none' ? standing : { state: standing.state, day: isoDay(standing.at) },
  };
}

const tokenOf = (request: Request): string => request.req.param('token') ?? '';
