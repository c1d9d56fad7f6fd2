import { driftFrom, type DriftedTally, type TalliedRow } from './drift.ts';
import type { Reading } from './schema.ts';
import { unsettled } from './outbox.ts';

/**
 * Counts of letters, of deliveries and of mails to send that differ from the rows; of letters, in campaigns that were not
 * emptied: there the counts stay. Look at one moment of the database, or what is written meanwhile looks like drift.
 */
export async function driftedLetters(db: Reading): Promise<DriftedTally[]> {
  const campaigns = await db.selectFrom('campaigns').select(['id', 'slug', 'emptied_at']).execute();
  const slugs = new Map(campaigns.map(({ id, slug }) => [id, slug]));
  const emptied = new Set(campaigns.filter((row) => row.emptied_at !== null).map(({ id }) => id));
  const kept = (row: TalliedRow): boolean => !emptied.has(row.campaign_id);
  return [
    ...driftFrom((await letterRows(db)).filter(kept), (await letterCounts(db)).filter(kept)),
    ...driftFrom((await deliveryRows(db)).filter(kept), (await deliveryCounts(db)).filter(kept)),
    ...driftFrom(await outboxRows(db), await outboxCounts(db)),
  ].map(({ campaign_id, ...difference }) => ({ slug: slugs.get(campaign_id) ?? '', ...difference }));
}

const asLetters = ({
  campaign_id,
  state,
  count,
}: {
  campaign_id: number;
  state: string;
  count: number;
}): TalliedRow => ({
  campaign_id,
  what: `letters ${state}`,
  count,
});

async function letterRows(db: Reading): Promise<TalliedRow[]> {
  const rows = await db
    .selectFrom('letters')
    .select(['campaign_id', 'state', (of) => of.fn.countAll<number>().as('count')])
    .groupBy(['campaign_id', 'state'])
    .execute();
  return rows.map(asLetters);
}

/** Those that expired have no rows. */
const letterCounts = async (db: Reading): Promise<TalliedRow[]> =>
  (await db.selectFrom('letter_counts').selectAll().where('state', '!=', 'expired').execute()).map(asLetters);

const asDeliveries = (row: {
  campaign_id: number;
  representative_id: number;
  state: string;
  count: number;
}): TalliedRow => ({
  campaign_id: row.campaign_id,
  what: `${row.state} to ${row.representative_id}`,
  count: row.count,
});

async function deliveryRows(db: Reading): Promise<TalliedRow[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('letters', 'letters.id', 'deliveries.letter_id')
    .select(['campaign_id', 'representative_id', 'deliveries.state', (of) => of.fn.countAll<number>().as('count')])
    .where('letters.state', '=', 'verified')
    .groupBy(['campaign_id', 'representative_id', 'deliveries.state'])
    .execute();
  return rows.map(asDeliveries);
}

const deliveryCounts = async (db: Reading): Promise<TalliedRow[]> =>
  (await db.selectFrom('delivery_counts').selectAll().execute()).map(asDeliveries);

async function outboxRows(db: Reading): Promise<TalliedRow[]> {
  const rows = await db
    .selectFrom('messages')
    .select(['campaign_id', (of) => of.fn.countAll<number>().as('count')])
    .where(unsettled)
    .groupBy('campaign_id')
    .execute();
  return rows.map((row) => ({ ...row, what: 'mails to send' }));
}

const outboxCounts = async (db: Reading): Promise<TalliedRow[]> =>
  (await db.selectFrom('outbox_counts').selectAll().execute()).map((row) => ({ ...row, what: 'mails to send' }));
