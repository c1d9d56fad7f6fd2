import { confirm, confirmByCode, type CodeOutcome } from '../campaign/confirm.ts';
import { findLink, type Link } from '../campaign/find-link.ts';
import { forWriter } from '../campaign/hand-over.ts';
import { openOwnLetter, openOwnSignature } from '../campaign/own-record.ts';
import { personalise } from '../domain/letter.ts';
import { readCode } from '../forms/code.ts';
import { fieldsOf } from '../forms/read-form.ts';
import { isClosed, pathOf } from '../settings/campaign.ts';
import { deliveriesOf } from '../store/letters.ts';
import { countryName, formatList } from '../strings/format.ts';
import type { ConfirmView } from '../views.ts';
import { campaignForm } from './campaign-form.ts';
import { campaignView } from './campaign-view.ts';
import { sentForm } from './guard.ts';
import { problem } from './problem.ts';
import { page, seeOther } from './respond.ts';
import { visitIn, type Request, type Site, type Visit } from './site.ts';

/** `GET /confirm/{token}`: shows what is to be confirmed and one button. Changes nothing. */
export const showConfirm =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const token = request.req.param('token') ?? '';
    const link = await findLink(site.store.read, site, token);
    if (link === 'unknown') return problem(site, request, 'linkUnknown');
    if (link === 'gone') return problem(site, request, 'linkExpired');
    const visit = visitOfLink(link);
    if (link.state === 'lapsed') return problem(site, request, 'linkExpired', visit);
    if (link.state === 'ended') return problem(site, request, endOf(link), visit);
    if (link.state === 'pending' && isClosed(visit.campaign.settings, site.now()))
      return problem(site, request, 'campaignClosed', visit);
    const view: ConfirmView = {
      token,
      kind: link.about,
      state: link.state,
      details: link.state === 'pending' ? await detailsOf(site, link, visit) : [],
      sendPath: link.state === 'done' ? await sendPath(site, link, token) : undefined,
    };
    return page({ site, request, locale: visit.locale }, '/confirm', {
      campaign: await campaignView(site, visit),
      confirm: view,
    });
  };

/** `POST /confirm/{token}`: the button. */
export const confirmLink =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    const token = request.req.param('token') ?? '';
    const result = await confirm(site, token);
    if (result.outcome === 'unknown') return problem(site, request, 'linkUnknown');
    if (result.outcome === 'gone') return problem(site, request, 'linkExpired');
    const visit = visitOfLink(result.link);
    if (result.outcome === 'confirmed')
      return seeOther(site, (await sendPath(site, result.link, token)) ?? resultPath(visit, confirmedBy(result.link)));
    const problems = { closed: 'campaignClosed', ended: endOf(result.link), lapsed: 'linkExpired' } as const;
    return problem(site, request, problems[result.outcome], visit);
  };

/** `POST /{campaign}/confirm-code`: an address and the code that was mailed to it. */
export const confirmCode = campaignForm(async ({ site, request, visit, sent }) => {
  const values = fieldsOf(sent);
  const read = readCode(values, visit.strings);
  const outcome =
    read.outcome === 'read' ? await confirmByCode(site, visit.campaign, read.value.email, read.value.code) : 'wrong';
  if (outcome !== 'wrong') return seeOther(site, resultPath(visit, outcome));
  const errors = read.outcome === 'faulty' ? read.errors : [{ field: 'code', message: visit.strings.errors.codeWrong }];
  const campaign = await campaignView(site, visit);
  return page({ site, request, locale: visit.locale, status: 422 }, '/check-your-mail', {
    campaign,
    form: { values, errors },
  });
});

type Confirmed = Exclude<CodeOutcome, 'wrong'>;

const confirmedBy = (link: Link): Confirmed =>
  link.about === 'letter' ? { about: 'letter' } : { about: 'signature', source: link.submission.source };

/** With the code by which a signer came: whoever shares from there hands it on. */
function resultPath({ campaign, locale }: Visit, confirmed: Confirmed): string {
  const path = pathOf(campaign.settings, locale);
  if (confirmed.about === 'letter') return `${path}/letter-sent`;
  return confirmed.source === '' ? `${path}/signed` : `${path}/signed?source=${confirmed.source}`;
}

/** Where the writer goes on who takes the letter to somebody themselves. */
async function sendPath(site: Site, link: Link, token: string): Promise<string | undefined> {
  if (link.about !== 'letter') return undefined;
  const deliveries = await deliveriesOf(site.store.read, link.letter.id);
  return forWriter({ deliveries }).length > 0 ? `/me/${token}/send` : undefined;
}

/** Whoever had confirmed cannot sign again until the organizers put the signature back. */
const endOf = (link: Link): 'linkEnded' | 'linkInvalidated' =>
  link.about === 'signature' && link.signature.state === 'invalidated' && link.signature.confirmed_at !== null
    ? 'linkInvalidated'
    : 'linkEnded';

function visitOfLink(link: Link): Visit {
  const { locale } = link.about === 'letter' ? link.letter : link.signature;
  return visitIn(link.campaign, locale);
}

/**
 * What was typed is shown to whoever holds the mail, and only here: the mail itself carries none of it. The link's own
 * key opens it.
 */
async function detailsOf(
  site: Site,
  link: Link,
  { campaign, locale, strings: { fields } }: Visit,
): Promise<ConfirmView['details']> {
  const { slug } = campaign.settings;
  const details: ConfirmView['details'] = [];
  if (link.about === 'letter') {
    const own = openOwnLetter(link.secret, slug, link.letter);
    const deliveries = await deliveriesOf(site.store.read, link.letter.id);
    const names = { representative: deliveries[0]?.representative.name ?? '', name: own?.writer.name ?? '' };
    details.push(
      { label: fields.name, value: own?.writer.name ?? '' },
      { label: fields.country, value: countryName(locale, link.letter.country) },
      { label: fields.postcode, value: own?.writer.postcode ?? '' },
      {
        label: fields.representative,
        value: formatList(
          locale,
          deliveries.map(({ representative }) => representative.name),
        ),
      },
      { label: fields.subject, value: personalise(own?.text?.subject ?? '', names) },
      { label: fields.body, value: personalise(own?.text?.body ?? '', names) },
    );
  } else {
    const { submission } = link;
    const own = openOwnSignature(link.secret, slug, link.signature.id, submission);
    details.push(
      { label: fields.name, value: own?.name ?? '' },
      { label: fields.country, value: countryName(locale, submission.country) },
      { label: fields.postcode, value: own?.postcode ?? '' },
      { label: fields.comment, value: own?.comment ?? '' },
      { label: fields.public, value: submission.public === 1 ? fields.yes : fields.no },
      { label: fields.updates, value: own?.updates === true ? fields.yes : fields.no },
    );
  }
  return details.filter(({ value }) => value !== '');
}
