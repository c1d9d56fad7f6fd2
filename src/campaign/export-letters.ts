import { isoTime } from '../domain/clock.ts';
import type { LetterState, WriterRecord } from '../domain/letter.ts';
import { placeOf } from '../domain/place.ts';
import { countLetters, lettersAfter, type ExportedLetter } from '../store/letter-export.ts';
import type { Reading } from '../store/schema.ts';
import type { Exportable, ExportedLine } from './export-pages.ts';
import type { ExportOptions } from './export-signatures.ts';

const columns = ['id', 'name', 'email', 'country', 'postcode', 'representatives', 'locale', 'verified_at'] as const;

/** Who wrote to whom; the letters themselves were the writers' and are not kept. */
export async function exportedLetters(
  db: Reading,
  { campaign, all, open }: ExportOptions,
): Promise<Exportable<ExportedLetter>> {
  const states: LetterState[] = all ? ['pending', 'verified'] : ['verified'];
  return {
    what: 'letter',
    columns,
    total: await countLetters(db, campaign.id, states),
    rowsAfter: (id, most) => lettersAfter(db, campaign.id, id, states, most),
    open: async (row) => {
      const record = await open(row, placeOf.letter(campaign.slug, row.id));
      return typeof record === 'string' ? record : lineOf(row, record as WriterRecord);
    },
  };
}

const lineOf = (row: ExportedLetter, writer: WriterRecord): Record<(typeof columns)[number], ExportedLine[string]> => ({
  id: row.id,
  name: writer.name,
  email: writer.email,
  country: row.country,
  postcode: writer.postcode,
  representatives: row.representatives,
  locale: row.locale,
  verified_at: row.verified_at === null ? null : isoTime(row.verified_at),
});
