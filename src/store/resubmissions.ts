import type { Kysely, Selectable } from 'kysely';
import type { Schema, Submission } from './schema.ts';
import type { Writing } from './writer.ts';

export type ResubmissionRow = Selectable<Schema['resubmissions']>;

export const resubmissionById = (db: Kysely<Schema>, id: number): Promise<ResubmissionRow | undefined> =>
  db.selectFrom('resubmissions').selectAll().where('id', '=', id).executeTakeFirst();

/** The newest first: whoever types a code types the one from the last mail. */
export const resubmissionsOf = (db: Kysely<Schema>, signatureId: number): Promise<ResubmissionRow[]> =>
  db.selectFrom('resubmissions').selectAll().where('signature_id', '=', signatureId).orderBy('id', 'desc').execute();

/** Those that may still be confirmed; the others were emptied. */
export const waitingResubmissions = async (db: Kysely<Schema>, signatureId: number): Promise<ResubmissionRow[]> =>
  (await resubmissionsOf(db, signatureId)).filter(({ own }) => own.length > 0);

/** @returns its id */
export async function insertResubmission(
  writing: Writing,
  signatureId: number,
  submission: Submission,
): Promise<number> {
  const row = { ...submission, signature_id: signatureId };
  const { id } = await writing.db.insertInto('resubmissions').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function deleteResubmissions(writing: Writing, signatureId: number): Promise<void> {
  await writing.db.deleteFrom('resubmissions').where('signature_id', '=', signatureId).execute();
}

/** Forgets what was typed, keeps the links: a mail that is opened late still finds its signature. */
export async function emptyResubmissions(writing: Writing, signatureId: number): Promise<void> {
  const nothing = {
    sealed: Buffer.alloc(0),
    own: Buffer.alloc(0),
    to_show: null,
    public: 0,
    network: null,
    honeypot: 0,
  } as const;
  await writing.db.updateTable('resubmissions').set(nothing).where('signature_id', '=', signatureId).execute();
  writing.touch('shredded');
}
