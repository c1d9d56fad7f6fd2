import type { Held, HeldLetter, HeldSignature } from '../campaign/find-held.ts';
import { forWriter } from '../campaign/hand-over.ts';
import { channelOfDelivery } from '../domain/channel.ts';
import { isoTime, toHour } from '../domain/clock.ts';
import { personalise } from '../domain/letter.ts';
import { consentWordingOf } from '../domain/wording.ts';
import { countryName, formatTime, languageName } from '../strings/format.ts';
import type { DataView, Detail } from '../views.ts';
import { readableAddress } from './readable-address.ts';
import type { Visit } from './site.ts';

/** What the page of a link shows. */
export const dataView = (held: Held, visit: Visit): Pick<DataView, 'signature' | 'letters'> => ({
  signature: held.signature === undefined ? undefined : signatureView(held.signature, visit),
  letters: held.letters.map((letter) => letterView(letter, visit)),
});

function signatureView(held: HeldSignature, { locale, strings: { fields, yourData } }: Visit): DataView['signature'] {
  const { row, record, shown } = held;
  return {
    state: row.state,
    details: filled([
      { label: yourData.state, value: yourData.states[row.state] },
      { label: yourData.gathered, value: yourData.origins[row.origin] },
      { label: fields.name, value: record?.name ?? '' },
      { label: fields.email, value: readableAddress(record?.email ?? '') },
      { label: fields.country, value: countryName(locale, row.country) },
      { label: fields.postcode, value: record?.postcode ?? '' },
      { label: fields.comment, value: record?.comment ?? '' },
      { label: fields.public, value: publicOf(held, yourData, fields) },
      { label: fields.updates, value: newsOf(held, fields) },
      { label: yourData.source, value: row.source },
      { label: yourData.language, value: languageName(locale, row.locale) },
      { label: yourData.signedAt, value: hourIn(locale, yourData, row.created_at) },
      { label: yourData.confirmedAt, value: hourIn(locale, yourData, row.confirmed_at) },
      { label: yourData.invalidatedAt, value: hourIn(locale, yourData, hourOf(held.invalidated?.at)) },
      { label: yourData.invalidatedWhy, value: held.invalidated?.reason ?? '' },
    ]),
    mayWithdraw: row.state === 'confirmed' || (row.state === 'invalidated' && row.confirmed_at !== null),
    opened: record !== undefined,
    elsewhere: row.origin !== 'site',
    resubmissions: held.resubmissions,
    petitionText: held.petitionText,
    consent: consentOf(held),
    newsOff: row.no_news === 1,
    shown: shown === undefined ? undefined : { ...shown },
    mayBeShown: record !== undefined && row.state === 'confirmed',
  };
}

const hourOf = (at: number | undefined): number | null => (at === undefined ? null : toHour(at));
/** What was chosen, and what came of it. */
function publicOf({ row, shown }: HeldSignature, { standings }: YourData, fields: Visit['strings']['fields']): string {
  if (row.public === 0) return fields.no;
  return shown === undefined || shown.standing === 'shown' ? fields.yes : standings[shown.standing];
}

function newsOf({ row, record }: HeldSignature, fields: Visit['strings']['fields']): string {
  if (record === undefined && row.no_news === 0) return '';
  return record?.updates === true && row.no_news === 0 ? fields.yes : fields.no;
}

/** What stood on a sheet of paper, or in another form, only the organizers know. */
function consentOf({ row, record, consentText }: HeldSignature): NonNullable<DataView['signature']>['consent'] {
  if (row.origin !== 'site') return [];
  const wording = consentWordingOf(consentText);
  return [
    { text: wording.statement, box: false, ticked: undefined },
    { text: wording.public, box: true, ticked: record?.public },
    { text: wording.updates, box: true, ticked: record?.updates },
  ];
}

