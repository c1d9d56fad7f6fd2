import { foldText } from './fold-text.ts';
import { normalisePostcode } from './postcode.ts';
import type { SignatureInput } from './signature.ts';

/**
 * One spelling of somebody who gave no address, to recognise them on a sheet that is typed in twice: name, postcode and country without
 * case, accents, punctuation and spaces that differ. Where there is no postcode, all of one name in a country are one: rather too few are
 * counted than somebody twice. For a keyed index only.
 */
export const normalisePerson = ({
  name,
  postcode,
  country,
}: Pick<SignatureInput, 'name' | 'postcode' | 'country'>): string[] => [
  foldText(name),
  normalisePostcode(postcode, country),
  country,
];
