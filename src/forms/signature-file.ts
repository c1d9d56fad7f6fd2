import { z } from 'zod';
import { fieldLimits } from '../domain/limits.ts';
import type { GatheredSignature } from '../domain/signature.ts';
import { countries } from '../strings/countries.ts';
import { strings } from '../strings/strings.ts';
import { readCsvDay } from './csv-day.ts';
import { readCsv } from './csv.ts';
import { person } from './person.ts';
import { readForm } from './read-form.ts';
import { signatureColumns, type SignatureColumnMap, type SignatureField } from './signature-columns.ts';
import { lines } from './text-rules.ts';

export interface ReadSignatures {
  outcome: 'read';
  signatures: GatheredSignature[];
  /** Lines that hold no signature, and a sentence each that says why. */
  faulty: { line: number; reason: string }[];
}

interface Reading {
  /** Sheets of paper may go without addresses. */
  emailMayBeMissing: boolean;
  /** Of all whose row names none. ISO 3166-1 alpha-2, or ''. */
  country: string;
  map: SignatureColumnMap;
  /** ISO day. Nobody signs tomorrow. */
  today: string;
}

/** Reads signatures that were gathered elsewhere from CSV with any header. What would be refused in the form is refused here. */
export function readSignatureFile(
  text: string,
  reading: Reading,
): ReadSignatures | { outcome: 'unreadable'; reason: string } {
  const table = readCsv(text);
  if ('reason' in table) return { outcome: 'unreadable', reason: table.reason };
  const columns = signatureColumns(table.header, reading.map);
  if ('reason' in columns) return { outcome: 'unreadable', reason: columns.reason };
  if (table.rows.length === 0) return { outcome: 'unreadable', reason: 'This file has no lines below its first one.' };
  const read: ReadSignatures = { outcome: 'read', signatures: [], faulty: [] };
  for (const { line, cells } of table.rows) {
    const signature = signatureOf((field) => (cells[columns[field] ?? -1] ?? '').trim(), line, reading);
    if (typeof signature === 'string') read.faulty.push({ line, reason: signature });
    else read.signatures.push(signature);
  }
  return read;
}

/** Of one row, or what is wrong with it. */
function signatureOf(cell: (field: SignatureField) => string, line: number, reading: Reading) {
  const sent = {
    name: cell('name') || [cell('given-name'), cell('family-name')].filter((word) => word !== '').join(' '),
    email: cell('email'),
    country: countryCodeOf(cell('country') || reading.country),
    postcode: cell('postcode'),
    comment: cell('comment'),
  };
  const read =
    sent.email === '' && reading.emailMayBeMissing ? readForm(withoutAddress, sent) : readForm(withAddress, sent);
  if (read.outcome === 'faulty') return read.errors[0]?.message ?? '';
  const signedOn = readCsvDay(cell('signed-on').replace(timeOfDay, ''), 'start');
  if (signedOn === undefined || signedOn > reading.today)
    return `The day of signing, “${cell('signed-on')}”, can be no date, several, or is still to come.`;
  const choices = { public: choiceOf(cell('public')), updates: choiceOf(cell('updates')) };
  for (const [field, choice] of Object.entries(choices))
    if (choice === undefined)
      return `“${cell(field as SignatureField)}” in the column “${field}” is neither yes nor no.`;
  return {
    line,
    signedOn,
    input: {
      email: '',
      ...read.value,
      public: choices.public === true,
      updates: choices.updates === true,
      source: '',
    },
  } satisfies GatheredSignature;
}

/** What other programs export says the hour as well. */
const timeOfDay = /[T ]\d{1,2}:\d{2}.*/s;

const countryCodeOf = (typed: string): string => codeByName.get(typed.toLowerCase()) ?? typed;

const codeByName = new Map(countries('en').map(({ value, label }) => [label.toLowerCase(), value]));

/** Consent is explicit: an empty cell is none, and what is unclear is asked about. */
function choiceOf(typed: string): boolean | undefined {
  if (/^(?:yes|y|true|1|x|on|ja|oui|si|sí)$/i.test(typed)) return true;
  return /^(?:|no|n|false|0|off|nein|non|-)$/i.test(typed) ? false : undefined;
}

/** About somebody else than whoever reads them. */
const errors: ReturnType<typeof strings>['errors'] = {
  ...strings('en').errors,
  nameMissing: 'There is no name.',
  nameTooLong: 'The name is longer than 120 characters.',
  nameControl: 'The name has control characters or � in it, or several lines.',
  nameUnreadable: 'The name has no letter, or characters that turn the direction of text.',
  emailMissing: 'There is no e-mail address.',
  emailWrong: 'The e-mail address is none.',
  emailTooLong: 'The e-mail address is longer than 254 characters.',
  countryMissing: 'There is no country: add a column with its code, or say --country for all.',
  countryUnknown: 'The country is not known: write its code, such as FR.',
  postcodeTooLong: 'The postcode is longer than 20 characters.',
  commentTooLong: 'The comment is longer than 1,000 characters.',
  controlCharacters: 'The postcode or the comment has control characters or � in it.',
};

const withAddress = z.object({
  ...person(errors),
  comment: lines({ most: fieldLimits.comment, tooLong: errors.commentTooLong, control: errors.controlCharacters }),
});

const withoutAddress = withAddress.omit({ email: true });
