import { sql, type Kysely } from 'kysely';
import { byBytes } from './by-bytes.ts';
import { paddedList } from './padded-list.ts';
import type { Schema } from './schema.ts';

/** What mails an address has had of a campaign, but for those about its signature. */
export interface MailStanding {
  /** Whether a letter from it was verified. */
  verifiedWriter: boolean;
  lettersToday: number;
  /** Mails with nothing but a link. */
  linksToday: number;
}

const none: MailStanding = { verifiedWriter: false, lettersToday: 0, linksToday: 0 };

/**
 * How addresses stand, by two statements for all of them.
 * @param day days since 1970; what was counted on the next one counts as well (domain/limits.ts, `countsToday`)
 * @returns the standing of each
 */
export async function mailStandings(
  db: Kysely<Schema>,
  campaignId: number,
  addressIndexes: readonly Buffer[],
  day: number,
): Promise<(addressIndex: Buffer) => MailStanding> {
  const asked = paddedList(addressIndexes);
  const letters = await db
    .selectFrom('letters')
    .select(['address_index', (of) => of.fn.max('verified_at').as('verified_at')])
    .select(sql<number>`sum(case when mail_day in (${day}, ${day + 1}) then 1 else 0 end)`.as('today'))
    .where('campaign_id', '=', campaignId)
    .where('address_index', 'in', asked)
    .groupBy('address_index')
    .execute();
  const links = await db
    .selectFrom('links')
    .select(['address_index', (of) => of.fn.countAll<number>().as('today')])
    .where('campaign_id', '=', campaignId)
    .where('address_index', 'in', asked)
    .where('mail_day', 'in', [day, day + 1])
    .groupBy('address_index')
    .execute();
  const standings = byBytes<MailStanding>();
  for (const { address_index, verified_at, today } of letters)
    standings.set(address_index, { ...none, verifiedWriter: verified_at !== null, lettersToday: today });
  for (const { address_index, today } of links)
    standings.set(address_index, { ...(standings.get(address_index) ?? none), linksToday: today });
  return (addressIndex) => standings.get(addressIndex) ?? none;
}

/** How one address stands. */
export const mailStanding = async (
  db: Kysely<Schema>,
  campaignId: number,
  addressIndex: Buffer,
  day: number,
): Promise<MailStanding> => (await mailStandings(db, campaignId, [addressIndex], day))(addressIndex);
