import { sameAddress } from '../domain/bounce.ts';
import { toHour } from '../domain/clock.ts';
import type { LetterText } from '../domain/letter.ts';
import { placeOf } from '../domain/place.ts';
import { campaignById } from '../store/campaigns.ts';
import { markBounced } from '../store/directories.ts';
import { deliveryById } from '../store/letters.ts';
import type { LetterRow } from '../store/schema.ts';
import type { Writing } from '../store/writer.ts';
import { SealBroken } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import type { Context } from './context.ts';
import { mintLink } from './mint-link.ts';
import { postMail } from './post-mail.ts';

/** `refusedBy` is the address that takes no mail, now or later; undefined where only this letter failed. */
export type GiveBack = (writing: Writing, deliveryId: number, refusedBy: string | undefined) => Promise<void>;

/**
 * Gives the text of a letter that did not arrive back to its writer, with whatever other way there is, while the text
 * is kept. Its representative is offered by mail no more if it was their address. Erased letters are nobody's.
 * @returns what to do in the transaction that settles the letter; keys are taken before it
 */
export async function giveBack({ vault, keyring, now }: Pick<Context, 'vault' | 'keyring' | 'now'>): Promise<GiveBack> {
  const seal = await keyring.mailSeal();
  return async (writing, deliveryId, refusedBy) => {
    const delivery = await deliveryById(writing.db, deliveryId);
    if (delivery === undefined) return;
    const { letter, representative } = delivery;
    const at = now();
    if (refusedBy !== undefined && sameAddress(refusedBy, representative.email))
      await markBounced(writing, representative.id, toHour(at));
    const row = await campaignById(writing.db, letter.campaign_id);
    const to = row === undefined ? undefined : writerOf(vault, row.slug, letter);
    if (row === undefined || to === undefined) return;
    const campaign = { id: row.id, settings: { slug: row.slug } };
    const { address_index: addressIndex, locale } = letter;
    const token = await mintLink(writing, vault, { campaignId: row.id, addressIndex, now: at, alone: false });
    const message = { kind: 'letter-returned' as const, data: { deliveryId, token } };
    await postMail(writing, seal, { campaign, locale, to, addressIndex, message, now: at });
  };
}

/** The writer's address, which nothing but the letter's text opens here. */
function writerOf(vault: Vault, slug: string, { id, text, text_key: key }: LetterRow): string | undefined {
  if (text === null || key === null) return undefined;
  try {
    return (vault.openByWrappedKey(placeOf.letterText(slug, id), key, text) as LetterText).email;
  } catch (error) {
    // Somebody changed the row: the letter is settled all the same.
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
