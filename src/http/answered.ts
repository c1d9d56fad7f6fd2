import { findDelivery, type FoundDelivery } from '../campaign/find-delivery.ts';
import { tellAnswer } from '../campaign/tell-answer.ts';
import type { Answered } from '../domain/letter.ts';
import type { AnsweredView } from '../views.ts';
import { campaignView } from './campaign-view.ts';
import { sentForm } from './guard.ts';
import { problem } from './problem.ts';
import { page, seeOther } from './respond.ts';
import { visitIn, type Request, type Site } from './site.ts';

/** `GET /answered/{token}/yes|no`: one button. Changes nothing: what scans mail for danger opens every link. */
export const showAnswered =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const found = await findDelivery(site.store.read, site, 'answer', tokenOf(request));
    return answeredPage(site, request, found, '/answered', answerOf(request));
  };

/** `POST /answered/{token}/yes|no`: the button. */
export const tellAnswered =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    const told = await tellAnswer(site, tokenOf(request), answerOf(request));
    if (typeof told === 'string') return letterProblem(site, request, told);
    return seeOther(site, `/answered/${tokenOf(request)}`);
  };

/** `GET /answered/{token}`: what was said, and how to say otherwise. */
export const showAnswerThanks =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const found = await findDelivery(site.store.read, site, 'answer', tokenOf(request));
    const said = typeof found === 'string' ? undefined : (found.delivery.answered ?? undefined);
    return answeredPage(site, request, found, '/answered-thanks', said);
  };

/** A link about a delivery that leads nowhere. */
export const letterProblem = (site: Site, request: Request, what: 'unknown' | 'gone'): Promise<Response> | Response =>
  problem(site, request, what === 'unknown' ? 'letterLinkUnknown' : 'letterGone');

async function answeredPage(
  site: Site,
  request: Request,
  found: FoundDelivery | 'unknown' | 'gone',
  name: '/answered' | '/answered-thanks',
  answer: AnsweredView['answer'],
): Promise<Response> {
  if (typeof found === 'string') return letterProblem(site, request, found);
  const visit = visitIn(found.campaign, found.delivery.letter.locale);
  const answered = { token: tokenOf(request), representative: found.delivery.representative.name, answer };
  const campaign = await campaignView(site, visit);
  return page({ site, request, locale: visit.locale }, name, { campaign, answered });
}

const tokenOf = (request: Request): string => request.req.param('token') ?? '';
const answerOf = (request: Request): Answered => (request.req.param('answer') === 'yes' ? 'yes' : 'no');
