import { z } from 'zod';
import { fieldLimits } from '../domain/limits.ts';
import { isPlainCode } from '../domain/source-code.ts';
import type { SignatureInput } from '../domain/signature.ts';
import type { Strings } from '../strings/strings.ts';
import { person } from './person.ts';
import { lines, ticked } from './text-rules.ts';
import { inWords, readForm, type Read } from './read-form.ts';

/**
 * Reads what the sign form or the JSON API was sent; one schema for both.
 * @param sent values by field name; unknown fields are ignored
 */
export const readSignature = (sent: unknown, { errors }: Strings): Read<SignatureInput> =>
  readForm(schema(errors), sent);

const schema = inWords((errors: Strings['errors']) =>
  z.object({
    ...person(errors),
    comment: lines({ most: fieldLimits.comment, tooLong: errors.commentTooLong, control: errors.controlCharacters }),
    public: ticked,
    updates: ticked,
    source,
  }),
);

/** A garbled code in a shared link costs nobody their signature: it is dropped instead. */
const source = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' && isPlainCode(value) ? value : ''));
