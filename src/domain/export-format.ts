import { isoDay } from './clock.ts';
import { csvRow, formulaSafe } from './csv.ts';
import { csvLine, jsonLine } from './export-line.ts';
import { inOrder, type ExportedSignature, type SignatureField } from './exported-signature.ts';
import type { ExportPurpose } from './export-purpose.ts';
import type { LeftOutReason } from './left-out.ts';
import {
  leftOutOfMailing,
  leftOutOfUpdates,
  mailingColumns,
  mailingTools,
  type MailingTool,
} from './mailing-columns.ts';

/** What signatures are exported as, of all that is text: a line for each. */
export const textFormats = ['csv', 'jsonl', ...mailingTools] as const;
export type TextFormatName = (typeof textFormats)[number];

export interface TextFormat {
  extension: 'csv' | 'jsonl';
  mediaType: string;
  /** Without these it is of no use: they are taken whatever was chosen. */
  needs: readonly SignatureField[];
  /** What it has a place for. */
  takes: (field: SignatureField) => boolean;
  /** Whether it is for a tool that sends mail, and so holds only those who asked for updates. */
  mailing: boolean;
  /** Why a signature is not in it; undefined: it is. */
  leftOut: (signature: ExportedSignature) => LeftOutReason | undefined;
  /** What stands above the first signature; may be ''. @param fields of `fieldsOf` */
  head: (fields: readonly SignatureField[]) => string;
  /** One signature, with its line end. @param campaign its slug */
  line: (signature: ExportedSignature, fields: readonly SignatureField[], campaign: string) => string;
}

const csvMediaType = 'text/csv; charset=utf-8';

const csv: TextFormat = {
  extension: 'csv',
  mediaType: csvMediaType,
  needs: [],
  takes: () => true,
  mailing: false,
  leftOut: () => undefined,
  head: csvRow,
  line: (signature, fields) => csvLine(fields, signature),
};

const jsonl: TextFormat = {
  ...csv,
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  head: () => '',
  line: (signature, fields) => jsonLine(fields, signature),
};

function mailing(tool: MailingTool): TextFormat {
  const all = mailingColumns[tool];
  const shown = (fields: readonly SignatureField[]) =>
    all.filter(({ field }) => field === undefined || fields.includes(field));
  return {
    extension: 'csv',
    mediaType: csvMediaType,
    needs: all.flatMap(({ field, needed }) => (needed && field !== undefined ? [field] : [])),
    takes: (field) => all.some((column) => column.field === field),
    mailing: true,
    leftOut: leftOutOfMailing,
    head: (fields) => csvRow(shown(fields).map(({ heading }) => heading)),
    line: (signature, fields, campaign) =>
      csvRow(shown(fields).map(({ cell }) => formulaSafe(cell(signature, campaign)))),
  };
}

export const textFormat: Record<TextFormatName, TextFormat> = {
  csv,
  jsonl,
  'action-network': mailing('action-network'),
  mailchimp: mailing('mailchimp'),
  civicrm: mailing('civicrm'),
};

/** Why a signature is not in a file of a format that is made for a purpose: who did not ask for updates is in none that they are sent by. */
export const leftOutOf =
  ({ leftOut }: Pick<TextFormat, 'leftOut'>, purpose: ExportPurpose | '') =>
  (signature: ExportedSignature): LeftOutReason | undefined =>
    leftOut(signature) ?? (purpose === 'updates' ? leftOutOfUpdates(signature) : undefined);

/** The fields that an export in a format holds: of those chosen what it has a place for, and what it needs. */
export const fieldsOf = (
  { needs, takes }: Pick<TextFormat, 'needs' | 'takes'>,
  chosen: readonly SignatureField[],
): SignatureField[] => inOrder([...needs, ...chosen.filter(takes)]);

export const isTextFormat = (text: string): text is TextFormatName => (textFormats as readonly string[]).includes(text);

/** Such as `clean-air-signatures-2026-01-31.csv`, or `clean-air-mailchimp-2026-01-31.csv`. @param at in seconds */
export const exportFileName = (campaign: string, format: TextFormatName, at: number): string =>
  `${campaign}-${textFormat[format].mailing ? format : 'signatures'}-${isoDay(at)}.${textFormat[format].extension}`;
