export const letter = {
  title: 'Write to your representative',
  description: 'Find who represents you, write in your own words, and see exactly what will be sent.',
  steps: (most: number) =>
    most === 1
      ? 'Choose one representative, who gets a mail from us with your address to reply to.'
      : `Choose up to ${most} representatives. Each gets a mail of their own from us, with your address to reply to.`,
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
  contactForm: 'Contact form',
  phone: (phone: string) => `Phone ${phone}`,
  noMail: 'No email address that takes mail is known; please write another way:',
  unreachable: 'No way to reach this representative is known.',
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
  lead: (count: number) =>
    count === 1 ? 'One mail, exactly as it stands here.' : `${count} mails, exactly as they stand here.`,
  verifyFirst: 'Nothing is sent before you have confirmed your own address.',
  from: 'From',
  replyTo: 'Reply to',
  to: 'To',
  subject: 'Subject',
  send: 'Send for verification',
  edit: 'Change it',
};

export const letterSent = {
  title: 'Thank you. Your letter is on its way.',
  lead: 'Your address is confirmed. Each representative you chose gets a mail of their own, and you get a copy.',
  reply: 'Answers come straight to your own mailbox; that can take some weeks.',
  sign: 'Sign the petition as well',
  back: 'Back to the campaign',
};
