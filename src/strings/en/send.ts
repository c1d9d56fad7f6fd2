/** The page of a writer who takes a letter to its representatives themselves. */
export const sendYourself = {
  title: 'Send your letter yourself',
  mailed: (count: number) =>
    count === 1 ? 'One representative gets it by mail from us.' : `${count} representatives get it by mail from us.`,
  left: (count: number) =>
    count === 1
      ? 'One representative is left whom you reach yourself: a few minutes, and here is all you need.'
      : `${count} representatives are left whom you reach yourself: a few minutes each, and here is all you need.`,
  allDone: 'There is nothing left for you to send. Thank you.',
  sealed:
    'This link does not open your letter: its text stands in the copy that we mailed you, and here by the link in the mail that asked you to confirm this letter.',
  textGone: 'The text was deleted after the days that we keep it; your mailbox has a copy.',

  states: {
    waiting: 'Not sent yet.',
    'mail-failed': 'Our mail did not arrive there. This is how you reach them instead.',
    sent: (when: string) => `You told us that you sent it: ${when}.`,
  },
  leftOffice: 'They are in office no longer, so there is nothing to send.',
  another: (way: string) => `Or ${way}`,
  ways: { form: 'by their contact form', phone: 'by phone', post: 'by post' },

  form: {
    title: 'Through their contact form',
    copyLead: 'Copy your letter. Without the button: click into the text, select all of it and copy.',
    subject: (name: string) => `Subject of your letter to ${name}`,
    body: (name: string) => `Your letter to ${name}`,
    copySubject: 'Copy the subject',
    copyBody: 'Copy the letter',
    copied: 'Copied.',
    openLead: 'Open the form, paste the letter and send it there. It may ask for your address.',
    open: 'Open the contact form (in a new tab)',
  },
  phone: {
    title: 'By phone',
    call: (number: string) => `Call ${number}`,
    lead: 'A minute is enough. Mostly somebody from the office answers and writes down what callers want. Say it in your own words, or like this:',
    hello: (name: string, place: string) => `Hello, my name is ${name}. I live in … (your town), ${place}.`,
    about: (representative: string, subject: string) =>
      `I am calling to ask ${representative} for something. It is about “${subject}”.`,
    ask: (representative: string) => `Would you pass this on, and tell me what ${representative} thinks of it?`,
    reply: (email: string) => `An answer reaches me at ${email}. Thank you.`,
    nobody: 'If nobody answers',
    nobodyLead:
      'Does a machine answer? Say the same, slowly, with your postcode and your phone number. Does it ring in vain? Weekdays between ten and four are best; try again another day.',
  },
  post: {
    title: 'By post',
    lead: 'Print it, sign it, and send it to:',
    print: 'Open the letter to print',
  },

  didYou: 'Did you send it?',
  sent: (name: string) => `Yes, I sent it to ${name}`,
  notSent: (name: string) => `No, I have not sent it to ${name} yet`,
  sign: 'Sign the petition as well',
  back: 'Back to the campaign',
  data: 'What we hold about you',
};

/** The letter on paper. */
export const letterPrint = {
  title: 'Print your letter',
  lead: 'Print it at 100 %, without the browser’s headers and footers. Folded in three, the address stands in the window of a usual envelope.',
  typed: 'Add your street and town, so that you can be answered by post. What you type here stays in your browser.',
  street: 'Your street and house number',
  town: 'Your postcode and town',
  print: 'Print',
  back: 'Back to how you send it',
  signature: 'Room for your signature',
};
