import type { HeldLetter } from '../campaign/find-held.ts';
import { forWriter } from '../campaign/hand-over.ts';
import { writersChannels, type WritersChannel } from '../domain/channel.ts';
import { isoDay } from '../domain/clock.ts';
import { personalise, type LetterText } from '../domain/letter.ts';
import { addressLines, paperOf, withoutName } from '../domain/paper.ts';
import { spokenPart } from '../domain/phone-script.ts';
import type { LetterDelivery } from '../store/letters.ts';
import type { RepresentativeRow } from '../store/schema.ts';
import { countryName, formatFacts } from '../strings/format.ts';
import type { PrintView, SendTask, SendView, SendWay } from '../views.ts';
import { readableAddress } from './readable-address.ts';
import type { Visit } from './site.ts';
import { hourIn } from './your-data-view.ts';

/** @param now in seconds */
export const sendView = (letters: HeldLetter[], visit: Visit, token: string, now: number): SendView => ({
  token,
  mailed: letters.reduce((sum, letter) => sum + letter.deliveries.length - forWriter(letter).length, 0),
  tasks: letters.flatMap((letter) =>
    forWriter(letter).map((delivery) => taskOf(letter, delivery, visit, { token, day: isoDay(now) })),
  ),
});

function taskOf(
  { row, own }: HeldLetter,
  { deliveryId, state, settledAt, representative }: LetterDelivery,
  { locale, strings: { yourData } }: Visit,
  { token, day }: { token: string; day: string },
): SendTask {
  const written = own?.text && { ...own.text, postcode: own.writer.postcode, country: row.country };
  const printPath = written && `/me/${token}/send/${deliveryId}/print`;
  return {
    deliveryId,
    representative: representative.name,
    about: formatFacts(locale, [representative.role, representative.party, representative.area_name]),
    state: state === 'handed-over' ? 'sent' : state === 'queued' ? 'waiting' : 'mail-failed',
    sentAt: hourIn(locale, yourData, settledAt),
    left: representative.gone === 1 || (representative.ends_on !== '' && representative.ends_on < day),
    letter: written && personalised(written, representative),
    textGone: row.text === null,
    ways: writersChannels(representative).map((channel) =>
      wayOf(channel, representative, { written, printPath, locale }),
    ),
  };
}

/** A letter's text with what its link opens beside it. */
type Written = LetterText & { postcode: string; country: string };

function wayOf(
  channel: WritersChannel,
  representative: RepresentativeRow,
  { written, printPath, locale }: { written: Written | undefined; printPath: string | undefined; locale: string },
): SendWay {
  const { name, phone, address } = representative;
  if (channel === 'form') return { channel, url: representative.contact_form };
  if (channel === 'post')
    return { channel, address: [name, ...addressLines(address, name, paperAt(written))], printPath };
  if (written === undefined) return { channel, number: phone, script: undefined };
  const { subject, body } = personalised(written, representative);
  const place = formatFacts(locale, [written.postcode, countryName(locale, written.country)]);
  const script = {
    name: written.name,
    email: readableAddress(written.email),
    place,
    subject,
    spoken: spokenPart(body),
  };
  return { channel, number: phone, script };
}

const paperAt = (written: Written | undefined) => paperOf(written?.country ?? '');

function personalised({ subject, body, name }: LetterText, representative: RepresentativeRow) {
  const names = { representative: representative.name, name };
  return { subject: personalise(subject, names), body: personalise(body, names) };
}

/** @param now in seconds */
export function printView(
  written: Written,
  representative: RepresentativeRow,
  { backPath, locale, now }: { backPath: string; locale: string; now: number },
): PrintView {
  const { name, email, postcode, country } = written;
  const paper = paperOf(country);
  const { subject, body } = personalised(written, representative);
  const abroad = ![country, '*', ''].includes(representative.country);
  return {
    backPath,
    paper,
    sender: { name, email: readableAddress(email), postcode, country: abroad ? countryName(locale, country) : '' },
    to: {
      name: representative.name,
      lines: addressLines(representative.address, representative.name, paper),
      country: abroad ? countryName(locale, representative.country) : '',
    },
    day: isoDay(now),
    subject,
    text: withoutName(body, name),
  };
}
