import { leftOutOf, textFormat, type TextFormatName } from '../domain/export-format.ts';
import type { ExportPurpose } from '../domain/export-purpose.ts';
import type { SignatureField } from '../domain/exported-signature.ts';
import { leaveOut, type LeftOut } from '../domain/left-out.ts';
import type { SealedPage } from '../domain/sealed-page.ts';
import { signatureOpener } from './open-signatures.ts';

/** What is written, and how. */
export interface FilePlan {
  /** The campaign's slug. */
  campaign: string;
  format: TextFormatName;
  fields: readonly SignatureField[];
  purpose: ExportPurpose | '';
}

/** How far an export has come. */
export interface Progress {
  /** Rows that were looked at. */
  rows: number;
  written: number;
  leftOut: LeftOut;
  /** The first of those that could not be opened, by number. */
  unopened: number[];
}

/** Enough to find out what is wrong with them. */
const numbersTold = 20;

/**
 * A file that grows by a page of sealed rows at a time. Each page's lines become a part of their own at once, which a browser may keep on
 * disk: no part of the export is ever one long text.
 */
export function exportFile({ campaign, format, fields, purpose }: FilePlan, identities: readonly string[]) {
  const { head, line, mediaType } = textFormat[format];
  const leftOut = leftOutOf(textFormat[format], purpose);
  const open = signatureOpener(campaign, identities);
  const parts: Blob[] = [new Blob([head(fields)])];
  const progress: Progress = { rows: 0, written: 0, leftOut: {}, unopened: [] };

  return {
    progress,
    take: async (page: SealedPage): Promise<void> => {
      const lines: string[] = [];
      for (const opened of await open(page)) {
        const reason = opened.outcome === 'opened' ? leftOut(opened.signature) : 'unopened';
        if (opened.outcome === 'unopened' && progress.unopened.length < numbersTold) progress.unopened.push(opened.id);
        if (reason !== undefined) leaveOut(progress.leftOut, reason);
        else if (opened.outcome === 'opened') lines.push(line(opened.signature, fields, campaign));
      }
      parts.push(new Blob(lines));
      progress.rows += page.rows.length;
      progress.written += lines.length;
    },
    finish: (): Blob => new Blob(parts, { type: mediaType }),
  };
}
