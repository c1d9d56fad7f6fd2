import { randomUUID } from 'node:crypto';
import { fact, setFact } from './facts.ts';
import type { Reading } from './schema.ts';
import type { Writing } from './writer.ts';

const version = 'representatives version';

/** For whatever changes who can be written to, or by what postcode they are found: pages made before are not shown any more, by any server. */
export async function representativesChanged(writing: Writing): Promise<void> {
  writing.touch('representatives');
  await setFact(writing, version, randomUUID());
}

/** Another text once representatives have changed; undefined before that. */
export const representativesVersion = (db: Reading): Promise<string | undefined> => fact(db, version);
