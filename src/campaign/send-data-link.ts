import { dayOf } from '../domain/clock.ts';
import { lettersOfAddress } from '../store/letters.ts';
import { mailStanding } from '../store/mail-standings.ts';
import { signatureOfAddress } from '../store/signatures.ts';
import type { Context, RunningCampaign } from './context.ts';
import { mayMail } from './mail-allowance.ts';
import { mintLink } from './mint-link.ts';
import { postMail } from './post-mail.ts';

/**
 * Mails a fresh link to what the campaign holds about an address, if it holds anything. Nobody but the mailbox's owner
 * learns whether it does; whoever asked has been answered before this begins.
 */
export async function sendDataLink(
  { store, vault, keyring, mailPace, now }: Context,
  campaign: RunningCampaign,
  address: string,
): Promise<void> {
  if (campaign.indexOf === undefined) return;
  const addressIndex = campaign.indexOf(address);
  const at = now();
  const seal = await keyring.mailSeal();
  await store.write(async (writing) => {
    const signature = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    const [letter] = await lettersOfAddress(writing.db, campaign.id, addressIndex);
    const locale = signature?.locale ?? letter?.locale;
    const today = dayOf(at);
    const standing = await mailStanding(writing.db, campaign.id, addressIndex, today);
    if (locale === undefined || !mayMail({ signature, standing, today, purpose: 'link' })) return;
    const token = await mintLink(writing, vault, { campaignId: campaign.id, addressIndex, now: at, alone: true });
    await postMail(writing, seal, {
      campaign,
      locale,
      to: address,
      addressIndex,
      message: { kind: 'your-data', data: { token } },
      now: at,
      delay: mailPace.delayOf(address),
    });
  });
}
