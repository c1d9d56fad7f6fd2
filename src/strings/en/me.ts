/** The page where somebody asks for a link to what we hold about them. */
export const me = {
  title: 'What do you hold about me?',
  lead: 'Every mail that you got from us has a link at its end to everything we hold about you: to see it, to hide your name, to withdraw or to delete it.',
  lost: 'Have you lost the mails?',
  lostLead:
    'Type the address you signed or wrote with. If we know it, a fresh link is on its way to it. It opens your page; your name and whatever else you typed are opened by the link of our first mail alone, because only that mail holds the key.',
  closed: (campaigns: string) =>
    `In campaigns that were closed for good, nobody can look up an address any more, we neither. There, only the link in your mail leads to your page: ${campaigns}.`,
  button: 'Send me a link',
  mailedTitle: 'Look into your mailbox',
  mailed:
    'If we hold anything about that address, a link to it is on its way. If nothing comes within five minutes, look into the spam folder; it may also be that we know nothing of the address, or that three mails went to it today.',
  erasedTitle: 'Everything is deleted',
  erased:
    'Your signature, your letters and all we held about your address in this campaign are gone from our database. We keep a note, without your name or address, by which they are deleted again should a backup ever be restored. What was mailed already stays with those who got it.',
};

/** The page that a link opens. */
export const yourData = {
  title: 'What we hold about you',
  lead: (campaign: string) => `In the campaign “${campaign}”`,
  signature: 'Your signature',
  state: 'State',
  states: {
    pending: 'Waiting for your confirmation; not counted yet',
    confirmed: 'Confirmed and counted',
    withdrawn: 'Withdrawn; not counted',
    expired: 'Expired; not counted',
    invalidated: 'Taken out of the count by the organizers',
  },
  gathered: 'Gathered',
  /** Nothing is said of those that were gathered here. */
  origins: {
    site: '',
    paper: 'On paper, and handed in by the organizers',
    import: 'Elsewhere, and handed in by the organizers',
  },
  signedAt: 'Signed',
  writtenAt: 'Written',
  templateShare: 'The campaign’s template in it',
  inTen: (tenths: number) => `about ${tenths} in 10 words`,
  confirmedAt: 'Confirmed',
  invalidatedAt: 'Taken out of the count',
  invalidatedWhy: 'The organizers’ reason',
  invalidatedNote: (publisher: string, contact: string) =>
    `${publisher} took your signature out of the count. Nothing of it is shown or counted, and signing again does not change that. If it is a mistake, write to ${contact}. You can also withdraw it, so that it stays out whatever they decide, or delete everything.`,
  toTheHour: (time: string) => `${time} (to the hour)`,
  source: 'Came by the link with the code',
  language: 'Language',
  sealedSignature:
    'Your name, address, postcode, comment and whether you wanted news are sealed. This server has no key to them: they open with the link in the mail that asked you to confirm, and for the campaign’s organizers.',
  sealedElsewhere:
    'Your name, address, postcode and comment were handed in by the organizers and are sealed: this server has no key to them, and no link opens them. Ask the organizers if you want to see them.',
  agreedElsewhere: 'What you agreed to stood where you signed; the organizers have it.',
  sealedLetter:
    'Your name, address, postcode and the letter itself are sealed: they open with the link in the mail that asked you to confirm this letter.',
  resubmissions: (count: number) =>
    count === 1
      ? 'One form with your address waits for its own confirmation; only the link in its mail opens it.'
      : `${count} forms with your address wait for their own confirmation; only the links in their mails open them.`,
  agreed: 'What you signed',
  consent: 'What you agreed to',
  ticked: 'You ticked:',
  notTicked: 'You did not tick:',
  tickedSealed: 'Whether you ticked this is sealed:',
  shown: 'Shown in public',
  shownAs: {
    shown: 'This is shown on the campaign’s page:',
    waiting: 'You chose to show this. It waits until the organizers have looked at it:',
    hidden: 'You chose to show this. The organizers do not show it:',
  },
  /** Of a name that its signer chose to show. */
  standings: {
    waiting: 'Not yet: it waits for the organizers',
    hidden: 'No: the organizers do not show it',
  },
  hidden: 'Nothing about you is shown on the campaign’s page.',
  hide: 'Hide my name',
  show: 'Show my name, country and comment',
  cannotShow: 'To be shown, use the link in the mail by which you confirmed: only it opens your name.',
  cannotShowElsewhere: 'To be shown, sign here as well: you are counted once.',
  news: 'News by email',
  newsOff: 'You asked for no more news. The organizers’ list says so.',
  newsLead: 'The organizers may send you news if you ticked that box. Here you take it back.',
  noNews: 'No news, please',
  withdrawTitle: 'Withdraw your signature',
  withdrawLead:
    'It counts no longer, is not shown and not exported. What you typed stays sealed until you delete it or the campaign’s time is over.',
  withdraw: 'Withdraw my signature',
  signAgain: 'Sign again',
  letter: (number: number) => `Letter ${number}`,
  letterStates: {
    pending: 'Waiting for your confirmation; not sent',
    verified: 'Confirmed',
    expired: 'Expired; not sent',
  },
  answers: 'Answers, as you told us',
  answer: { yes: (name: string) => `${name}: answered`, no: (name: string) => `${name}: no answer yet` },
  channels: {
    email: 'by mail',
    form: 'by their contact form',
    phone: 'by phone',
    post: 'by post',
    none: 'no way known',
  },
  delivery: (name: string, channel: string, state: string) => `${name}: ${channel}; ${state}`,
  deliveryStates: {
    unconfirmed: 'waits for your confirmation',
    queued: 'on its way',
    yours: 'waits for you to send it',
    sent: 'sent',
    bounced: 'came back, the address refused it',
    failed: 'could not be sent',
    'handed-over': 'you sent it',
    repeated: 'not sent: you had written to them before',
  },
  sendYourself: 'How you send it yourself',
  textGone: 'The text was deleted after the days that we keep it.',
  json: 'Get it as a file',
  download: 'Download',
  jsonLead: 'All of this page in a form that programs read (JSON).',
  eraseTitle: 'Delete everything',
  eraseLead:
    'Your signature no longer counts, letters that have not gone out are not sent, and all we hold about your address in this campaign is deleted; a note without your name or address has it deleted again if a backup is restored. This cannot be undone. What was mailed already stays with those who got it.',
  sure: 'Yes, delete everything about me.',
  sureMissing: 'Tick the box if you mean to delete everything.',
  erase: 'Delete everything',
  done: {
    show: 'Your name is shown now.',
    'show-waiting': 'You chose to be shown. Your name appears once the organizers have looked at it.',
    'show-hidden': 'You chose to be shown. The organizers do not show your name.',
    hide: 'Your name is hidden now.',
    'no-news': 'You will be on no list for news.',
    withdraw: 'Your signature is withdrawn. It counts no longer.',
  },
  refused: 'That could not be done: the page had changed meanwhile. This is how it stands now.',
};
