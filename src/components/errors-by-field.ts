import type { FieldError } from '../views.ts';

/** The first message of each field; the summary shows them all. */
export const errorsByField = (errors: FieldError[]): Record<string, string> =>
  Object.fromEntries(errors.toReversed().map(({ field, message }) => [field, message]));
