import { z } from 'zod';
import { countryCodes } from '../domain/countries.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import { fieldLimits } from '../domain/limits.ts';
import type { Strings } from '../strings/strings.ts';
import { line } from './text-rules.ts';

type Errors = Strings['errors'];

/** The fields that signers and writers share. */
export const person = (errors: Errors) => ({
  name: line({
    most: fieldLimits.name,
    missing: errors.nameMissing,
    tooLong: errors.nameTooLong,
    control: errors.nameControl,
  }).refine(readable, errors.nameUnreadable),
  email: emailAddress(errors),
  country: country(errors),
  postcode: line({ most: fieldLimits.postcode, tooLong: errors.postcodeTooLong, control: errors.controlCharacters }),
});

export const emailAddress = (errors: Errors) =>
  line({
    most: fieldLimits.email,
    missing: errors.emailMissing,
    tooLong: errors.emailTooLong,
    control: errors.emailWrong,
  }).transform((typed, refinement) => {
    const address = parseEmailAddress(typed);
    if (address !== undefined) return address;
    refinement.addIssue(errors.emailWrong);
    return z.NEVER;
  });

/** A name that shows as nothing, or turns the text around it, is nobody's. */
const readable = (name: string): boolean => shown.test(name) && !/[\u202A-\u202E\u2066-\u2069]/.test(name);

/** A letter or a number; Braille and SignWriting have signs instead. Hangul's fillers are letters, and invisible. */
const shown = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{Script=SignWriting}\u2801-\u28FF]/u;

const known = new Set(countryCodes);

const country = (errors: Errors) =>
  line({ most: 100, missing: errors.countryMissing, tooLong: errors.countryUnknown, control: errors.countryUnknown })
    .transform((typed) => typed.toUpperCase())
    .refine((code) => known.has(code), errors.countryUnknown);
