import { targetedRepresentatives } from '../campaign/targeted-representatives.ts';
import { writeLetter } from '../campaign/write-letter.ts';
import type { LetterInput } from '../domain/letter.ts';
import { isoDay } from '../domain/clock.ts';
import { plainText, textsOf } from '../domain/target.ts';
import { readLetter } from '../forms/letter.ts';
import { fieldsOf, type FieldFault } from '../forms/read-form.ts';
import { isClosed, pathOf } from '../settings/campaign.ts';
import { campaignForm } from './campaign-form.ts';
import { campaignView } from './campaign-view.ts';
import { findLetterAreas } from './find-letter-areas.ts';
import { longestSearch, queryOf, readPlace, type LetterPlace } from './letter-place.ts';
import { letterView, previewView } from './letter-view.ts';
import { mailedTo } from './mailed-to.ts';
import { problem } from './problem.ts';
import { readableAddress } from './readable-address.ts';
import { representativesVersion } from '../store/representatives-version.ts';
import type { Pages } from '../views.ts';
import { chooseEncoding } from './encoding.ts';
import { page, pageAs, seeOther } from './respond.ts';
import { visitOf, type Request, type Site, type Visit } from './site.ts';
import { withWork } from './work-limit.ts';

/** `GET /{campaign}/letter?country=GB`: the representatives of a country, and the letter. What says no more than a country is made once for everybody. */
export const showLetter =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined || !visit.campaign.settings.letter.enabled) return problem(site, request, 404, visit);
    if (isClosed(visit.campaign.settings, site.now())) return problem(site, request, 'campaignClosed', visit);
    const place = readPlace(new URL(request.req.url).searchParams);
    if (place.search !== '' || place.areas.length > 0)
      return letterPage(site, request, visit, { place, values: {}, chosen: [], errors: [] });
    const { settings } = visit.campaign;
    const text = textsOf(settings.letter.targets).includes(place.text) ? place.text : '';
    // Whom a command or another server has just added or paused is seen at once: whoever is missing cannot be written to.
    const version = (await representativesVersion(site.store.read)) ?? 'none';
    const key = ['/letter', settings.slug, visit.locale, place.country, isoDay(site.now()), version, text].join(' ');
    const body = await site.pages.get(key, 'representatives', async () => {
      const view = await letterPageView(site, visit, { place: { ...place, text }, values: {}, chosen: [], errors: [] });
      return site.render('/letter', view, visit.locale);
    });
    const encoding = chooseEncoding(request.req.header('Accept-Encoding'));
    return pageAs(site, body[encoding], { encoding, locale: visit.locale, status: 200, headers: {} });
  };

/**
 * `POST /{campaign}/letter`: `find` leads a postcode to its areas, `find-more` shows others too, `preview` shows the letter, `edit` goes back to the form; none
 * of them sends it on.
 */
export const postLetter = campaignForm(async ({ site, request, visit, sent }) => {
  const { settings } = visit.campaign;
  if (!settings.letter.enabled) return problem(site, request, 404, visit);
  const values = fieldsOf(sent);
  const chosen = sent.getAll('representative').map(Number).filter(Number.isSafeInteger);
  const { country } = readPlace(sent);
  const place = { ...readPlace(new URLSearchParams(values.where)), country };
  const form = (errors: FieldFault[]): Promise<Response> =>
    letterPage(site, request, visit, { place, values, chosen, errors });
  if ('find' in values) {
    // Other areas may have other texts: the first that fits there is shown.
    const found = await findLetterAreas(site, visit, { ...place, text: '' }, values.postcode ?? '');
    return found.outcome === 'found' ? seeOther(site, found.address) : form(found.errors);
  }
  if ('edit' in values) return form([]);
  // What was typed and ticked stays: it travels in the form, and nowhere else.
  if ('find-more' in values) {
    const wider = { ...place, areas: [], search: (values.more ?? '').slice(0, longestSearch) };
    return letterPage(site, request, visit, { place: wider, values, chosen, errors: [] });
  }

  const read = readLetter(sent, visit.strings, settings.letter.maxRepresentatives);
  if (read.outcome === 'faulty') return form(read.errors);
  const unknown = [{ field: 'representative', message: visit.strings.errors.representativeUnknown }];
  if ('preview' in values) {
    const representatives = await targetedRepresentatives(site, settings, site.sending, read.value);
    if (representatives === undefined) return form(unknown);
    const shown = {
      campaign: await campaignView(site, visit),
      preview: previewView(site, visit, { input: read.value, text: place.text || plainText }, representatives),
      form: { values: { ...sentValues(read.value), work: values.work ?? '', where: queryOf(place) }, errors: [] },
      chosen,
    };
    return page({ site, request, locale: visit.locale }, '/letter-preview', shown);
  }
  return withWork(site, request, visit, values.work, async () => {
    const outcome = await writeLetter(site, visit.campaign, visit.locale, site.sending, read.value);
    if (outcome === 'unknown-representative') return form(unknown);
    if (outcome === 'closed') return problem(site, request, 'campaignClosed', visit);
    const next = `${pathOf(visit.campaign.settings, visit.locale)}/check-your-mail`;
    return seeOther(site, mailedTo(read.value.email, next));
  });
});

interface LetterForm {
  place: LetterPlace;
  /** As they were sent, if they were. */
  values: Record<string, string>;
  chosen: number[];
  errors: FieldFault[];
}

async function letterPage(site: Site, request: Request, visit: Visit, form: LetterForm): Promise<Response> {
  const status = form.errors.length > 0 ? 422 : 200;
  return page({ site, request, locale: visit.locale, status }, '/letter', await letterPageView(site, visit, form));
}

async function letterPageView(
  site: Site,
  visit: Visit,
  { place, values, chosen, errors }: LetterForm,
): Promise<Pages['/letter']> {
  const campaign = await campaignView(site, visit);
  const letter = await letterView(site, visit, place, chosen, values);
  return { campaign, letter, form: { values, errors } };
}

const sentValues = ({ name, email, country, postcode, subject, body }: LetterInput): Record<string, string> => ({
  name,
  email: readableAddress(email),
  country,
  postcode,
  subject,
  body,
});
