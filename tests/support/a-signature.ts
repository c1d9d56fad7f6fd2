import type { SignatureInput } from '../../src/domain/signature.ts';

/** The fields of a form that Sam fills in without a mistake. */
export const aSignature = (changes: Record<string, string> = {}): Record<string, string> => ({
  name: 'Sam Example',
  email: 'sam@example.org',
  country: 'DE',
  ...changes,
});

/** The same after validation. */
export const typed = (changes: Partial<SignatureInput> = {}): SignatureInput => ({
  name: 'Sam Example',
  email: 'sam@example.org',
  country: 'DE',
  postcode: '',
  comment: '',
  public: false,
  updates: false,
  source: '',
  ...changes,
});

/** The fields of a letter that Wanda writes without a mistake. */
export const aLetter = (representative: string, changes: Record<string, string> = {}): Record<string, string> => ({
  name: 'Wanda Example',
  email: 'wanda@example.org',
  country: 'GB',
  postcode: '',
  representative,
  subject: 'A question about scores',
  body: 'Dear {{ representative }},\n\nplease ask for the rules.\n\n{{ name }}',
  ...changes,
});
