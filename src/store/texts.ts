import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

export type TextKind = 'petition' | 'consent';

/** A text's row, made when it is new; the same text is stored once. @returns its id */
export async function ensureText(writing: Writing, text: string): Promise<number> {
  const sha256 = createHash('sha256').update(text).digest();
  await writing.db
    .insertInto('texts')
    .values({ sha256, body: text })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await writing.db.selectFrom('texts').select('id').where('sha256', '=', sha256).executeTakeFirstOrThrow();
  return row.id;
}

/** One of the wordings that a campaign has had. `since_at` to the hour. */
interface TextVersion {
  id: number;
  text_id: number;
  since_at: number;
}

/** The versions of a wording, oldest first. */
export const textVersions = (db: Kysely<Schema>, campaign: number, kind: TextKind, locale: string) =>
  db
    .selectFrom('text_versions')
    .select(['id', 'text_id', 'since_at'])
    .where('campaign_id', '=', campaign)
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .orderBy('id')
    .execute();

/** Whether anybody signed or may still confirm this wording. */
export async function textWasAgreedTo(
  db: Kysely<Schema>,
  campaign: number,
  kind: TextKind,
  textId: number,
): Promise<boolean> {
  const column = kind === 'petition' ? 'petition_text_id' : 'consent_text_id';
  const row = await db
    .selectFrom('signatures')
    .select('id')
    .where('campaign_id', '=', campaign)
    .where(column, '=', textId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A wording from an hour on. */
export const insertTextVersion = (
  writing: Writing,
  version: { campaign_id: number; kind: TextKind; locale: string; text_id: number; since_at: number },
): Promise<TextVersion> =>
  writing.db
    .insertInto('text_versions')
    .values(version)
    .returning(['id', 'text_id', 'since_at'])
    .executeTakeFirstOrThrow();

export async function deleteTextVersion(writing: Writing, id: number): Promise<void> {
  await writing.db.deleteFrom('text_versions').where('id', '=', id).execute();
}

/** A wording that somebody agreed to. */
export async function textById(db: Kysely<Schema>, id: number): Promise<string> {
  const { body } = await db.selectFrom('texts').select('body').where('id', '=', id).executeTakeFirstOrThrow();
  return body;
}
