import { sql } from 'kysely';
import type { MailOutcome } from '../domain/message.ts';
import type { Reading } from './schema.ts';

/** PostgreSQL's sums are numbers of any length, which come as text. */
const total = sql<number>`cast(sum(count) as bigint)`;

/** How many mails of all campaigns are still to be sent. */
export async function waitingMails(db: Reading): Promise<number> {
  const row = await db
    .selectFrom('outbox_counts')
    .select((of) => of.fn.coalesce(total, sql.lit(0)).as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** How tries to send went from an hour on, by reason; the most frequent first. */
export const mailOutcomes = (
  db: Reading,
  fromHour: number,
): Promise<{ outcome: MailOutcome; reason: string; count: number }[]> =>
  db
    .selectFrom('mail_hours')
    .select(['outcome', 'reason', total.as('count')])
    .where('hour', '>=', fromHour)
    .groupBy(['outcome', 'reason'])
    .orderBy('count', 'desc')
    .execute();
