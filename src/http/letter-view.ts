import { findRepresentatives, type Found } from '../campaign/find-representatives.ts';
import { channelOf } from '../domain/channel.ts';
import { personalise, type LetterInput } from '../domain/letter.ts';
import { templateTenths } from '../domain/template-share.ts';
import type { ArgumentFrontmatter } from '../settings/campaign-yaml.ts';
import { letterTextIn } from '../settings/campaign.ts';
import { lookupOf } from '../store/lookups.ts';
import type { RepresentativeRow } from '../store/schema.ts';
import type { LetterView, PreviewView, RepresentativeView } from '../views.ts';
import { addressOf, queryOf, type LetterPlace } from './letter-place.ts';
import type { Site, Visit } from './site.ts';

/**
 * What the letter page shows for a place.
 * @param chosen ids of the representatives that were ticked
 * @param values subject and body as they were sent, if they were
 */
export async function letterView(
  site: Site,
  visit: Visit,
  place: LetterPlace,
  chosen: number[],
  values: Record<string, string>,
): Promise<LetterView> {
  const { campaign, locale } = visit;
  const { targets, maxRepresentatives } = campaign.settings.letter;
  const { country, search } = place;
  const found = country === '' ? nothing : await findRepresentatives(site, site.sending, targets, { ...place, chosen });
  const table = country === '' ? undefined : await lookupOf(site.store.read, country);
  const within = found.areas.filter(({ id }) => found.within.includes(id));
  const letter = letterTextIn(campaign.settings, locale, found.text);
  return {
    country,
    area: within.length === 1 ? (within[0]?.id ?? '') : '',
    areas: found.areas.length > 1 && found.areas.length <= mostAreas ? found.areas : [],
    within: within.map(({ name }) => name),
    search,
    postcodes: table && { source: table.source, licence: table.licence, asOf: table.as_of },
    anybody: found.anybody,
    directories: found.directories.map(({ directory, representatives }) => ({
      title: directory.title,
      source: directory.source,
      asOf: directory.as_of,
      representatives: representatives.map(representativeView),
    })),
    rest: found.rest,
    others: found.others.map(({ text, titles, count }) => ({
      href: addressOf(visit, { ...place, text }),
      titles,
      count,
    })),
    where: queryOf({ ...place, text: found.text, areas: found.within }),
    maxRepresentatives,
    subject: values.subject ?? letter?.subject ?? '',
    body: values.body ?? letter?.body ?? '',
    prompt: letter?.prompt ?? '',
    template: letter?.body ?? '',
    chosen: values.country === undefined ? onlyOne(found) : chosen,
  };
}

/** A longer list nobody goes through: the search finds areas too. */
const mostAreas = 1000;

const nothing: Found = { anybody: false, areas: [], within: [], text: '', directories: [], rest: 0, others: [] };

/** Where only one can be written to, there is nothing to choose. */
function onlyOne({ directories }: Found): number[] {
  const all = directories.flatMap(({ representatives }) => representatives);
  return all.length === 1 ? all.filter(({ email }) => email !== '').map(({ id }) => id) : [];
}

/** Exactly what each representative will get, but for the tokens of sender and recipient, which are made when it is sent. */
export const previewView = (
  site: Site,
  { campaign, locale }: Visit,
  { input, text }: { input: LetterInput; text: string },
  representatives: RepresentativeRow[],
): PreviewView => ({
  letters: representatives.map((representative) => {
    const { name, email, postcode, country, subject, body } = input;
    const channel = channelOf(representative);
    const names = { representative: representative.name, name };
    if (channel !== 'email')
      return {
        to: representative.name,
        channel,
        mail: undefined,
        subject: personalise(subject, names),
        text: personalise(body, names),
      };
    const parts = {
      settings: campaign.settings,
      locale,
      siteUrl: site.config.siteUrl,
      representative: representative.name,
    };
    const mail = site.letterMail({
      ...parts,
      name,
      email,
      postcode,
      country,
      subject,
      body,
      why: 'made-when-it-is-sent',
    });
    return {
      to: `${representative.name} <${representative.email}>`,
      channel,
      mail: {
        from: `${name} <one-time-address@${site.config.mailFrom.slice(site.config.mailFrom.lastIndexOf('@') + 1)}>`,
        replyTo: `${name} <${email}>`,
      },
      subject: mail.subject,
      text: mail.text,
    };
  }),
  coaching: coachingView(letterTextIn(campaign.settings, locale, text), input.body),
});

const coachingView = (template: ArgumentFrontmatter['letter'], body: string): PreviewView['coaching'] =>
  template && { tenths: templateTenths(body, template.body), prompt: template.prompt };

const representativeView = (row: RepresentativeRow): RepresentativeView => ({
  id: row.id,
  name: row.name,
  role: row.role,
  party: row.party,
  area: row.area_name,
  channel: channelOf(row),
  paused: row.paused_at !== null,
});
