import type { Erasure } from '../domain/erasure.ts';
import { campaignId } from '../store/campaigns.ts';
import { personMark } from '../store/erasure-ledger.ts';
import { deleteLetter, letterById } from '../store/letters.ts';
import { deleteSignature, signatureById } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { Context } from './context.ts';

/** Small enough that whoever comes in between hardly waits. */
const atOnce = 500;

/**
 * Deletes what the ledger says was erased and a backup has brought back. Numbers that belong to somebody else by now
 * are left alone. @returns how many rows went
 */
export async function reapplyErasures({ store, ledger }: Pick<Context, 'store' | 'ledger'>): Promise<number> {
  const erasures = await ledger.read();
  let gone = 0;
  for (let at = 0; at < erasures.length; at += atOnce)
    gone += await store.write(async (writing) => {
      let deleted = 0;
      for (const erasure of erasures.slice(at, at + atOnce)) if (await erase(writing, erasure)) deleted += 1;
      return deleted;
    });
  return gone;
}

async function erase(writing: Writing, { campaign, kind, id, person }: Erasure): Promise<boolean> {
  const row = kind === 'signature' ? await signatureById(writing.db, id) : await letterById(writing.db, id);
  if (row === undefined || personMark(row.address_index) !== person) return false;
  if (row.campaign_id !== (await campaignId(writing.db, campaign))) return false;
  if ('confirmed_at' in row) await deleteSignature(writing, row);
  else await deleteLetter(writing, row.id);
  return true;
}
