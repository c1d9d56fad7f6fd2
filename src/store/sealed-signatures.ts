import { sql } from 'kysely';
import type { SignatureState } from '../domain/signature.ts';
import type { Reading, SignatureRow } from './schema.ts';

/** What leaves the server of a signature, sealed as it is. */
const handedOut = [
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
  'origin',
] as const;
export type SealedSignature = Pick<SignatureRow, (typeof handedOut)[number]>;

/**
 * So many rows, of whatever campaign, are looked at for one page: where a small campaign lies among the millions of another, a read that
 * went on until its page is full would keep signers waiting.
 */
const rowsLookedAt = 4096;

/**
 * A page of a campaign's signatures by rising number, for reads of any length that hold no lock.
 * @param after the number to begin behind
 * @param through the last number that counts
 * @returns `next`: the number to go on after, or null at the end. A page may be empty and have a next one.
 */
export async function sealedSignatures(
  db: Reading,
  campaignId: number,
  states: readonly SignatureState[],
  { after, through, most }: { after: number; through: number; most: number },
): Promise<{ rows: SealedSignature[]; next: number | null }> {
  const last = Math.min(after + rowsLookedAt, through);
  const rows = await handedOutOf(db, campaignId, states, after).where('id', '<=', last).limit(most).execute();
  const seen = rows.length === most ? (rows.at(-1)?.id ?? last) : last;
  return { rows, next: seen < through ? seen : null };
}

/** The same for a command, which keeps nobody waiting: a page is full while there are any. */
export const signaturesAfter = (
  db: Reading,
  campaignId: number,
  after: number,
  states: readonly SignatureState[],
  most: number,
): Promise<SealedSignature[]> => handedOutOf(db, campaignId, states, after).limit(most).execute();

const handedOutOf = (db: Reading, campaignId: number, states: readonly SignatureState[], after: number) =>
  db
    .selectFrom('signatures')
    .select(handedOut)
    .where('id', '>', after)
    // The plus keeps SQLite from the index of addresses, by which it would read and sort the whole campaign for each page.
    .where(sql<boolean>`+campaign_id = ${campaignId}`)
    .where('state', 'in', states)
    // A form that lapsed while another one of the same address waits is only that one's place.
    .where(sql<boolean>`not (state = 'pending' and length(own) = 0)`)
    .orderBy('id');

/** How many signatures a campaign has in these states, wherever they were gathered. */
export async function countSignatures(
  db: Reading,
  campaignId: number,
  states: readonly SignatureState[],
): Promise<number> {
  const rows = await db
    .selectFrom('signature_counts')
    .select('count')
    .where('campaign_id', '=', campaignId)
    .where('state', 'in', states)
    .execute();
  return rows.reduce((sum, { count }) => sum + count, 0);
}
