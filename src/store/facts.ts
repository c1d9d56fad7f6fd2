import type { Reading } from './schema.ts';
import type { Writing } from './writer.ts';

/** Remembers a fact about this database once. @returns the fact as it is remembered */
export async function rememberFact(writing: Writing, name: string, value: string): Promise<string> {
  await writing.db
    .insertInto('facts')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await writing.db.selectFrom('facts').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return row.value;
}

/** Remembers a fact that changes. */
export async function setFact(writing: Writing, name: string, value: string): Promise<void> {
  await writing.db
    .insertInto('facts')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

export async function forgetFact(writing: Writing, name: string): Promise<void> {
  await writing.db.deleteFrom('facts').where('name', '=', name).execute();
}

export async function fact(db: Reading, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('facts').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

/** The facts whose names begin so. `prefix` holds no % and no _. */
export async function factNames(db: Reading, prefix: string): Promise<string[]> {
  const rows = await db.selectFrom('facts').select('name').where('name', 'like', `${prefix}%`).execute();
  return rows.map(({ name }) => name);
}

export async function forgetFacts(writing: Writing, names: readonly string[]): Promise<void> {
  if (names.length > 0) await writing.db.deleteFrom('facts').where('name', 'in', names).execute();
}
