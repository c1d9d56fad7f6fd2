import { findRepresentatives } from '../campaign/find-representatives.ts';
import { channelOf } from '../domain/channel.ts';
import { countryCodes } from '../domain/countries.ts';
import { personalise, type LetterInput } from '../domain/letter.ts';
import { argumentIn } from '../settings/campaign.ts';
import type { RepresentativeRow } from '../store/schema.ts';
import type { LetterView, PreviewView, RepresentativeView } from '../views.ts';
import type { Site, Visit } from './site.ts';

/** What the letter page shows for a country and area. @param values as they were sent, if they were */
export async function letterView(
  site: Site,
  { campaign, locale }: Visit,
  values: Record<string, string>,
  chosen: number[],
): Promise<LetterView> {
  const typed = (values.country ?? '').trim().toUpperCase();
  const country = countryCodes.includes(typed) ? typed : '';
  const found = country === '' ? [] : await findRepresentatives(site, site.sending, country);
  const areas = new Map(
    found.flatMap(({ representatives }) =>
      representatives.filter((row) => row.area_id !== '').map((row) => [row.area_id, row.area_name]),
    ),
  );
  const area = areas.has(values.area ?? '') ? (values.area ?? '') : '';
  const { letter } = argumentIn(campaign.settings, locale);
  return {
    country,
    area,
    areas: areas.size > 1 ? [...areas].map(([id, name]) => ({ id, name: name === '' ? id : name })) : [],
    directories: found
      .map(({ directory, representatives }) => ({
        title: directory.title,
        source: directory.source,
        asOf: directory.as_of,
        representatives: representatives.filter((row) => area === '' || row.area_id === area).map(representativeView),
      }))
      .filter(({ representatives }) => representatives.length > 0),
    maxRepresentatives: campaign.settings.letter.maxRepresentatives,
    subject: values.subject ?? letter?.subject ?? '',
    body: values.body ?? letter?.body ?? '',
    prompt: letter?.prompt ?? '',
    chosen,
  };
}

/** Exactly what each representative will get, but for the sender's token, which is made when it is sent. */
export const previewView = (
  site: Site,
  { campaign, locale }: Visit,
  input: LetterInput,
  representatives: RepresentativeRow[],
): PreviewView => ({
  letters: representatives.map((representative) => {
    const { name, email, subject, body } = input;
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
    const mail = site.letterMail({ ...parts, name, email, subject, body });
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
});

const representativeView = (row: RepresentativeRow): RepresentativeView => ({
  id: row.id,
  name: row.name,
  role: row.role,
  party: row.party,
  area: row.area_name,
  channel: channelOf(row),
});
