import { personalise } from '../domain/letter.ts';
import { argumentIn, pathOf, type Campaign } from '../settings/campaign.ts';
import type { RepresentativeRow } from '../store/schema.ts';
import { countryName, formatFacts } from '../strings/format.ts';
import type { FillTemplate, FilledTemplate } from './templates.ts';

/** What one letter to one representative is made of. */
export interface LetterParts {
  settings: Campaign;
  locale: string;
  siteUrl: string;
  /** The names of representative and writer stand where subject and body ask for them. */
  representative: string;
  name: string;
  email: string;
  /** Where the writer lives, as far as they said: offices answer their own people. */
  postcode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  subject: string;
  body: string;
  /** The token of the representative's own page. */
  why: string;
}

/** What every mail may say of its campaign. */
export const campaignFields = (settings: Campaign, locale: string, siteUrl: string) => ({
  title: argumentIn(settings, locale).title,
  campaign_url: siteUrl + pathOf(settings, locale),
  publisher: settings.publisher.name,
  contact: settings.publisher.contact,
});

/** Subject and text as the representative gets them; the preview shows the same. */
export function fillLetter(fill: FillTemplate, parts: LetterParts): FilledTemplate {
  const { settings, locale, siteUrl, representative, name, email } = parts;
  const { subject, body } = personalised(parts, { representative, name });
  const why_url = `${siteUrl}/why/${parts.why}`;
  const place = formatFacts(locale, [parts.postcode, countryName(locale, parts.country)]);
  const fields = { ...campaignFields(settings, locale, siteUrl), name, email, place, why_url, subject, body };
  return fill('letter', locale, fields);
}

interface Names {
  representative: string;
  name: string;
}

/** A letter as one representative reads it. */
export const personalised = ({ subject, body }: { subject: string; body: string }, names: Names) => ({
  ...names,
  subject: personalise(subject, names),
  body: personalise(body, names),
});

/** How else somebody can be written to; '' where no such way is known. */
export const otherWays = ({ contact_form, phone, address }: RepresentativeRow) => ({ contact_form, phone, address });
