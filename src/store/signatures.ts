import { sql, type Kysely } from 'kysely';
import type { SignatureState } from '../domain/signature.ts';
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

/** Stores a signature and counts it in. */
export async function insertSignature(writing: Writing, row: NewSignature): Promise<void> {
  await writing.db.insertInto('signatures').values(row).execute();
  await count(writing, row.campaign_id, row.state, 1);
}

/** Stores confirmed signatures of one campaign at once, and counts them in. */
export async function insertConfirmed(writing: Writing, rows: readonly NewSignature[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  await writing.db.insertInto('signatures').values(rows).execute();
  await count(writing, first.campaign_id, 'confirmed', rows.length);
}

/** Changes a signature, and moves it from one count to another when its state changes. */
export async function updateSignature(
  writing: Writing,
  before: SignatureRow,
  change: Partial<Submission> &
    Partial<Pick<SignatureRow, 'state' | 'confirmed_at' | 'no_news' | 'mail_day' | 'mails_that_day'>>,
): Promise<void> {
  await writing.db.updateTable('signatures').set(change).where('id', '=', before.id).execute();
  if (change.state === undefined || change.state === before.state) return;
  await count(writing, before.campaign_id, before.state, -1);
  await count(writing, before.campaign_id, change.state, 1);
}

/** Forgets what was typed into a form that waits no longer; the row stays the place of those that were sent since. */
export async function emptySignature(writing: Writing, row: SignatureRow): Promise<void> {
  const nothing = { sealed: Buffer.alloc(0), own: Buffer.alloc(0), to_show: null, public: 0 as const };
  await updateSignature(writing, row, nothing);
  writing.touch('shredded');
}

/**
 * Deletes a signature with all that hangs on it.
 * @param countAs `expired`: the count says that there was one; undefined: nothing is left of it
 */
export async function deleteSignature(writing: Writing, row: SignatureRow, countAs?: 'expired'): Promise<void> {
  await writing.db.deleteFrom('signatures').where('id', '=', row.id).execute();
  await count(writing, row.campaign_id, row.state, -1);
  if (countAs !== undefined) await count(writing, row.campaign_id, countAs, 1);
  writing.touch('shredded');
}

async function count(writing: Writing, campaignId: number, state: SignatureState, by: number): Promise<void> {
  await writing.db
    .insertInto('signature_counts')
    .values({ campaign_id: campaignId, state, count: by })
    .onConflict((conflict) =>
      conflict
        .columns(['campaign_id', 'state'])
        .doUpdateSet((set) => ({ count: set('signature_counts.count', '+', by) })),
    )
    .execute();
  if (state !== 'confirmed') return;
  writing.touch('counts');
  writing.touch(`campaign:${campaignId}`);
}

/** How many signatures a campaign has in each state. */
export async function signatureCounts(db: Kysely<Schema>, campaignId: number): Promise<Record<SignatureState, number>> {
  const rows = await db.selectFrom('signature_counts').selectAll().where('campaign_id', '=', campaignId).execute();
  const counts = { pending: 0, confirmed: 0, withdrawn: 0, expired: 0, invalidated: 0 };
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

/** The plus keeps SQLite from the index of addresses, by which it would read and sort the whole campaign for each page. */
const inCampaign = (campaignId: number) => sql<boolean>`+campaign_id = ${campaignId}`;

/** A form that lapsed while another one of the same address waits is only that one's place. */
const wasNotForgotten = sql<boolean>`not (state = 'pending' and length(own) = 0)`;

/** What organizers get of a signature. */
const exported = [
  'id',
  'sealed',
  'epoch_id',
  'form',
  'public',
  'no_news',
  'country',
  'source',
  'locale',
  'confirmed_at',
] as const;
export type ExportedSignature = Pick<SignatureRow, (typeof exported)[number]>;

/** One page of signatures by rising id, for reads of any length that hold no lock. */
export const signaturesAfter = (
  db: Kysely<Schema>,
  campaignId: number,
  afterId: number,
  states: SignatureState[],
  most: number,
): Promise<ExportedSignature[]> =>
  db
    .selectFrom('signatures')
    .select(exported)
    .where(inCampaign(campaignId))
    .where('id', '>', afterId)
    .where('state', 'in', states)
    .where(wasNotForgotten)
    .orderBy('id')
    .limit(most)
    .execute();

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
    .select(['campaign_id', 'state', (of) => of.fn.countAll<number>().as('count')])
    .groupBy(['campaign_id', 'state'])
    .execute();
  const drifted: DriftedCount[] = [];
  for (const { id, slug } of campaigns) {
    const counts = await signatureCounts(db, id);
    for (const state of countedStates) {
      const rows = found.find((row) => row.campaign_id === id && row.state === state)?.count ?? 0;
      if (rows !== counts[state]) drifted.push({ slug, state, counted: counts[state], found: rows });
    }
  }
  return drifted;
}

/** Signatures in these states have a row. */
const countedStates: SignatureState[] = ['pending', 'confirmed', 'withdrawn', 'invalidated'];
