import { z } from 'zod';
import type { Strings } from '../strings/strings.ts';
import { emailAddress } from './person.ts';
import { readForm, type Read } from './read-form.ts';

/**
 * Reads an address and the six digits that were mailed to it. Spaces between them are fine, and so are the digits and the invisible marks of
 * direction that an Arabic, Persian or Chinese keyboard makes.
 */
export const readCode = (sent: unknown, { errors }: Strings): Read<{ email: string; code: string }> =>
  readForm(
    z.object({
      email: emailAddress(errors),
      code: z
        .string(errors.codeMissing)
        .transform((typed) => inAsciiDigits(typed).replace(/[\s\p{Cf}-]/gu, ''))
        .refine((code) => code !== '', errors.codeMissing)
        .refine((code) => /^\d{6}$/.test(code), errors.codeWrong),
    }),
    sent,
  );

const inAsciiDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
