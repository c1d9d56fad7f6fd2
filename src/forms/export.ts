import { z } from 'zod';
import { fieldsOf, textFormat, textFormats } from '../domain/export-format.ts';
import { statedPurpose, type ExportPlan, type StatedPurpose } from '../domain/export-purpose.ts';
import { signatureFields } from '../domain/exported-signature.ts';
import { leftOutReasons, type LeftOut } from '../domain/left-out.ts';
import type { Strings } from '../strings/strings.ts';
import { readForm, type Read } from './read-form.ts';
import { ticked } from './text-rules.ts';

/** Reads what an organizer wants to export in the browser. Its fields are those that the file will have. */
export function readExport(sent: URLSearchParams, { organize }: Strings): Read<ExportPlan> {
  const { errors } = organize.browserExport;
  const text = z.string().catch('');
  const schema = z
    .object({
      purpose: text,
      words: text,
      format: z.enum(textFormats, errors.format),
      fields: z.array(z.enum(signatureFields, errors.fields)),
      all: ticked,
    })
    .transform(({ purpose, words, format, fields, all }, context): ExportPlan => {
      const stated = statedPurpose(purpose, words);
      if (stated.outcome !== 'stated') {
        const message = errors[stated.outcome];
        context.addIssue({ code: 'custom', path: [fieldAtFault[stated.outcome]], message });
        return z.NEVER;
      }
      const taken = fieldsOf(textFormat[format], fields);
      if (taken.length === 0) {
        context.addIssue({ code: 'custom', path: ['fields'], message: errors.fields });
        return z.NEVER;
      }
      return { what: 'signatures', format, fields: taken, purpose: stated.purpose, words: stated.words, all };
    });
  const { purpose, words, format, all } = Object.fromEntries(sent);
  return readForm(schema, { purpose, words, format, fields: sent.getAll('fields'), all });
}

const fieldAtFault: Record<Exclude<StatedPurpose['outcome'], 'stated'>, 'purpose' | 'words'> = {
  unknown: 'purpose',
  'no-words': 'words',
  'too-long': 'words',
};

/** What a browser tells of an export's end: whether all was written, how much, and how much was left out by its reason. */
export function readExportEnd(
  sent: URLSearchParams,
): Read<{ act: 'export-done' | 'export-stopped'; written: number; leftOut: LeftOut }> {
  const count = z.coerce.number().int().min(0);
  const schema = z
    .object({
      end: z.enum(['done', 'stopped']),
      written: count,
      ...Object.fromEntries(leftOutReasons.map((reason) => [reason, count.default(0)])),
    })
    .transform(({ end, written, ...leftOut }) => ({
      act: `export-${end}` as const,
      written,
      leftOut: Object.fromEntries(Object.entries(leftOut as LeftOut).filter(([, left]) => left > 0)),
    }));
  return readForm(schema, Object.fromEntries(sent));
}
