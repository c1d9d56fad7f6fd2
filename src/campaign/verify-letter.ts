import { channelOf, takesMail } from '../domain/channel.ts';
import { toHour } from '../domain/clock.ts';
import type { LetterText } from '../domain/letter.ts';
import { placeOf } from '../domain/place.ts';
import { queueDeliveries, writtenToBefore } from '../store/letter-queue.ts';
import { deliveriesOf, settleDelivery, updateLetter } from '../store/letters.ts';
import type { LetterRow } from '../store/schema.ts';
import type { Writing } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';
import type { RunningCampaign } from './context.ts';
import type { MailSeal } from './keyring.ts';
import { mintLink } from './mint-link.ts';
import { postMail, type Mail } from './post-mail.ts';

interface Verified {
  vault: Vault;
  seal: MailSeal;
  campaign: RunningCampaign;
  letter: LetterRow;
  /** The link that the writer followed; undefined where a code was typed. */
  token: string | undefined;
  now: number;
}

/**
 * The writer's address is theirs: their letter joins the queue of each representative who gets mail, and a copy goes to the
 * writer. What goes by another channel waits until the writer says that they sent it.
 */
export async function verifyLetter(
  writing: Writing,
  { vault, seal, campaign, letter, token, now }: Verified,
): Promise<void> {
  const { id, locale, text, text_key: key } = letter;
  if (text === null || key === null) throw new Error(`letter ${id} has no text to send`);
  const place = placeOf.letterText(campaign.settings.slug, id);
  const { email } = vault.openByWrappedKey(place, key, text) as LetterText;
  const post = (to: string, message: Mail['message']): Promise<void> =>
    postMail(writing, seal, { campaign, locale, to, addressIndex: letter.address_index, message, now });

  await updateLetter(writing, letter, { state: 'verified', verified_at: toHour(now) });
  await queue(writing, letter, toHour(now));
  const fresh = { campaignId: campaign.id, addressIndex: letter.address_index, now, alone: false };
  const data = { letterId: id, token: token ?? (await mintLink(writing, vault, fresh)) };
  await post(email, { kind: 'letter-copy', data });
}

/** Only the first letter of one writer to one representative goes. */
async function queue(writing: Writing, letter: LetterRow, hour: number): Promise<void> {
  const before = await writtenToBefore(writing.db, letter);
  const deliveries = await deliveriesOf(writing.db, letter.id);
  const first: number[] = [];
  for (const { deliveryId, representative } of deliveries) {
    const channel = channelOf(representative);
    if (before.has(representative.id)) await settleDelivery(writing, deliveryId, 'repeated', hour);
    // Somebody who is paused and cannot be reached otherwise: until mail goes on.
    else if (channel === 'email' || (channel === 'none' && takesMail(representative))) first.push(deliveryId);
    else if (channel === 'none') await settleDelivery(writing, deliveryId, 'failed', hour);
  }
  await queueDeliveries(writing, first, hour);
}
