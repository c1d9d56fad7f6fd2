import { sql, type Kysely } from 'kysely';
import { toHour } from '../domain/clock.ts';
import type { Schema, TrendKind } from './schema.ts';
import type { Writing } from './writer.ts';

/** What of a form is counted, to find those that somebody makes in numbers. */
interface TaggedForm {
  campaignId: number;
  /** Seconds. */
  receivedAt: number;
  network: Buffer | null;
  mailDomain: Buffer;
  disposable: boolean;
  honeypot: boolean;
}

/** Where there is nothing to tell apart. */
const tags = { no: Buffer.from([0]), yes: Buffer.from([1]) };

/** Counts a form that came in, whether or not anybody had signed with its address: floods of the same are one too. */
export function tallyForm(
  { tally }: Writing,
  { campaignId: campaign_id, receivedAt, network, mailDomain, disposable, honeypot }: TaggedForm,
): void {
  const key = { campaign_id, hour: toHour(receivedAt) };
  if (network !== null) tally('signature_trends', { ...key, kind: 'network', tag: network }, 1);
  tally('signature_trends', { ...key, kind: 'domain', tag: mailDomain }, 1);
  tally('signature_trends', { ...key, kind: 'disposable', tag: disposable ? tags.yes : tags.no }, 1);
  // Nearly nobody's: the others are counted with what is disposable or not.
  if (honeypot) tally('signature_trends', { ...key, kind: 'honeypot', tag: tags.yes }, 1);
}

/** Counts that one of the forms of an hour was confirmed. */
export function tallyConfirmed({ tally }: Writing, campaign_id: number, receivedAt: number): void {
  tally('signature_trends', { campaign_id, kind: 'confirmed', hour: toHour(receivedAt), tag: tags.no }, 1);
}

export interface StrongTag {
  hour: number;
  tag: Buffer;
  count: number;
}

/** What most of the forms of each hour had in common, the strongest of each hour; never by fewer than five forms. */
export async function strongTags(
  db: Kysely<Schema>,
  campaignId: number,
  kind: Extract<TrendKind, 'network' | 'domain'>,
  hours: readonly number[],
  mostAnHour: number,
): Promise<StrongTag[]> {
  // Hour by hour, so that each is a few steps in the index, however many others there are.
  const ofHours = hours.map(
    (hour) => sql`select * from (select hour, tag, count from signature_trends
      where campaign_id = ${campaignId} and kind = ${kind} and hour = ${hour} and count >= 5
      order by count desc limit ${mostAnHour}) as of_hour`,
  );
  const { rows } = await sql<StrongTag>`${sql.join(ofHours, sql` union all `)}`.execute(db);
  return rows;
}

/** How many forms came in since an hour, and how many of them from addresses to throw away. */
export async function disposableForms(
  db: Kysely<Schema>,
  campaignId: number,
  since: number,
): Promise<{ all: number; disposable: number }> {
  const rows = await ofKind(db, campaignId, 'disposable', since).execute();
  const sum = (some: typeof rows): number => some.reduce((total, { count }) => total + count, 0);
  return { all: sum(rows), disposable: sum(rows.filter(({ tag }) => tag.equals(tags.yes))) };
}

/** How many of the forms since an hour had the hidden field filled in. */
export async function honeypotForms(db: Kysely<Schema>, campaignId: number, since: number): Promise<number> {
  const rows = await ofKind(db, campaignId, 'honeypot', since).execute();
  return rows.reduce((total, { count }) => total + count, 0);
}

/** Of the forms of each hour since one, how many were confirmed, by hour. */
export async function confirmedOfHours(
  db: Kysely<Schema>,
  campaignId: number,
  since: number,
): Promise<Map<number, number>> {
  const rows = await ofKind(db, campaignId, 'confirmed', since).execute();
  return new Map(rows.map(({ hour, count }) => [hour, count]));
}

const ofKind = (db: Kysely<Schema>, campaignId: number, kind: TrendKind, since: number) =>
  db
    .selectFrom('signature_trends')
    .select(['hour', 'tag', 'count'])
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', kind)
    .where('hour', '>=', since);

/** How many signatures came in during each hour since one. */
export const receivedByHour = (db: Kysely<Schema>, campaignId: number, since: number) =>
  db
    .selectFrom('signature_hours')
    .select(['hour', 'count'])
    .where('campaign_id', '=', campaignId)
    .where('event', '=', 'received')
    .where('hour', '>=', since)
    .execute();

/** Forgets what forms of hours before one had in common. @returns how many rows */
export async function forgetTrends(
  writing: Writing,
  campaignId: number,
  before: number,
  most: number,
): Promise<number> {
  const rows = await writing.db
    .selectFrom('signature_trends')
    .select(['kind', 'hour', 'tag'])
    .where('campaign_id', '=', campaignId)
    .where('kind', 'in', kinds)
    .where('hour', '<', before)
    .limit(most)
    .execute();
  if (rows.length === 0) return 0;
  for (const some of Map.groupBy(rows, ({ kind, hour }) => `${kind} ${hour}`).values())
    await writing.db
      .deleteFrom('signature_trends')
      .where('campaign_id', '=', campaignId)
      .where('kind', '=', some[0]?.kind ?? 'network')
      .where('hour', '=', some[0]?.hour ?? 0)
      .where(
        'tag',
        'in',
        some.map(({ tag }) => tag),
      )
      .execute();
  writing.touch('shredded');
  return rows.length;
}

/** All of them, so that the index of the key is of use. */
const kinds: TrendKind[] = ['network', 'domain', 'disposable', 'honeypot', 'confirmed'];

/** Empties the tags of signatures that came in before an hour. @returns of how many */
export async function emptyTags(writing: Writing, before: number, most: number): Promise<number> {
  const rows = await writing.db
    .selectFrom('signatures')
    .select('id')
    .where('created_at', '<', before)
    .where(isTagged)
    .limit(most)
    .execute();
  if (rows.length === 0) return 0;
  await writing.db
    .updateTable('signatures')
    .set({ network: null, mail_domain: null, honeypot: 0 })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  writing.touch('shredded');
  return rows.length;
}

/** Word for word as the partial index has it. */
const isTagged = sql<boolean>`(network is not null or mail_domain is not null)`;
