import { sql, type Kysely } from 'kysely';
import type { CountryCount } from '../domain/country-figures.ts';
import { daySeconds } from '../domain/clock.ts';
import { historyEvents, type HistoryAt } from '../domain/published-history.ts';
import { signatureEvents, type SignatureEvent } from '../domain/signature.ts';
import type { Schema } from './schema.ts';

/** How often each thing happened to signatures that were gathered here, ever. */
export async function eventTotals(db: Kysely<Schema>, campaignId: number): Promise<Record<SignatureEvent, number>> {
  const rows = await db
    .selectFrom('signature_hours')
    .select(['event', sql<number>`cast(sum(count) as integer)`.as('count')])
    .where('campaign_id', '=', campaignId)
    .groupBy('event')
    .execute();
  const found = new Map(rows.map(({ event, count }) => [event, count]));
  return Object.fromEntries(signatureEvents.map((event) => [event, found.get(event) ?? 0])) as Record<
    SignatureEvent,
    number
  >;
}

/** What happened to signatures that were gathered here, by the hour; those in which nothing did are left out. */
export const historyByHour = (db: Kysely<Schema>, campaignId: number): Promise<HistoryAt[]> =>
  history(db, campaignId, sql<number>`hour`);

/** The same by the day (UTC). */
export const historyByDay = (db: Kysely<Schema>, campaignId: number): Promise<HistoryAt[]> =>
  history(db, campaignId, sql<number>`hour - hour % ${sql.lit(daySeconds)}`);

/** Summed up by the database, in the order of the table's key: tens of thousands of rows are one read. */
const history = (db: Kysely<Schema>, campaignId: number, at: ReturnType<typeof sql<number>>): Promise<HistoryAt[]> =>
  db
    .selectFrom('signature_hours')
    .select(at.as('at'))
    .select(
      historyEvents.map((event) =>
        sql<number>`cast(sum(case when event = ${sql.lit(event)} then count else 0 end) as integer)`.as(event),
      ),
    )
    .where('campaign_id', '=', campaignId)
    .where('event', 'in', historyEvents)
    .groupBy(at)
    .orderBy(at)
    .execute();

/** Confirmed signatures that were gathered here, by country. */
export const siteCountries = (db: Kysely<Schema>, campaignId: number): Promise<CountryCount[]> =>
  db
    .selectFrom('signature_countries')
    .select(['country', 'count'])
    .where('campaign_id', '=', campaignId)
    .where('origin', '=', 'site')
    .execute();
