import { letterFields, type LetterField } from '../campaign/export-letters.ts';
import { fieldsOf, textFormat, textFormats, type TextFormatName } from '../domain/export-format.ts';
import { exportPurposes, longestPurpose, statedPurpose, type ExportPlan } from '../domain/export-purpose.ts';
import { inOrder, isSignatureField, signatureFields, type SignatureField } from '../domain/exported-signature.ts';
import { CommandError, parseCommand } from './command.ts';
import { identityOptions } from './identity.ts';

/** XLSX is no text, and the pack is a document: both are for the command line alone. */
const formats = [...textFormats, 'xlsx', 'pack'] as const;
type Format = (typeof formats)[number];

/** Letters were written to representatives: nobody who wrote one asked for mail. */
const letterFormats = ['csv', 'jsonl', 'xlsx'] as const;

/** Columns that files of scripts have had from the first version on. New ones come with `--fields`. */
const usualFields = signatureFields.filter((field) => field !== 'origin');

/** What a call of `export` asks for, checked. */
export type ExportChoice = {
  slug: string;
  out: string | undefined;
  /** Whether `out` may be there already. */
  force: boolean;
  plan: ExportPlan;
  values: IdentityValues;
} & (
  | { what: 'signatures'; format: Exclude<Format, 'pack'>; fields: readonly SignatureField[] }
  | { what: 'letters'; format: (typeof letterFormats)[number]; fields: readonly LetterField[] }
  | { what: 'pack'; withNames: boolean }
);

interface IdentityValues {
  identity?: string[] | undefined;
  'passphrase-file'?: string | undefined;
}

/** @throws CommandError whose exit code is 2 */
export function exportChoice(args: string[]): ExportChoice {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'csv' },
      fields: { type: 'string' },
      purpose: { type: 'string' },
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      letters: { type: 'boolean', default: false },
      'with-names': { type: 'boolean', default: false },
      ...identityOptions,
    },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign export <slug>', 2);
  const { format, fields, out, force, all, letters, 'with-names': withNames } = values;
  if (!isOf(formats, format))
    throw new CommandError(
      `There is no format “${format}”: ${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`,
      2,
    );
  const stated = purposeOf(values.purpose);
  const chosen = { slug, out, force, values };
  const planOf = (what: ExportPlan['what'], held: readonly string[]): ExportPlan => ({
    what,
    format,
    fields: held,
    all,
    ...stated,
  });
  if (withNames && format !== 'pack') throw new CommandError('--with-names belongs to --format pack.', 2);
  if (letters) {
    if (!isOf(letterFormats, format))
      throw new CommandError(`Letters are exported as csv, jsonl or xlsx, not as ${format}.`, 2);
    if (stated.purpose === 'updates')
      throw new CommandError('Nobody asked for updates with a letter: leave --letters out.', 2);
    const held = letterFieldsOf(fields);
    return { ...chosen, what: 'letters', format, fields: held, plan: planOf('letters', held) };
  }
  if (format === 'pack') {
    if (all || fields !== undefined)
      throw new CommandError('A pack has its own contents: leave --all and --fields out.', 2);
    return { ...chosen, what: 'pack', withNames, plan: planOf('pack', withNames ? packFields : []) };
  }
  const held = signatureFieldsOf(format, fields);
  return { ...chosen, what: 'signatures', format, fields: held, plan: planOf('signatures', held) };
}

/** What is opened for a pack with names. */
const packFields: readonly SignatureField[] = ['name', 'country', 'postcode'];

const isOf = <T extends string>(known: readonly T[], text: string): text is T =>
  (known as readonly string[]).includes(text);

/** One of the purposes by its name, or words of one's own. */
function purposeOf(text: string | undefined): Pick<ExportPlan, 'purpose' | 'words'> {
  if (text === undefined) return { purpose: '', words: '' };
  const stated = statedPurpose(isOf(exportPurposes, text) && text !== 'other' ? text : 'other', text);
  if (stated.outcome !== 'stated')
    throw new CommandError(`Say the purpose in a few words, at most ${longestPurpose} characters.`, 2);
  return { purpose: stated.purpose, words: stated.words };
}

function signatureFieldsOf(format: TextFormatName | 'xlsx', asked: string | undefined): SignatureField[] {
  const shape = textFormat[format === 'xlsx' ? 'csv' : format];
  if (asked === undefined) return fieldsOf(shape, usualFields);
  const fields = listed(asked, signatureFields, isSignatureField);
  const lost = fields.find((field) => asked !== 'all' && !shape.takes(field));
  if (lost !== undefined) throw new CommandError(`${format} has no column for ${lost}.`, 2);
  return inOrder(fieldsOf(shape, fields));
}

const letterFieldsOf = (asked: string | undefined): readonly LetterField[] => {
  if (asked === undefined) return letterFields;
  const fields = listed(asked, letterFields, (name): name is LetterField => isOf(letterFields, name));
  return letterFields.filter((field) => fields.includes(field));
};

function listed<Field extends string>(
  asked: string,
  known: readonly Field[],
  isKnown: (name: string) => name is Field,
): readonly Field[] {
  if (asked === 'all') return known;
  return asked.split(',').map((typed) => {
    const name = typed.trim();
    if (!isKnown(name)) throw new CommandError(`There is no field “${name}”: ${known.join(', ')}, or all`, 2);
    return name;
  });
}
