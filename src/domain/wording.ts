/** What a signer agrees to, as it stands beside the form. */
export interface ConsentWording {
  statement: string;
  public: string;
  updates: string;
}

/** The wording as it is hashed and stored: a line each. */
export const consentText = ({ statement, public: shown, updates }: ConsentWording): string =>
  [statement, shown, updates].join('\n');

/** A stored wording as it stood beside the form. */
export function consentWordingOf(text: string): ConsentWording {
  const [statement = '', shown = '', updates = ''] = text.split('\n');
  return { statement, public: shown, updates };
}

/** The petition's text as it is hashed: NFC, line ends LF, no space at the ends. */
export const petitionText = (ask: string): string => ask.normalize('NFC').replace(/\r\n?/g, '\n').trim();
