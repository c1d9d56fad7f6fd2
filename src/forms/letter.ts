import { z } from 'zod';
import { fieldLimits } from '../domain/limits.ts';
import type { LetterInput } from '../domain/letter.ts';
import type { Strings } from '../strings/strings.ts';
import { person } from './person.ts';
import { fieldsOf, readForm, type Read } from './read-form.ts';
import { line, lines } from './text-rules.ts';

/** Reads what the letter form was sent; `representative` may be repeated, each id counts once. */
export const readLetter = (
  sent: URLSearchParams,
  { errors }: Strings,
  maxRepresentatives: number,
): Read<LetterInput> => {
  const fields = { ...fieldsOf(sent), representatives: [...new Set(sent.getAll('representative'))] };
  const asked = person(errors);
  const read = readForm(
    z.object({
      representatives: representatives(errors, maxRepresentatives),
      subject: line({
        most: fieldLimits.subject,
        missing: errors.subjectMissing,
        tooLong: errors.subjectTooLong,
        control: errors.controlCharacters,
      }),
      body: lines({
        most: fieldLimits.body,
        missing: errors.bodyMissing,
        tooLong: errors.bodyTooLong,
        control: errors.controlCharacters,
      }),
      ...asked,
      name: asked.name.refine((name) => !/[<>@]/.test(name), errors.nameOfWriter),
    }),
    fields,
  );
  if (read.outcome === 'read') return read;
  return {
    outcome: 'faulty',
    errors: read.errors.map((fault) => ({
      ...fault,
      field: fault.field === 'representatives' ? 'representative' : fault.field,
    })),
  };
};

const representatives = (errors: Strings['errors'], most: number) =>
  z
    .array(
      z
        .string()
        .regex(/^[1-9]\d{0,14}$/, errors.representativeUnknown)
        .transform(Number),
    )
    .min(1, errors.representativeMissing)
    .max(most, errors.representativeTooMany(most));
