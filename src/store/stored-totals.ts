import type { Reading } from './schema.ts';

export interface StoredTotals {
  /** How many rows there are in each state that occurs. */
  signatures: { state: string; count: number }[];
  letters: number;
}

/** Counts rows, of all campaigns together: for whoever wants to see that nothing is missing. Takes its time. */
export async function storedTotals(db: Reading): Promise<StoredTotals> {
  const signatures = await db
    .selectFrom('signatures')
    .select(['state', (of) => of.fn.countAll<number>().as('count')])
    .groupBy('state')
    .orderBy('state')
    .execute();
  const letters = await db
    .selectFrom('letters')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { signatures, letters: letters.count };
}
