import { sql } from 'kysely';
import { daySeconds } from '../domain/clock.ts';
import type { Delay } from '../domain/delay.ts';
import type { EventCount } from '../domain/history.ts';
import type { Reading } from './schema.ts';

/** PostgreSQL's sums are numbers of any length, which come as text. */
const total = sql<number>`cast(sum(count) as bigint)`;

/** What happened to a campaign's signatures on each day (UTC). */
export async function eventDays(db: Reading, campaignId: number): Promise<EventCount[]> {
  const rows = await db
    .selectFrom('signature_days')
    .select(['day', 'event', 'count'])
    .where('campaign_id', '=', campaignId)
    .execute();
  return rows.map(({ day, event, count }) => ({ at: day * daySeconds, event, count }));
}

/** What happened in each hour from one on. */
export async function eventHours(db: Reading, campaignId: number, fromHour: number): Promise<EventCount[]> {
  const rows = await db
    .selectFrom('signature_hours')
    .select(['hour', 'event', 'count'])
    .where('campaign_id', '=', campaignId)
    .where('hour', '>=', fromHour)
    .execute();
  return rows.map(({ hour, event, count }) => ({ at: hour, event, count }));
}

/** Confirmed signatures by country, wherever they were gathered; the most first. */
export const countryCounts = (db: Reading, campaignId: number): Promise<{ country: string; count: number }[]> =>
  db
    .selectFrom('signature_countries')
    .select(['country', total.as('count')])
    .where('campaign_id', '=', campaignId)
    .groupBy('country')
    .having(total, '>', 0)
    .orderBy(total, 'desc')
    .orderBy('country')
    .execute();

/** How many came by a code, and how many of them confirmed. */
export interface SourceCount {
  /** '' where the link carried no code. */
  source: string;
  received: number;
  confirmed: number;
}

/** Word for word as the partial index has it. */
const isStrong = sql<boolean>`count >= 10`;

/**
 * The codes that most came by, and how many came without one. Anybody can make up codes: those that fewer than ten came by are left out.
 * @param most how many codes at most
 */
export async function strongSources(db: Reading, campaignId: number, most: number): Promise<SourceCount[]> {
  const strong = await db
    .selectFrom('signature_sources')
    .select(['source', 'count'])
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'received')
    .where(isStrong)
    .where('source', '!=', '')
    .orderBy('count', 'desc')
    .limit(most)
    .execute();
  const told = ['', ...strong.map(({ source }) => source)];
  const rows = await db
    .selectFrom('signature_sources')
    .select(['source', 'state', 'count'])
    .where('campaign_id', '=', campaignId)
    .where('source', 'in', told)
    .execute();
  const countOf = (source: string, state: 'received' | 'confirmed'): number =>
    rows.find((row) => row.source === source && row.state === state)?.count ?? 0;
  return told
    .map((source) => ({ source, received: countOf(source, 'received'), confirmed: countOf(source, 'confirmed') }))
    .filter(({ received }) => received > 0)
    .toSorted((one, other) => other.received - one.received);
}

/** How many came by exactly this code and confirmed. */
export async function confirmedBySource(db: Reading, campaignId: number, source: string): Promise<number> {
  const row = await db
    .selectFrom('signature_sources')
    .select('count')
    .where('campaign_id', '=', campaignId)
    .where('source', '=', source)
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  return row?.count ?? 0;
}

export const confirmationDelays = (db: Reading, campaignId: number): Promise<Delay[]> =>
  db.selectFrom('confirmation_delays').select(['hours', 'count']).where('campaign_id', '=', campaignId).execute();
