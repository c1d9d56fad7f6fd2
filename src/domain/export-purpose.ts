import type { SignatureField } from './exported-signature.ts';
import type { LeftOut } from './left-out.ts';

/**
 * What somebody exports signatures for. `hand-over`: give the petition to whom it is addressed. `updates`: send updates to those who asked
 * for them. `check`: check the count. `request`: answer a signer's request. `other`: in words of their own.
 */
export const exportPurposes = ['hand-over', 'updates', 'check', 'request', 'other'] as const;
export type ExportPurpose = (typeof exportPurposes)[number];

/** A few words, in one line: they stand in the log, which is never deleted. */
export const longestPurpose = 200;

export type StatedPurpose =
  { outcome: 'stated'; purpose: ExportPurpose; words: string } | { outcome: 'unknown' | 'no-words' | 'too-long' };

/** @param words for `other` only; with any other purpose they are dropped */
export function statedPurpose(purpose: string, words: string): StatedPurpose {
  if (!isPurpose(purpose)) return { outcome: 'unknown' };
  if (purpose !== 'other') return { outcome: 'stated', purpose, words: '' };
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '') return { outcome: 'no-words' };
  if (line.length > longestPurpose) return { outcome: 'too-long' };
  return { outcome: 'stated', purpose, words: line };
}

const isPurpose = (text: string): text is ExportPurpose => (exportPurposes as readonly string[]).includes(text);

/** What is exported, how and what for. */
export interface ExportPlan {
  what: 'signatures' | 'letters' | 'pack';
  format: string;
  fields: readonly SignatureField[] | readonly string[];
  /** '' where nobody was asked. */
  purpose: ExportPurpose | '';
  words: string;
  /** The unconfirmed too. */
  all: boolean;
}

type Facts = Record<string, string | number | boolean | readonly string[] | null>;

/** What the log holds of an export that begins: `export-begun`. */
export const factsOfBegun = ({ what, format, fields, purpose, words, all }: ExportPlan): Facts => ({
  what,
  format,
  fields: [...fields],
  purpose,
  words,
  all,
});

/**
 * What the log holds of its end: `export-done`, or `export-stopped` with what was written until then. What was left out stands there by
 * its reason, such as `left_out_no_consent`.
 * @param begun the number of its `export-begun`
 */
export const factsOfEnd = (begun: number, written: number, leftOut: LeftOut): Facts => ({
  begun,
  written,
  ...Object.fromEntries(
    Object.entries(leftOut).map(([reason, count]) => [`left_out_${reason.replaceAll('-', '_')}`, count]),
  ),
});
