import { dayOf, toHour } from '../domain/clock.ts';
import type { LetterInput } from '../domain/letter.ts';
import { isClosed } from '../settings/campaign.ts';
import { insertLetter } from '../store/letters.ts';
import { writeNothing } from '../store/facts.ts';
import { insertMessage } from '../store/outbox.ts';
import { signatureOfAddress } from '../store/signatures.ts';
import type { Context, RunningCampaign } from './context.ts';
import { chosenRepresentatives, type Sending } from '../store/fit-representatives.ts';
import { mayMail } from './mail-allowance.ts';

/** `written` and `mailed-enough` look the same on the page. */
export type WriteOutcome = 'written' | 'mailed-enough' | 'closed' | 'unknown-representative';

/** Stores a letter as pending, with the mail that asks its writer's address to verify it. */
export async function writeLetter(
  context: Context,
  campaign: RunningCampaign,
  locale: string,
  sending: Sending,
  input: LetterInput,
): Promise<WriteOutcome> {
  const { store, vault, now } = context;
  const at = now();
  if (isClosed(campaign.settings, at)) return 'closed';
  const { representatives, ...typed } = input;
  if ((await chosenRepresentatives(context, sending, representatives)) === undefined) return 'unknown-representative';
  const addressIndex = vault.addressIndex(campaign.settings.slug, input.email);
  const secret = vault.newSecret();

  return store.write(async (writing) => {
    const signature = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    if (!(await mayMail(writing, { campaignId: campaign.id, addressIndex, signature, now: at, purpose: 'letter' }))) {
      await writeNothing(writing);
      return 'mailed-enough';
    }
    const row = {
      ...typed,
      campaign_id: campaign.id,
      state: 'pending' as const,
      address_index: addressIndex,
      locale,
      link_hash: secret.hash,
      code_hash: vault.codeHash(addressIndex, secret.code),
      mail_day: dayOf(at),
      created_at: toHour(at),
      verified_at: null,
      scrubbed_at: null,
    };
    const id = await insertLetter(writing, row, representatives);
    const data = { token: vault.token('letter', id, secret), code: secret.code };
    await insertMessage(writing, {
      campaignId: campaign.id,
      locale,
      to: input.email,
      message: { kind: 'verify-letter', data },
      now: at,
    });
    return 'written';
  });
}
