import { isoTime } from '../domain/clock.ts';
import type { LetterState, WriterRecord } from '../domain/letter.ts';
import { placeOf } from '../domain/place.ts';
import { countLetters, lettersAfter, type SealedLetter } from '../store/letter-export.ts';
import type { Reading } from '../store/schema.ts';
import type { Exportable } from './export-pages.ts';
import type { ExportOptions } from './export-signatures.ts';

export const letterFields = [
  'id',
  'name',
  'email',
  'country',
  'postcode',
  'representatives',
  'locale',
  'verified_at',
] as const;
export type LetterField = (typeof letterFields)[number];

/** One letter as it is exported. */
export interface ExportedLetter {
  id: number;
  name: string;
  email: string;
  country: string;
  postcode: string;
  /** The names of those it goes to. */
  representatives: readonly string[];
  locale: string;
  /** ISO 8601 in UTC, to the hour; null while unverified. */
  verified_at: string | null;
}

/** Who wrote to whom; the letters themselves were the writers' and are not kept. */
export async function exportedLetters(
  db: Reading,
  { campaign, all, open }: ExportOptions,
): Promise<Exportable<SealedLetter, ExportedLetter>> {
  const states: LetterState[] = all ? ['pending', 'verified'] : ['verified'];
  return {
    total: await countLetters(db, campaign.id, states),
    rowsAfter: (id, most) => lettersAfter(db, campaign.id, id, states, most),
    open: async (row) => {
      const record = await open(row, placeOf.letter(campaign.slug, row.id));
      return typeof record === 'string' ? record : exportedLetter(row, record as WriterRecord);
    },
  };
}

const exportedLetter = (row: SealedLetter, writer: WriterRecord): ExportedLetter => ({
  id: row.id,
  name: writer.name,
  email: writer.email,
  country: row.country,
  postcode: writer.postcode,
  representatives: row.representatives,
  locale: row.locale,
  verified_at: row.verified_at === null ? null : isoTime(row.verified_at),
});
