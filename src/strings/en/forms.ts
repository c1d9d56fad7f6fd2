/** Labels of the form fields, also used where a mail or a page repeats what was typed. */
export const fields = {
  name: 'Your name',
  email: 'Email address',
  country: 'Country',
  chooseCountry: 'Choose…',
  postcode: 'Postcode',
  comment: 'Why are you signing?',
  public: 'Shown in public',
  updates: 'News by email',
  area: 'Area',
  subject: 'Subject',
  body: 'Your letter',
  representative: 'Representatives',
  code: 'Six-digit code',
  optional: '(optional)',
  yes: 'Yes',
  no: 'No',
  meant: (address: string) => `Did you mean ${address}?`,
  mend: 'Yes, change it',
  errorSummary: 'Please check what you entered',
  errorPrefix: 'Error:',
};

/** One sentence for each fault, saying what to do. */
export const errors = {
  server: 'Enter the name of your server, such as social.example.',
  nameMissing: 'Enter your name.',
  nameTooLong: 'Shorten your name to 120 characters or fewer.',
  nameControl:
    'Enter your name on one line, without special control characters and without �, which stands for a lost letter.',
  nameUnreadable: 'Enter your name with at least one letter, and without characters that turn the direction of text.',
  nameOfWriter: 'Enter your name without < > @: it stands beside your address in the letter.',
  emailMissing: 'Enter your email address.',
  emailWrong: 'Enter an email address like name@example.org.',
  emailTooLong: 'Enter an email address of 254 characters or fewer.',
  countryMissing: 'Choose your country.',
  countryUnknown: 'Choose a country from the list.',
  postcodeTooLong: 'Shorten the postcode to 20 characters or fewer.',
  postcodeMissing: 'Enter your postcode, or choose your area or a name from the list.',
  postcodeUnknown: 'We do not know this postcode. Check it, or choose your area or a name from the list.',
  postcodeNobody: 'We know nobody to write to for this postcode alone. Choose an area or a name from the list.',
  commentTooLong: 'Shorten your comment to 1,000 characters or fewer.',
  controlCharacters: 'Remove the special control characters from this text, and �, which stands for a lost letter.',
  codeMissing: 'Enter the six-digit code from our mail.',
  codeWrong: 'Check the address and the code: they do not belong together, or the code is too old.',
  subjectMissing: 'Enter a subject for your letter.',
  subjectTooLong: 'Shorten the subject to 200 characters or fewer.',
  bodyMissing: 'Write your letter before you send it.',
  bodyTooLong: 'Shorten your letter to 20,000 characters or fewer.',
  representativeMissing: 'Choose at least one representative.',
  representativeTooMany: (most: number) =>
    most === 1 ? 'Choose one representative only.' : `Choose ${most} representatives at most.`,
  representativeUnknown: 'Choose representatives from the list; one of yours is no longer on it.',
};

/** Stored by version with each signature: a change of one word makes a new version. */
export const consent = {
  statement: (publisher: string) =>
    `By signing I agree that ${publisher} stores what I enter here, to confirm and count my signature and to hand the petition over. I can take this back at any time, by the link in each mail or by writing to ${publisher}.`,
  public: 'Show my name, country and comment in public on this page.',
  updates: (publisher: string) => `${publisher} may email me about what becomes of this campaign.`,
};
