import { chosenRepresentatives } from '../store/fit-representatives.ts';
import { writeLetter } from '../campaign/write-letter.ts';
import type { LetterInput } from '../domain/letter.ts';
import { readLetter } from '../forms/letter.ts';
import { fieldsOf, type FieldFault } from '../forms/read-form.ts';
import { isClosed, pathOf } from '../settings/campaign.ts';
import { campaignForm } from './campaign-form.ts';
import { campaignView } from './campaign-view.ts';
import { letterView, previewView } from './letter-view.ts';
import { problem } from './problem.ts';
import { page, seeOther } from './respond.ts';
import { visitOf, type Request, type Site, type Visit } from './site.ts';

/** `GET /{campaign}/letter?country=GB`: the representatives of a country, and the letter. */
export const showLetter =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined || !visit.campaign.settings.letter.enabled) return problem(site, request, 404, visit);
    if (isClosed(visit.campaign.settings, site.now())) return problem(site, request, 'campaignClosed', visit);
    const { country = '', area = '' } = request.req.query();
    return letterPage(site, request, visit, { country, area }, [], []);
  };

/** `POST /{campaign}/letter`: `preview` shows it, `edit` goes back to the form, neither sends it on. */
export const postLetter = campaignForm(async ({ site, request, visit, sent }) => {
  if (!visit.campaign.settings.letter.enabled) return problem(site, request, 404, visit);
  const values = fieldsOf(sent);
  const chosen = sent.getAll('representative').map(Number).filter(Number.isSafeInteger);
  if ('edit' in values) return letterPage(site, request, visit, values, chosen, []);

  const read = readLetter(sent, visit.strings, visit.campaign.settings.letter.maxRepresentatives);
  if (read.outcome === 'faulty') return letterPage(site, request, visit, values, chosen, read.errors);
  const unknown = [{ field: 'representative', message: visit.strings.errors.representativeUnknown }];
  if ('preview' in values) {
    const representatives = await chosenRepresentatives(site, site.sending, read.value.representatives);
    if (representatives === undefined) return letterPage(site, request, visit, values, chosen, unknown);
    const shown = {
      campaign: await campaignView(site, visit),
      preview: previewView(site, visit, read.value, representatives),
      form: { values: sentValues(read.value), errors: [] },
      chosen,
    };
    return page({ site, request, locale: visit.locale }, '/letter-preview', shown);
  }
  const outcome = await writeLetter(site, visit.campaign, visit.locale, site.sending, read.value);
  if (outcome === 'unknown-representative') return letterPage(site, request, visit, values, chosen, unknown);
  if (outcome === 'closed') return problem(site, request, 'campaignClosed', visit);
  return seeOther(site, `${pathOf(visit.campaign.settings, visit.locale)}/check-your-mail`);
});

async function letterPage(
  site: Site,
  request: Request,
  visit: Visit,
  values: Record<string, string>,
  chosen: number[],
  errors: FieldFault[],
): Promise<Response> {
  const campaign = await campaignView(site, visit);
  const letter = await letterView(site, visit, values, chosen);
  const status = errors.length > 0 ? 422 : 200;
  return page({ site, request, locale: visit.locale, status }, '/letter', {
    campaign,
    letter,
    form: { values, errors },
  });
}

const sentValues = ({ name, email, country, postcode, subject, body }: LetterInput): Record<string, string> => ({
  name,
  email,
  country,
  postcode,
  subject,
  body,
});
