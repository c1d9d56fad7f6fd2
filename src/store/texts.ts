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

export interface AgreedText {
  text_id: number;
  locale: string;
  since_at: number;
  body: string;
  sha256: Buffer;
  /** Confirmed signatures, wherever they were gathered. */
  count: number;
}

/**
 * The texts of a petition that confirmed signers signed, and those shown now, the oldest first. One that came back stands there once, from
 * when it was first shown.
 * @param spoken the locales that the campaign speaks now
 */
export async function signedTexts(
  db: Kysely<Schema>,
  campaign: number,
  spoken: readonly string[],
): Promise<AgreedText[]> {
  const counts = await db
    .selectFrom('signature_texts')
    .select(['text_id', (of) => of.fn.sum<number | string>('count').as('count')])
    .where('campaign_id', '=', campaign)
    .groupBy('text_id')
    .execute();
  const versions = await db
    .selectFrom('text_versions')
    .innerJoin('texts', 'texts.id', 'text_versions.text_id')
    .select(['text_id', 'locale', 'since_at', 'body', 'sha256'])
    .where('campaign_id', '=', campaign)
    .where('kind', '=', 'petition')
    .orderBy('text_versions.id')
    .execute();
  const newest = new Map(versions.map(({ locale, text_id }) => [locale, text_id]));
  const countOf = new Map(counts.map(({ text_id, count }) => [text_id, Number(count)]));
  const seen = new Set<number>();
  return versions.flatMap((version) => {
    const count = countOf.get(version.text_id) ?? 0;
    const isShown = spoken.includes(version.locale) && newest.get(version.locale) === version.text_id;
    if (seen.has(version.text_id) || (count === 0 && !isShown)) return [];
    seen.add(version.text_id);
    return [{ ...version, count }];
  });
}
