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
  change: 'Change country or area',
  allAreas: 'All areas',
  who: 'Whom to write to',
  none: (country: string) =>
    `We know no representatives for ${country} yet. Choose another country, or sign the petition.`,
  source: (source: string) => `Source: ${source}.`,
  asOf: (day: string) => `As of ${day}.`,
  show: (count: string) => `Show all ${count} representatives`,
  channels: {
    email: 'by mail from us',
    form: 'by their contact form: you send it',
    phone: 'by phone: we give you the words',
    post: 'by post: you print it',
    none: 'No way to reach this representative is known.',
  },
  you: 'About you',
  emailHint: 'Representatives see it and reply to it.',
  postcodeHint: 'Many representatives only answer people of their own area.',
  yourLetter: 'Your letter',
  placeholders: 'Leave {{ representative }} and {{ name }} as they are: each copy gets the right names.',
  preview: 'Preview',
  send: 'Send for verification',
  stored: (publisher: string) =>
    `Your letter goes to the representatives you chose and, as a copy, to you. On the server of ${publisher} it is sealed with what else you type; its organizers can open your name and address. The letter’s text is deleted after some weeks.`,
  privacy: 'Privacy, in plain words',
};

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
  lead: 'Your address is confirmed. Each representative who has an email address gets a mail of their own, and you get a copy. If there is one whom you reach yourself, the copy says how.',
  reply: 'Answers come straight to your own mailbox; that can take some weeks.',
  sign: 'Sign the petition as well',
  back: 'Back to the campaign',
};
