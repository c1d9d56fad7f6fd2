import { plural } from '../plural.ts';

export const layout = {
  siteName: 'Campaigns',
  skip: 'Skip to content',
  allCampaigns: 'All campaigns',
  mailbox: 'Demo mailbox',
  publishedBy: 'Published by',
  contact: 'Contact',
  address: 'Address',
  dataController: 'Responsible for personal data',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  yourData: 'What do you hold about me?',
  noTracking: 'This site sets no tracking cookies and loads nothing from anybody else.',
};

export const home = {
  title: 'Campaigns',
  description: 'Petitions to sign and letters to write.',
  none: 'There is no campaign here yet.',
  closed: 'Closed',
};

export const campaign = {
  kicker: 'Petition',
  kickerClosed: 'Petition, closed',
  petition: 'What you sign',
  petitionClosed: 'What was signed',
  to: (addressee: string) => `To ${addressee}`,
  askChanged: (days: string) =>
    `This text was changed on ${days}. Every signature stays bound to the words that its signer saw.`,
  argument: 'The argument',
  backToText: (note: number) => `Back to note ${note} in the text`,
  argumentMissing: 'The argument behind this petition has not been published yet.',
  closesOn: (day: string) => `Open for signatures until ${day}`,
  signBar: 'Sign the petition',
  recent: 'Signed most recently',
  lettersTitle: 'Write to your representative',
  lettersText: 'A signature is counted. A letter is read. Choose your country to see who represents you.',
  lettersButton: 'Find representatives',
  outcome: 'What came of it',
  /** `number` is what `count` shows, for plurals. */
  handedOver: (count: string, day: string, number: number) =>
    `${count} ${plural('en', number, { one: 'signature was', other: 'signatures were' })} handed over on ${day}.`,
  handedOverOn: (day: string) => `The signatures were handed over on ${day}.`,
  handedOverCount: (count: string, number: number) =>
    `${count} ${plural('en', number, { one: 'signature was', other: 'signatures were' })} handed over.`,
  notHandedOver: 'The signatures have not been handed over yet.',
  answer: 'The answer',
  noAnswer: 'No answer has been received yet.',
  closedNote: 'This petition is closed: it cannot be signed any more.',
};

export const progress = {
  /** Follows the number itself, which stands in an element of its own. */
  signed: (count: number) => plural('en', count, { one: 'person has signed', other: 'people have signed' }),
  goal: (goal: string) => `Next goal: ${goal}`,
  reached: (goal: string) => `The goal of ${goal} is reached`,
  first: 'Be the first to sign.',
  meter: 'Signatures towards the next goal',
};

export const sign = {
  title: 'Sign this petition',
  pausedTitle: 'Signing is paused',
  paused:
    'The organizers have paused signing for now. Please come back later. If you have signed already, the link and the code in your mail still work, and your signature counts.',
  readText: 'Read exactly what you sign',
  emailHint: 'We send a link there to confirm it is you.',
  commentHint: 'Shown only if you tick the box below.',
  button: 'Sign the petition',
  working: 'One moment: your browser does a little work that keeps robots away. You need not do anything.',
  leaveEmpty: 'Leave this field empty',
  stored: (publisher: string) =>
    `What you type is sealed at once: the server of ${publisher} has no key to it, only the organizers of this campaign have. Nothing about you is shown in public unless you tick the box above.`,
  storedWithKey:
    'What you type is sealed at once. This site is still being set up, and the key that opens it still lies on the same server. Nothing about you is shown in public unless you tick the box above.',
  privacy: 'Privacy, in plain words',
};

export const checkYourMail = {
  title: 'Look into your mailbox',
  lead: 'One step is left: a mail is on its way to you. Open its link, or type its code below.',
  mistyped:
    'Is your address right? What you typed after the @ looks like a slip of the finger, such as gmial.com for gmail.com. If it is right, all is well. If not, our mail does not reach you: fill in the form again.',
  noMail: 'No mail after five minutes?',
  spam: 'Look into the spam or junk folder.',
  again:
    'If the address was mistyped, fill in the form again with the right one. Nothing unconfirmed is ever counted or sent. At most three mails a day go to one address.',
  signAgain: 'Back to the campaign',
  mailboxLead: 'This is a demonstration: mail is not really sent, but kept here.',
  mailboxLink: 'Open the demo mailbox',
  codeTitle: 'Type the code instead',
  codeLead: 'If you would rather not open a link, enter the code that stands in the mail.',
  codeHint: 'Six digits, from our mail.',
  codeButton: 'Confirm',
};

export const signed = {
  title: 'Thank you. Your signature counts.',
  lead: (title: string) => `You have confirmed your signature under “${title}”`,
  lettersTitle: 'Now write to your representative',
  lettersText: 'It takes five minutes, and a letter in your own words weighs more than a name on a list.',
  lettersButton: 'Write a letter',
  back: 'Back to the campaign',
};

export const confirm = {
  signature: {
    pending: 'Confirm your signature',
    pendingLead: 'Please check that this is what you meant. Your signature counts once you press the button.',
    button: 'Confirm my signature',
    done: 'Your signature is already confirmed',
    doneLead: 'It is counted; there is nothing left to do.',
  },
  letter: {
    pending: 'Confirm your letter',
    pendingLead: 'Please check that this is what you meant. Your letter is sent once you press the button.',
    button: 'Confirm and send my letter',
    done: 'Your letter is already confirmed',
    doneLead: 'It has been sent or is about to be; there is nothing left to do.',
    sendLead: 'What we mail has been sent or is about to be. Some of it you send yourself.',
    send: 'How you send it',
  },
  petition: 'Campaign',
  notYou: 'You know nothing about this? Close this page: without the button nothing happens.',
  back: 'To the campaign',
};
