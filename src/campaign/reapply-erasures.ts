import type { Erasure, WishToLeave } from '../domain/erasure.ts';
import { campaignId, campaignRow } from '../store/campaigns.ts';
import { forgetCodeTries } from '../store/code-tries.ts';
import { markOfForm, markOfPerson } from '../store/erasure-ledger.ts';
import { deleteLetter, letterById } from '../store/letters.ts';
import { deleteLinksOfAddress } from '../store/links.ts';
import { organizerKeys } from '../store/organizer-keys.ts';
import { deleteMessagesOfAddress } from '../store/outbox.ts';
import type { SignatureRow } from '../store/schema.ts';
import { deleteSignature, signatureById, updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';
import { endCampaign } from './close-campaign.ts';
import type { Context } from './context.ts';
import { hideName } from './hide-name.ts';
import { endKey } from './organizer-keys.ts';

/** Small enough that whoever comes in between hardly waits. */
const atOnce = 500;

/**
 * Does again what the ledger says was erased, withdrawn, hidden, closed or retired, and a backup has brought back. Numbers
 * that belong to somebody else by now are left alone.
 * @param vault without the server key, as on an organizer's own computer, nobody is retired again
 * @returns how often there was something to do
 */
export async function reapplyErasures({
  store,
  vault,
  ledger,
}: Pick<Context, 'store' | 'ledger'> & Partial<Pick<Context, 'vault'>>): Promise<number> {
  const erasures = await ledger.read();
  let count = 0;
  for (let at = 0; at < erasures.length; at += atOnce)
    count += await store.write(async (writing) => {
      let done = 0;
      for (const erasure of erasures.slice(at, at + atOnce)) if (await reapply(writing, vault, erasure)) done += 1;
      return done;
    });
  return count;
}

function reapply(writing: Writing, vault: Vault | undefined, erasure: Erasure): Promise<boolean> {
  const at = Date.parse(erasure.at) / 1000;
  if (erasure.kind === 'campaign') return closeAgain(writing, erasure.campaign, at);
  if (erasure.kind === 'organizer-key') return retireAgain(writing, vault, erasure.recipient, at);
  return leaveAgain(writing, erasure, at);
}

async function closeAgain(writing: Writing, slug: string, closedAt: number): Promise<boolean> {
  const row = await campaignRow(writing.db, slug);
  if (row === undefined || row.index_key === null) return false;
  await endCampaign(writing, row, closedAt);
  return true;
}

/** The last key stays, whatever the ledger says: without one nobody could open what comes in. */
async function retireAgain(
  writing: Writing,
  vault: Vault | undefined,
  recipient: string,
  retiredAt: number,
): Promise<boolean> {
  const active = (await organizerKeys(writing.db)).filter((key) => key.retired_at === null);
  const key = active.find((row) => row.recipient === recipient);
  if (key === undefined || active.length === 1 || vault === undefined) return false;
  await endKey(writing, vault, key, retiredAt);
  return true;
}

async function leaveAgain(
  writing: Writing,
  { campaign, kind, id, act, mark }: WishToLeave,
  at: number,
): Promise<boolean> {
  const row = kind === 'signature' ? await signatureById(writing.db, id) : await letterById(writing.db, id);
  if (row === undefined || mark !== (act === 'erase' ? markOfPerson(row) : markOfForm(row))) return false;
  if (row.campaign_id !== (await campaignId(writing.db, campaign))) return false;
  if (act !== 'erase') return 'confirmed_at' in row && withdrawAgain(writing, row, act, at);
  if ('confirmed_at' in row) await deleteSignature(writing, row, at);
  else await deleteLetter(writing, row.id);
  await deleteMessagesOfAddress(writing, row.campaign_id, row.address_index);
  await deleteLinksOfAddress(writing, row.campaign_id, row.address_index);
  await forgetCodeTries(writing, row.campaign_id, row.address_index);
  return true;
}

/** By an organizer, after it was confirmed. */
const isTakenOut = ({ state, confirmed_at }: SignatureRow): boolean => state === 'invalidated' && confirmed_at !== null;

async function withdrawAgain(
  writing: Writing,
  row: SignatureRow,
  act: WishToLeave['act'],
  at: number,
): Promise<boolean> {
  if (act === 'withdraw' && (row.state === 'confirmed' || isTakenOut(row)))
    await hideName(writing, row, 'withdrawn', at);
  else if (act === 'hide' && row.public === 1) await hideName(writing, row, row.state, at);
  else if (act === 'no-news' && row.no_news === 0) await updateSignature(writing, row, { no_news: 1 }, at);
  else return false;
  return true;
}
