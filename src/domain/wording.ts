/** What a signer agrees to, as it stands beside the form. */
export interface ConsentWording {
  statement: string;
  public: string;
  updates: string;
}

/** The petition's text as it is hashed: NFC, line ends LF, no space at the ends. */
export const petitionText = (ask: string): string => ask.normalize('NFC').replace(/\r\n?/g, '\n').trim();
