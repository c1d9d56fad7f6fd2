import { sql } from 'kysely';
import { updateCampaign } from './campaigns.ts';
import { deleteLetters } from './letters.ts';
import type { Reading } from './schema.ts';
import { deleteSignature, emptySignature } from './signatures.ts';
import type { Writing } from './writer.ts';

/** Records of one kind that have been kept long enough. */
export interface DueRecords {
  count(db: Reading): Promise<number>;
  /** Forgets some of them, at most so many. @returns how many */
  forget(writing: Writing, most: number): Promise<number>;
}

/**
 * Forms that nobody confirmed in time. Where the same address has sent another one since, only what was typed into the
 * first goes: the row is still the other's place.
 * @param before seconds: made by then
 */
export function unconfirmedSignatures(campaignId: number, before: number, now: number): DueRecords {
  const waits = sql<boolean>`exists (select 1 from resubmissions where resubmissions.signature_id = signatures.id
    and resubmissions.created_at > ${before} and ${isWaiting})`;
  const due = (db: Reading) =>
    signaturesOf(db, campaignId)
      .where(isPending)
      .where('created_at', '<=', before)
      .where((where) => where.or([where.not(waits), isFilled]));
  return {
    count: (db) => counted(due(db)),
    forget: async (writing, most) => {
      const rows = await due(writing.db)
        .selectAll()
        .select(waits.as('waits'))
        .orderBy('created_at')
        .limit(most)
        .execute();
      for (const { waits: otherWaits, ...row } of rows)
        if (otherWaits) await emptySignature(writing, row, now);
        else await deleteSignature(writing, row, now, 'expired');
      return rows.length;
    },
  };
}

/** Those of them that an organizer had taken out meanwhile: nobody confirmed them either. */
export function unconfirmedInvalidated(campaignId: number, before: number, now: number): DueRecords {
  const due = (db: Reading) =>
    signaturesOf(db, campaignId).where(isUnconfirmedInvalidated).where('created_at', '<=', before);
  return {
    count: (db) => counted(due(db)),
    forget: async (writing, most) => {
      const rows = await due(writing.db).selectAll().limit(most).execute();
      for (const row of rows) await deleteSignature(writing, row, now, 'expired');
      return rows.length;
    },
  };
}

/** Forms that were sent again, beside a signature that stays, and that nobody confirmed in time. */
export function unconfirmedResubmissions(campaignId: number, before: number): DueRecords {
  const due = (db: Reading) =>
    db
      .selectFrom('resubmissions')
      .where('created_at', '<=', before)
      .where(isWaiting)
      // Looked up for each form: as a list it would be the whole campaign.
      .where((of) =>
        of.exists(
          of
            .selectFrom('signatures')
            .select('signatures.id')
            .whereRef('signatures.id', '=', 'resubmissions.signature_id')
            .where('signatures.campaign_id', '=', campaignId),
        ),
      );
  return {
    count: async (db) => (await due(db).select('id').execute()).length,
    forget: async (writing, most) => {
      const ids = (await due(writing.db).select('id').limit(most).execute()).map(({ id }) => id);
      if (ids.length === 0) return 0;
      await writing.db.deleteFrom('resubmissions').where('id', 'in', ids).execute();
      writing.touch('shredded');
      return ids.length;
    },
  };
}

/** Letters that nobody verified in time; the count says that there were some. */
export const unverifiedLetters = (campaignId: number, before: number): DueRecords =>
  goneLetters(
    (db) => lettersWithText(db, campaignId).where(isPending).where('created_at', '<=', before),
    (writing, ids) => deleteLetters(writing, ids, 'expired'),
  );

/** Texts of letters that were kept for their way; who wrote to whom and what came of it stays. */
export function letterTexts(campaignId: number, before: number, now: number): DueRecords {
  const due = (db: Reading) =>
    lettersWithText(db, campaignId).where('state', '!=', 'pending').where('created_at', '<=', before);
  return {
    count: (db) => counted(due(db)),
    forget: async (writing, most) => {
      const ids = await numbersOf(due(writing.db), most);
      if (ids.length === 0) return 0;
      const scrubbed = { text: null, text_key: null, scrubbed_at: now };
      await writing.db.updateTable('letters').set(scrubbed).where('id', 'in', ids).execute();
      writing.touch('shredded');
      return ids.length;
    },
  };
}

/** All that is left of signers; the counts stay as they are. */
export function allSignatures(campaignId: number, now: number): DueRecords {
  const due = (db: Reading) => signaturesOf(db, campaignId);
  return {
    count: (db) => counted(due(db)),
    forget: async (writing, most) => {
      const ids = await numbersOf(due(writing.db), most);
      if (ids.length === 0) return 0;
      await writing.db.deleteFrom('signatures').where('id', 'in', ids).execute();
      // With the first of them: from now on the counts say more than the rows.
      await updateCampaign(writing, campaignId, { emptied_at: now });
      writing.touch('shredded');
      return ids.length;
    },
  };
}

/** All that is left of writers; the counts stay as they are. */
export const allLetters = (campaignId: number, now: number): DueRecords =>
  goneLetters(
    (db) => db.selectFrom('letters').where('campaign_id', '=', campaignId),
    async (writing, ids) => {
      await deleteLetters(writing, ids, 'as-before');
      await updateCampaign(writing, campaignId, { emptied_at: now });
    },
  );

function goneLetters(
  due: (db: Reading) => ReturnType<typeof lettersWithText>,
  forget: (writing: Writing, ids: readonly number[]) => Promise<void>,
): DueRecords {
  return {
    count: (db) => counted(due(db)),
    forget: async (writing, most) => {
      const ids = await numbersOf(due(writing.db), most);
      if (ids.length > 0) await forget(writing, ids);
      return ids.length;
    },
  };
}

/** Those that were emptied are kept for their links. */
const isWaiting = sql<boolean>`length(resubmissions.own) > 0`;
const isFilled = sql<boolean>`length(signatures.own) > 0`;

/** Word for word as the partial indexes have it: with bound values SQLite would scan the tables. */
const isPending = sql<boolean>`state = 'pending'`;
const isUnconfirmedInvalidated = sql<boolean>`state = 'invalidated' and confirmed_at is null`;

const signaturesOf = (db: Reading, campaignId: number) =>
  db.selectFrom('signatures').where('campaign_id', '=', campaignId);

const lettersWithText = (db: Reading, campaignId: number) =>
  db.selectFrom('letters').where('campaign_id', '=', campaignId).where('text', 'is not', null);

type Due = ReturnType<typeof signaturesOf> | ReturnType<typeof lettersWithText>;

async function counted(due: Due): Promise<number> {
  const query = due as ReturnType<typeof signaturesOf>;
  const { count } = await query.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return count;
}

async function numbersOf(due: Due, most: number): Promise<number[]> {
  const query = due as ReturnType<typeof signaturesOf>;
  return (await query.select('id').limit(most).execute()).map(({ id }) => id);
}