function letterView(held: HeldLetter, { locale, strings: { fields, yourData } }: Visit): DataView['letters'][number] {
  const { row, own, deliveries, answers } = held;
  const names = { representative: deliveries[0]?.representative.name ?? '', name: own?.writer.name ?? '' };
  return {
    details: filled([
      { label: yourData.state, value: yourData.letterStates[row.state] },
      { label: fields.representative, value: deliveryLines(held, yourData) },
      { label: fields.name, value: own?.writer.name ?? '' },
      { label: fields.email, value: readableAddress(own?.writer.email ?? '') },
      { label: fields.country, value: countryName(locale, row.country) },
      { label: fields.postcode, value: own?.writer.postcode ?? '' },
      { label: fields.subject, value: personalise(own?.text?.subject ?? '', names) },
      { label: yourData.templateShare, value: yourData.inTen(row.template_share) },
      { label: yourData.writtenAt, value: hourIn(locale, yourData, row.created_at) },
      { label: yourData.confirmedAt, value: hourIn(locale, yourData, row.verified_at) },
      {
        label: yourData.answers,
        value: answers.map(({ representative, answered }) => yourData.answer[answered](representative)).join('\n'),
      },
    ]),
    opened: own !== undefined,
    text: own?.text === undefined ? undefined : personalise(own.text.body, names),
    textGone: row.text === null,
    toSend: row.state === 'verified' && forWriter(held).length > 0,
  };
}

/** A line for each representative: how the letter gets there, and what came of it. */
const deliveryLines = ({ row, deliveries }: HeldLetter, { channels, delivery, deliveryStates }: YourData): string =>
  deliveries
    .map(({ state, representative }) => {
      const channel = channelOfDelivery(state, representative);
      const waiting = row.state === 'verified' ? 'queued' : 'unconfirmed';
      const stands = state !== 'queued' ? state : channel === 'email' || waiting !== 'queued' ? waiting : 'yours';
      return delivery(representative.name, channels[channel], deliveryStates[stands]);
    })
    .join('\n');

const filled = (details: Detail[]): Detail[] => details.filter(({ value }) => value !== '');

export const hourIn = (locale: string, text: YourData, at: number | null): string =>
  at === null ? '' : text.toTheHour(formatTime(locale, isoTime(at)));

type YourData = Visit['strings']['yourData'];

/** The same for programs. What the link's key does not open is null. */
export const dataFile = ({ campaign, signature, letters }: Held): object => ({
  campaign: campaign.settings.slug,
  signature:
    signature === undefined
      ? null
      : {
          ...signature.record,
          opened: signature.record !== undefined,
          state: signature.row.state,
          gathered: signature.row.origin,
          country: signature.row.country,
          public: signature.row.public === 1,
          source: signature.row.source,
          locale: signature.row.locale,
          sentAt: isoTime(signature.row.created_at),
          confirmedAt: timeOrNull(signature.row.confirmed_at),
          invalidated:
            signature.invalidated === undefined
              ? null
              : { at: isoTime(toHour(signature.invalidated.at)), reason: signature.invalidated.reason },
          petitionText: signature.petitionText,
          consent: consentOf(signature).map(({ text, box, ticked }) =>
            box ? { text, ticked: ticked ?? null } : { text },
          ),
          noNews: signature.row.no_news === 1,
          shownInPublic:
            signature.shown?.standing === 'shown'
              ? { name: signature.shown.name, comment: signature.shown.comment }
              : null,
          chosenToBeShown: signature.shown === undefined ? null : { ...signature.shown },
          formsWaiting: signature.resubmissions,
        },
  letters: letters.map(({ row, own, deliveries, answers }) => ({
    name: own?.writer.name ?? null,
    email: own?.writer.email ?? null,
    postcode: own?.writer.postcode ?? null,
    subject: own?.text?.subject ?? null,
    body: own?.text?.body ?? null,
    opened: own !== undefined,
    state: row.state,
    country: row.country,
    locale: row.locale,
    representatives: deliveries.map(({ representative }) => representative.name),
    deliveries: deliveries.map(({ state, settledAt, representative }) => ({
      representative: representative.name,
      channel: channelOfDelivery(state, representative),
      state,
      settledAt: timeOrNull(settledAt),
    })),
    answers,
    templateTenths: row.template_share,
    sentAt: isoTime(row.created_at),
    confirmedAt: timeOrNull(row.verified_at),
    textDeletedAt: timeOrNull(row.scrubbed_at),
  })),
});

const timeOrNull = (at: number | null): string | null => (at === null ? null : isoTime(at));
