import type { Kysely } from 'kysely';
import { origins, type Origin, type SignatureState } from '../domain/signature.ts';
import { insertMany } from './insert-many.ts';
import { paddedList } from './padded-list.ts';
import { recount } from './recount.ts';
import type { NewSignature, Schema, SignatureRow, Submission } from './schema.ts';
import type { Writing } from './writer.ts';

export const signatureById = (db: Kysely<Schema>, id: number): Promise<SignatureRow | undefined> =>
  db.selectFrom('signatures').selectAll().where('id', '=', id).executeTakeFirst();

export const signatureOfAddress = (
  db: Kysely<Schema>,
  campaignId: number,
  addressIndex: Buffer,
): Promise<SignatureRow | undefined> =>
  db
    .selectFrom('signatures')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('address_index', '=', addressIndex)
    .executeTakeFirst();

/** The signatures of those of these addresses that have signed. */
export const signaturesOfAddresses = (
  db: Kysely<Schema>,
  campaignId: number,
  addressIndexes: readonly Buffer[],
): Promise<SignatureRow[]> =>
  db
    .selectFrom('signatures')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('address_index', 'in', paddedList(addressIndexes))
    .execute();

/** Stores signatures and counts them in. Each row has the same columns. */
export async function insertSignatures(writing: Writing, rows: readonly NewSignature[]): Promise<void> {
  await insertMany(writing.db, 'signatures', rows);
  for (const row of rows) recount(writing, undefined, row, row.created_at);
}

/** Stores signatures at once that were confirmed when they were made, and counts them in. */
export async function insertConfirmed(writing: Writing, rows: readonly NewSignature[]): Promise<void> {
  await insertMany(writing.db, 'signatures', rows);
  for (const row of rows) recount(writing, undefined, row, row.confirmed_at ?? row.created_at);
}

/** Changes a signature, and moves it from one count to another when its state or origin changes. @param at when that is, in seconds */
export async function updateSignature(
  writing: Writing,
  before: SignatureRow,
  change: Partial<Submission> &
    Partial<
      Pick<
        SignatureRow,
        | 'state'
        | 'origin'
        | 'confirmed_at'
        | 'no_news'
        | 'mail_day'
        | 'mails_that_day'
        | 'mail_domain'
        | 'disposable'
        | 'invalidation_id'
      >
    >,
  at: number,
): Promise<void> {
  await writing.db.updateTable('signatures').set(change).where('id', '=', before.id).execute();
  const after = { ...before, ...change };
  if (after.state !== before.state || after.origin !== before.origin) recount(writing, before, after, at);
}

/** Forgets what was typed into a form that waits no longer; the row stays the place of those that were sent since. */
export async function emptySignature(writing: Writing, row: SignatureRow, at: number): Promise<void> {
  const nothing = { sealed: Buffer.alloc(0), own: Buffer.alloc(0), to_show: null, public: 0 as const };
  await updateSignature(writing, row, nothing, at);
  writing.touch('shredded');
}

/**
 * Deletes a signature with all that hangs on it.
 * @param at when, in seconds
 * @param countAs `expired`: the count says that there was one; undefined: nothing is left of it
 */
export async function deleteSignature(
  writing: Writing,
  row: SignatureRow,
  at: number,
  countAs?: 'expired',
): Promise<void> {
  await writing.db.deleteFrom('signatures').where('id', '=', row.id).execute();
  recount(writing, row, countAs === undefined ? undefined : { ...row, state: countAs }, at);
  writing.touch('shredded');
}

/** The highest number that a signature of any campaign has; 0 where there is none. */
export async function lastSignatureId(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('signatures').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id ?? 0;
}

/** How many signatures that were gathered here a campaign has in each state. */
export async function signatureCounts(db: Kysely<Schema>, campaignId: number): Promise<Record<SignatureState, number>> {
  const counts = { pending: 0, confirmed: 0, withdrawn: 0, expired: 0, invalidated: 0 };
  const rows = await db
    .selectFrom('signature_counts')
    .select(['state', 'count'])
    .where('campaign_id', '=', campaignId)
    .where('origin', '=', 'site')
    .execute();
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

/** How many confirmed signatures a campaign has by where they were gathered. */
export async function confirmedByOrigin(db: Kysely<Schema>, campaignId: number): Promise<Record<Origin, number>> {
  const counts = { site: 0, paper: 0, import: 0 };
  const rows = await db
    .selectFrom('signature_counts')
    .select(['origin', 'count'])
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'confirmed')
    .execute();
  for (const row of rows) counts[row.origin] = row.count;
  return counts;
}

export interface DriftedCount {
  slug: string;
  state: SignatureState;
  counted: number;
  found: number;
}

/** Counters that differ from the rows. Counts of states whose rows are deleted, and of emptied campaigns, have no rows. */
export async function driftedCounts(db: Kysely<Schema>): Promise<DriftedCount[]> {
  const campaigns = await db.selectFrom('campaigns').select(['id', 'slug']).where('emptied_at', 'is', null).execute();
  const found = await db
    .selectFrom('signatures')
    .select(['campaign_id', 'origin', 'state', (of) => of.fn.countAll<number>().as('count')])
    .groupBy(['campaign_id', 'origin', 'state'])
    .execute();
  const counts = await db.selectFrom('signature_counts').selectAll().execute();
  const drifted: DriftedCount[] = [];
  for (const { id, slug } of campaigns)
    for (const origin of origins)
      for (const state of countedStates) {
        const isThis = (row: { campaign_id: number; origin: Origin; state: SignatureState }): boolean =>
          row.campaign_id === id && row.origin === origin && row.state === state;
        const rows = found.find(isThis)?.count ?? 0;
        const counted = counts.find(isThis)?.count ?? 0;
        if (rows !== counted) drifted.push({ slug, state, counted, found: rows });
      }
  return drifted;
}

/** Signatures in these states have a row. */
const countedStates: SignatureState[] = ['pending', 'confirmed', 'withdrawn', 'invalidated'];
