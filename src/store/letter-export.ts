import type { Kysely } from 'kysely';
import type { LetterState } from '../domain/letter.ts';
import type { LetterRow, Schema } from './schema.ts';

/** What organizers get of a letter, with the names of those it goes to. */
const exported = ['id', 'sealed', 'epoch_id', 'country', 'locale', 'verified_at'] as const;
export type SealedLetter = Pick<LetterRow, (typeof exported)[number]> & { representatives: string[] };

const lettersIn = (db: Kysely<Schema>, campaignId: number, states: LetterState[]) =>
  db.selectFrom('letters').where('campaign_id', '=', campaignId).where('state', 'in', states);

export async function countLetters(db: Kysely<Schema>, campaignId: number, states: LetterState[]): Promise<number> {
  const { count } = await lettersIn(db, campaignId, states)
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** One page of letters by rising number. */
export async function lettersAfter(
  db: Kysely<Schema>,
  campaignId: number,
  afterId: number,
  states: LetterState[],
  most: number,
): Promise<SealedLetter[]> {
  const letters = await lettersIn(db, campaignId, states)
    .select(exported)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(most)
    .execute();
  if (letters.length === 0) return [];
  const names = await db
    .selectFrom('deliveries')
    .innerJoin('representatives', 'representatives.id', 'deliveries.representative_id')
    .select(['letter_id', 'name'])
    .where(
      'letter_id',
      'in',
      letters.map(({ id }) => id),
    )
    .orderBy('deliveries.id')
    .execute();
  const byLetter = Map.groupBy(names, ({ letter_id }) => letter_id);
  return letters.map((letter) => ({
    ...letter,
    representatives: (byLetter.get(letter.id) ?? []).map(({ name }) => name),
  }));
}
