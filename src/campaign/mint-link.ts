import { dayOf, toHour } from '../domain/clock.ts';
import { insertLink } from '../store/links.ts';
import type { Writing } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';

interface Asked {
  campaignId: number;
  addressIndex: Buffer;
  now: number;
  /** Whether the mail that carries the link carries nothing else, and counts as a mail of its own. */
  alone: boolean;
}

/**
 * A fresh link to what we hold about an address. It shows state, text and choices; what was typed opens with the key
 * of the first mail's link alone.
 * @returns its token
 */
export async function mintLink(
  writing: Writing,
  vault: Vault,
  { campaignId, addressIndex, now, alone }: Asked,
): Promise<string> {
  const secret = vault.newSecret();
  const id = await insertLink(writing, {
    campaign_id: campaignId,
    address_index: addressIndex,
    link_hash: secret.hash,
    mail_day: alone ? dayOf(now) : 0,
    created_at: toHour(now),
  });
  return vault.token('me', id, secret);
}
