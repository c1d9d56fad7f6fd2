import { plural } from '../plural.ts';

export const letter = {
  title: 'Write to your representative',
  description: 'Find who represents you, write in your own words, and see exactly what will be sent.',
  steps: (most: number) =>
    most === 1
      ? 'Choose one representative. Whoever has an email address gets a mail from us, with your address to reply to; the others you reach yourself, with our help.'
      : `Choose up to ${most} representatives. Whoever has an email address gets a mail of their own from us, with your address to reply to; the others you reach yourself, with our help.`,
  verifyFirst: 'Nothing is sent before you have confirmed your own address.',
  where: 'Where do you live?',
  find: 'Find representatives',
  change: 'Show representatives',
  byPostcode: 'Find who represents you by your postcode',
  postcodePrivate: 'We look up your area with it and do not keep it.',
  findAreas: 'Look up',
  postcodeSource: (source: string) => `Postcodes: ${source.replace(/\.$/, '')}.`,
  orChoose: 'Or choose',
  search: 'Name, area or party',
  more: 'Somebody else: name, area or party',
  findMore: 'Find more',
  within: (areas: string[]) =>
    areas.length === 1
      ? `Area: ${areas.join()}.`
      : `Several areas fit: ${areas.join('; ')}. Choose who represents you.`,
  /** Here and below: `number` is what `count` shows, for plurals. */
  rest: (count: string, number: number) =>
    `${count} more ${plural('en', number, { one: 'fits', other: 'fit' })}. To see more, choose an area or search for a name, area or party.`,
  nobodyFits: 'Nobody fits. Try another spelling, a part of the name, or all areas.',
  others: 'You can also write to others, with another letter',
  writeToThese: (titles: string[], count: string) => `Write to these: ${titles.join(', ')} (${count})`,
  allAreas: 'All areas',
  who: 'Whom to write to',
  none: (country: string) =>
    `We know no representatives for ${country} yet. Choose another country, or sign the petition.`,
  source: (source: string) => `Source: ${source}.`,
  asOf: (day: string) => `As of ${day}.`,
  show: (count: string, _number: number) => `Show ${count} representatives`,
  paused: 'Mail is paused until further notice.',
  channels: {
    email: 'by mail from us',
    form: 'by their contact form: you send it',
    phone: 'by phone: we give you the words',
    post: 'by post: you print it',
    none: 'No way to reach this representative is known.',
  },
  you: 'About you',
  emailHint: 'Representatives see it and reply to it.',
  postcodeHint: 'Many representatives only answer people of their own area. It stands under your letter.',
  yourLetter: 'Your letter',
  placeholders: 'Leave {{ representative }} and {{ name }} as they are: each copy gets the right names.',
  preview: 'Preview',
  send: 'Send for verification',
  stored: (publisher: string) =>
    `Your letter goes to the representatives you chose and, as a copy, to you. On the server of ${publisher} it is sealed with what else you type; its organizers can open your name and address. The letter’s text is deleted after some weeks.`,
  privacy: 'Privacy, in plain words',
};

/** What helps people to a letter of their own. Nothing of it is a condition. */
export const coaching = {
  title: 'How much of it is yours',
  meter: 'Words of your own',
  /** @param tenths how much of the letter is the template's, 0…10 */
  says: (tenths: number): string => {
    if (tenths === 0) return 'It is all in your own words, and that is what makes a letter count.';
    if (tenths < 5) return 'Most of it is in your own words, and that is what makes a letter count.';
    return `${templatesPart(tenths)} A paragraph of your own makes it count.`;
  },
  ask: 'A paragraph of your own is enough. For example:',
  questions: [
    'What happened to you or somebody you know?',
    'Why does it matter where you live?',
    'What should your representative do?',
  ],
};

function templatesPart(tenths: number): string {
  if (tenths === 10) return 'Every word is the template’s.';
  if (tenths === 5) return 'About half of the words are the template’s.';
  return `About ${{ 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine' }[tenths] ?? tenths} in ten words are the template’s.`;
}

export const letterPreview = {
  title: 'This is what will be sent',
  lead: (mails: number, others: number) =>
    [
      mails === 1 && 'One mail, exactly as it stands here.',
      mails > 1 && `${mails} mails, exactly as they stand here.`,
      others === 1 && 'One letter that you take there yourself: once it is confirmed we show you how.',
      others > 1 && `${others} letters that you take there yourself: once they are confirmed we show you how.`,
    ]
      .filter(Boolean)
      .join(' '),
  verifyFirst: 'Nothing is sent before you have confirmed your own address.',
  from: 'From',
  replyTo: 'Reply to',
  to: 'To',
  way: 'How',
  subject: 'Subject',
  send: 'Send for verification',
  edit: 'Change it',
};

export const letterSent = {
  title: 'Thank you. Your letter is on its way.',
  lead: 'Your address is confirmed. Each representative who has an email address gets a mail of their own, in their office hours and a few at a time, and you get a copy at once. If there is one whom you reach yourself, or have written to here before, the copy says so.',
  reply: 'Answers come straight to your own mailbox; that can take some weeks.',
  sign: 'Sign the petition as well',
  back: 'Back to the campaign',
};
