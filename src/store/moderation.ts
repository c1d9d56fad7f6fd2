import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { moderations, mostCounted, type Moderation } from '../domain/moderation.ts';
import { touchPages, type PublicNameRow } from './public-names.ts';
import type { Schema } from './schema.ts';
import type { Writing } from './writer.ts';

/** Where a page of a queue begins: after this name. */
export interface NameKey {
  shownAt: number;
  signatureId: number;
}

/** Word for word as the partial indexes have it; signatures that are invalidated show nothing anyway. */
const stands: Record<Moderation, ReturnType<typeof sql<boolean>>> = {
  waiting: sql<boolean>`moderation = 'waiting' and withheld = 0`,
  approved: sql<boolean>`moderation = 'approved' and withheld = 0`,
  hidden: sql<boolean>`moderation = 'hidden' and withheld = 0`,
};

/** Of those that their signers took back, nothing is left to look at. */
const isThere = sql<boolean>`length(shown) > 0`;

/** Names of which organizers have said this, the newest first: what the page shows comes first. */
export const namesInQueue = (
  db: Kysely<Schema>,
  campaignId: number,
  queue: Moderation,
  after: NameKey | undefined,
  most: number,
): Promise<PublicNameRow[]> =>
  db
    .selectFrom('public_names')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where(stands[queue])
    .where(isThere)
    .$if(after !== undefined, (names) =>
      names.where(sql<boolean>`(shown_at, signature_id) < (${after?.shownAt}, ${after?.signatureId})`),
    )
    .orderBy('shown_at', 'desc')
    .orderBy('signature_id', 'desc')
    .limit(most)
    .execute();

/** How many names each queue has, up to one more than `mostCounted`. */
export async function queueLengths(db: Kysely<Schema>, campaignId: number): Promise<Record<Moderation, number>> {
  const lengths = { waiting: 0, approved: 0, hidden: 0 };
  for (const queue of moderations) {
    const { count } = await db
      .selectFrom((names) =>
        names
          .selectFrom('public_names')
          .select('signature_id')
          .where('campaign_id', '=', campaignId)
          .where(stands[queue])
          .where(isThere)
          .limit(mostCounted + 1)
          .as('first'),
      )
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    lengths[queue] = count;
  }
  return lengths;
}

/** Those of these signatures that have something to show. */
export const namesOf = (
  db: Kysely<Schema>,
  campaignId: number,
  signatureIds: readonly number[],
): Promise<PublicNameRow[]> =>
  db
    .selectFrom('public_names')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('signature_id', 'in', signatureIds)
    .where(isThere)
    .execute();

export async function setModeration(
  writing: Writing,
  campaignId: number,
  signatureIds: readonly number[],
  moderation: Moderation,
): Promise<void> {
  await writing.db
    .updateTable('public_names')
    .set({ moderation })
    .where('campaign_id', '=', campaignId)
    .where('signature_id', 'in', signatureIds)
    .execute();
  touchPages(writing, campaignId);
  writing.touch(`removed:${campaignId}`);
}

/** Tells whether a name is still the one that somebody looked at: each time it is written, its bytes are others. */
export const versionOfName = ({ shown }: Pick<PublicNameRow, 'shown'>): string =>
  createHash('sha256').update(shown).digest('hex').slice(0, 12);
