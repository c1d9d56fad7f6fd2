import { sql } from 'kysely';
import { daySeconds } from '../domain/clock.ts';
import { driftFrom, type DriftedTally, type TalliedRow } from './drift.ts';
import type { Reading } from './schema.ts';

/**
 * Figures of signatures, beside those of their states, that differ from the rows: countries, texts and sources of confirmed ones, in campaigns
 * that were not emptied. Hours and days tell of signatures that have no row any more: they have to agree with each other and, added up, with
 * the count. Look at one moment of the database.
 */
export async function driftedSignatures(db: Reading): Promise<DriftedTally[]> {
  const campaigns = await db.selectFrom('campaigns').select(['id', 'slug', 'emptied_at']).execute();
  const kept = new Set(campaigns.filter((row) => row.emptied_at === null).map(({ id }) => id));
  const ofKept = (rows: TalliedRow[]): TalliedRow[] => rows.filter((row) => kept.has(row.campaign_id));
  const drifted = [
    ...driftFrom(ofKept(await countryRows(db)), ofKept(await countryCounts(db))),
    ...driftFrom(ofKept(await textRows(db)), ofKept(await textCounts(db))),
    ...driftFrom(ofKept(await sourceRows(db)), ofKept(await sourceCounts(db))),
    ...driftFrom(await hoursByDay(db), await days(db)),
    ...driftFrom(await siteCounts(db), await netOfHours(db)),
  ];
  const slugs = new Map(campaigns.map(({ id, slug }) => [id, slug]));
  return drifted.map(({ campaign_id, ...difference }) => ({ slug: slugs.get(campaign_id) ?? '', ...difference }));
}

/** PostgreSQL's sums are numbers of any length, which come as text. */
const total = (of: ReturnType<typeof sql>) => sql<number>`cast(sum(${of}) as bigint)`;
const counted = total(sql`count`);

const asCountry = (row: { campaign_id: number; origin: string; country: string; count: number }): TalliedRow => ({
  campaign_id: row.campaign_id,
  what: `from ${row.country} (${row.origin})`,
  count: row.count,
});

const countryRows = async (db: Reading): Promise<TalliedRow[]> =>
  (
    await db
      .selectFrom('signatures')
      .select(['campaign_id', 'origin', 'country', (of) => of.fn.countAll<number>().as('count')])
      .where('state', '=', 'confirmed')
      .groupBy(['campaign_id', 'origin', 'country'])
      .execute()
  ).map(asCountry);

const countryCounts = async (db: Reading): Promise<TalliedRow[]> =>
  (await db.selectFrom('signature_countries').selectAll().execute()).map(asCountry);

const asText = (row: { campaign_id: number; origin: string; text_id: number; count: number }): TalliedRow => ({
  campaign_id: row.campaign_id,
  what: `of text ${row.text_id} (${row.origin})`,
  count: row.count,
});

const textRows = async (db: Reading): Promise<TalliedRow[]> =>
  (
    await db
      .selectFrom('signatures')
      .select(['campaign_id', 'origin', 'petition_text_id as text_id', (of) => of.fn.countAll<number>().as('count')])
      .where('state', '=', 'confirmed')
      .groupBy(['campaign_id', 'origin', 'petition_text_id'])
      .execute()
  ).map(asText);

const textCounts = async (db: Reading): Promise<TalliedRow[]> =>
  (await db.selectFrom('signature_texts').selectAll().execute()).map(asText);

const asSource = (row: { campaign_id: number; source: string; count: number }): TalliedRow => ({
  campaign_id: row.campaign_id,
  what: `by the code “${row.source}”`,
  count: row.count,
});

const sourceRows = async (db: Reading): Promise<TalliedRow[]> =>
  (
    await db
      .selectFrom('signatures')
      .select(['campaign_id', 'source', (of) => of.fn.countAll<number>().as('count')])
      .where('state', '=', 'confirmed')
      .where('origin', '=', 'site')
      .groupBy(['campaign_id', 'source'])
      .execute()
  ).map(asSource);

/** Forms that were received have no rows for long. */
const sourceCounts = async (db: Reading): Promise<TalliedRow[]> =>
  (await db.selectFrom('signature_sources').selectAll().where('state', '=', 'confirmed').execute()).map(asSource);

const asDay = (row: { campaign_id: number; day: number; event: string; count: number }): TalliedRow => ({
  campaign_id: row.campaign_id,
  what: `${row.event} on ${new Date(row.day * daySeconds * 1000).toISOString().slice(0, 10)}`,
  count: row.count,
});

const dayOfHour = sql<number>`hour / ${sql.lit(daySeconds)}`;

const hoursByDay = async (db: Reading): Promise<TalliedRow[]> =>
  (
    await db
      .selectFrom('signature_hours')
      .select(['campaign_id', dayOfHour.as('day'), 'event', counted.as('count')])
      .groupBy(['campaign_id', dayOfHour, 'event'])
      .execute()
  ).map(asDay);

const days = async (db: Reading): Promise<TalliedRow[]> =>
  (await db.selectFrom('signature_days').selectAll().execute()).map(asDay);

const asCount = (row: { campaign_id: number; count: number }): TalliedRow => ({
  ...row,
  what: 'confirmed by all hours together',
});

const siteCounts = async (db: Reading): Promise<TalliedRow[]> =>
  (
    await db
      .selectFrom('signature_counts')
      .select(['campaign_id', 'count'])
      .where('origin', '=', 'site')
      .where('state', '=', 'confirmed')
      .execute()
  ).map(asCount);

const netOfHours = async (db: Reading): Promise<TalliedRow[]> => {
  const net = total(sql`case when event in ('confirmed', 'reinstated') then count
    when event in ('withdrawn', 'invalidated', 'erased') then -count else 0 end`);
  const rows = await db
    .selectFrom('signature_hours')
    .select(['campaign_id', net.as('count')])
    .groupBy('campaign_id')
    .execute();
  return rows.map(asCount);
};
