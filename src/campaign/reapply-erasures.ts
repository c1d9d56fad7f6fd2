import { stillMeant, type Erasure } from '../domain/erasure.ts';
import { campaignId } from '../store/campaigns.ts';
import { forgetCodeTries } from '../store/code-tries.ts';
import { markOfForm, markOfPerson } from '../store/erasure-ledger.ts';
import { deleteLetter, letterById } from '../store/letters.ts';
import { deleteLinksOfAddress } from '../store/links.ts';
import type { SignatureRow } from '../store/schema.ts';
import { deleteSignature, signatureById, updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { Context } from './context.ts';
import { hideName } from './hide-name.ts';

/** Small enough that whoever comes in between hardly waits. */
const atOnce = 500;

/**
 * Does again what the ledger says was erased, withdrawn or hidden, and a backup has brought back. Numbers that belong to
 * somebody else by now are left alone. @returns how many rows it was
 */
export async function reapplyErasures({ store, ledger }: Pick<Context, 'store' | 'ledger'>): Promise<number> {
  const erasures = stillMeant(await ledger.read());
  let count = 0;
  for (let at = 0; at < erasures.length; at += atOnce)
    count += await store.write(async (writing) => {
      let done = 0;
      for (const erasure of erasures.slice(at, at + atOnce)) if (await reapply(writing, erasure)) done += 1;
      return done;
    });
  return count;
}

async function reapply(writing: Writing, erasure: Erasure): Promise<boolean> {
  const { campaign, kind, id, act, mark } = erasure;
  const row = kind === 'signature' ? await signatureById(writing.db, id) : await letterById(writing.db, id);
  if (row === undefined || mark !== (act === 'erase' ? markOfPerson(row) : markOfForm(row))) return false;
  if (row.campaign_id !== (await campaignId(writing.db, campaign))) return false;
  if (act !== 'erase') return 'confirmed_at' in row && leaveAgain(writing, row, act);
  if ('confirmed_at' in row) await deleteSignature(writing, row);
  else await deleteLetter(writing, row.id);
  await deleteLinksOfAddress(writing, row.campaign_id, row.address_index);
  await forgetCodeTries(writing, row.campaign_id, row.address_index);
  return true;
}

/** @returns whether there was anything to do */
async function leaveAgain(
  writing: Writing,
  row: SignatureRow,
  act: Exclude<Erasure['act'], 'erase'>,
): Promise<boolean> {
  if (act === 'withdraw' && row.state === 'confirmed') await hideName(writing, row, 'withdrawn');
  else if (act === 'hide' && row.public === 1) await hideName(writing, row, row.state);
  else if (act === 'no-news' && row.no_news === 0) await updateSignature(writing, row, { no_news: 1 });
  else return false;
  return true;
}
