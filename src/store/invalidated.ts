import { sql, type Kysely } from 'kysely';
import type { InvalidationConditions } from '../domain/invalidation.ts';
import { recount } from './recount.ts';
import type { Schema, SignatureRow } from './schema.ts';
import type { Writing } from './writer.ts';

/** Which signatures may be looked at: numbers above `after`, up to `through`. */
export interface NumberRange {
  after: number;
  through: number;
}

const counted = [
  'id',
  'campaign_id',
  'state',
  'origin',
  'country',
  'source',
  'petition_text_id',
  'created_at',
  'confirmed_at',
] as const;
export type MatchingSignature = Pick<SignatureRow, (typeof counted)[number]>;

/** Signatures that fit and can be taken out, by rising number. Withdrawn ones, and those that another invalidation has, never fit. */
export const matchingSignatures = (
  db: Kysely<Schema>,
  campaignId: number,
  conditions: InvalidationConditions,
  range: NumberRange,
  most: number,
): Promise<MatchingSignature[]> =>
  matching(db, campaignId, conditions, range).select(counted).orderBy('id').limit(most).execute();

/** How many fit, and how many of them are in the public count. */
export const countMatching = (
  db: Kysely<Schema>,
  campaignId: number,
  conditions: InvalidationConditions,
  range: NumberRange,
): Promise<{ matching: number; confirmed: number }> =>
  matching(db, campaignId, conditions, range)
    .select((of) => [of.fn.countAll<number>().as('matching'), countsNow.as('confirmed')])
    .executeTakeFirstOrThrow();

const countsNow = sql<number>`count(case when state = 'confirmed' and origin = 'site' then 1 end)`;

function matching(
  db: Kysely<Schema>,
  campaignId: number,
  conditions: InvalidationConditions,
  { after, through }: NumberRange,
) {
  const { from, to, network, mailDomain, country, source, state, disposable, honeypot, origin } = conditions;
  let query = db
    .selectFrom('signatures')
    .where('id', '>', after)
    .where('id', '<=', through)
    // The plus keeps SQLite from other indexes: rows are read in the order in which they lie.
    .where(sql<boolean>`+campaign_id = ${campaignId}`)
    .where('state', 'in', state === undefined ? ['pending', 'confirmed'] : [state]);
  if (from !== undefined) query = query.where(sql<boolean>`+created_at >= ${from}`);
  if (to !== undefined) query = query.where(sql<boolean>`+created_at < ${to}`);
  if (network !== undefined) query = query.where('network', '=', Buffer.from(network, 'hex'));
  if (mailDomain !== undefined) query = query.where('mail_domain', '=', Buffer.from(mailDomain, 'hex'));
  if (country !== undefined) query = query.where('country', '=', country);
  if (source !== undefined) query = query.where('source', '=', source);
  if (disposable !== undefined) query = query.where('disposable', '=', disposable ? 1 : 0);
  if (honeypot !== undefined) query = query.where('honeypot', '=', honeypot ? 1 : 0);
  if (origin !== undefined) query = query.where('origin', '=', origin);
  return query;
}

/** Takes signatures out of the count and their names off the page. @param at in seconds */
export async function takeOut(
  writing: Writing,
  invalidationId: number,
  rows: readonly MatchingSignature[],
  at: number,
): Promise<void> {
  await setAll(writing, rows, { state: 'invalidated', invalidation_id: invalidationId }, 1);
  for (const row of rows) recount(writing, row, { ...row, state: 'invalidated' }, at);
}

/**
 * Puts back some of what an invalidation took out, as it was. What its signers have withdrawn or erased meanwhile is no longer its.
 * @param at in seconds
 * @returns how many
 */
export async function putBack(writing: Writing, invalidationId: number, most: number, at: number): Promise<number> {
  const rows = await writing.db
    .selectFrom('signatures')
    .select(counted)
    .where('invalidation_id', '=', invalidationId)
    .where('state', '=', 'invalidated')
    .orderBy('id')
    .limit(most)
    .execute();
  for (const state of ['pending', 'confirmed'] as const) {
    const some = rows.filter(({ confirmed_at }) => (confirmed_at === null) === (state === 'pending'));
    await setAll(writing, some, { state, invalidation_id: null }, 0);
    for (const row of some) recount(writing, row, { ...row, state }, at);
  }
  return rows.length;
}

async function setAll(
  { db }: Writing,
  rows: readonly MatchingSignature[],
  change: Pick<SignatureRow, 'state' | 'invalidation_id'>,
  withheld: 0 | 1,
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await db.updateTable('signatures').set(change).where('id', 'in', ids).execute();
  await db.updateTable('public_names').set({ withheld }).where('signature_id', 'in', ids).execute();
}
