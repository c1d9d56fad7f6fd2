import { z } from 'zod';
import type { Strings } from '../strings/strings.ts';
import { emailAddress } from './person.ts';
import { readForm, type Read } from './read-form.ts';

/** Reads an address and the six digits that were mailed to it; spaces between the digits are fine. */
export const readCode = (sent: unknown, { errors }: Strings): Read<{ email: string; code: string }> =>
  readForm(
    z.object({
      email: emailAddress(errors),
      code: z
        .string(errors.codeMissing)
        .transform((typed) => typed.replace(/[\s-]/g, ''))
        .refine((code) => code !== '', errors.codeMissing)
        .refine((code) => /^\d{6}$/.test(code), errors.codeWrong),
    }),
    sent,
  );
