import { z } from 'zod';

/** What a person may type into one line, or into several. Messages are sentences for the form. */
interface Rule {
  most: number;
  /** Undefined: may stay empty. */
  missing?: string;
  tooLong: string;
  control: string;
}

/**
 * One line: no control characters, no line ends; spaces at the ends go. Half a surrogate pair is refused, and so is U+FFFD, which is what
 * bytes that are no UTF-8 have become by then: a name that arrives broken is never stored so.
 */
export const line = (rule: Rule) => text(rule, notInLine);
export const notInLine = /[\p{Cc}\p{Cs}\uFFFD\u2028\u2029]/u;

/** Several lines: tab and line ends are fine; line ends become LF. Otherwise as one line. */
export const lines = (rule: Rule) => text(rule, /(?![\t\n])[\p{Cc}\p{Cs}\uFFFD]/u);

const text = ({ most, missing, tooLong, control }: Rule, forbidden: RegExp) =>
  z
    .string(missing ?? control)
    .default('')
    .transform((typed) => typed.replace(/\r\n/g, '\n').trim())
    .superRefine((typed, refinement) => {
      if (typed === '' && missing !== undefined) refinement.addIssue(missing);
      else if (typed.length > most) refinement.addIssue(tooLong);
      else if (forbidden.test(typed)) refinement.addIssue(control);
    });

/** A ticked checkbox: `on` or `yes` from a form, `true` from JSON. */
export const ticked = z
  .unknown()
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && ['on', 'yes', 'true', '1'].includes(value)));
