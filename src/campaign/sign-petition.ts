import { dayOf, toHour } from '../domain/clock.ts';
import { endedStates, linkLapsed, type SignatureInput } from '../domain/signature.ts';
import { isClosed } from '../settings/campaign.ts';
import { writeNothing } from '../store/facts.ts';
import { insertMessage } from '../store/outbox.ts';
import { deleteResubmissions, insertResubmission } from '../store/resubmissions.ts';
import type { SignatureRow, Submission } from '../store/schema.ts';
import { insertSignature, signatureOfAddress, updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { LinkKind, Secret } from '../vault/vault.ts';
import type { Context, RunningCampaign } from './context.ts';
import { mayMail } from './mail-allowance.ts';

/** What the page may tell; it tells the same for all but `closed`, so that nobody learns who signed. */
export type SignOutcome = 'signed' | 'signed-again' | 'already-signed' | 'mailed-enough' | 'closed';

/** Stores a signature as pending, with the mail that asks its address to confirm it. */
export async function signPetition(
  { store, vault, now }: Context,
  campaign: RunningCampaign,
  locale: string,
  input: SignatureInput,
): Promise<SignOutcome> {
  const at = now();
  if (isClosed(campaign.settings, at)) return 'closed';
  const addressIndex = vault.addressIndex(campaign.settings.slug, input.email);
  const secret = vault.newSecret();
  const submission = submissionOf(campaign, locale, input, secret, vault.codeHash(addressIndex, secret.code), at);

  return store.write(async (writing) => {
    const before = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    if (
      !(await mayMail(writing, {
        campaignId: campaign.id,
        addressIndex,
        signature: before,
        now: at,
        purpose: 'signature',
      }))
    ) {
      await writeNothing(writing);
      return 'mailed-enough';
    }
    const mailed = before === undefined ? undefined : mailedOnceMore(before, at);
    const send = (kind: LinkKind, id: number): Promise<void> =>
      insertMessage(writing, {
        campaignId: campaign.id,
        locale,
        to: input.email,
        message: { kind: 'confirm-signature', data: { token: vault.token(kind, id, secret), code: secret.code } },
        now: at,
      });

    if (before === undefined) {
      const first = {
        campaign_id: campaign.id,
        address_index: addressIndex,
        state: 'pending' as const,
        mail_day: dayOf(at),
        mails_that_day: 1,
        confirmed_at: null,
      };
      await send('signature', await insertSignature(writing, { ...submission, ...first }));
      return 'signed';
    }
    if (startsAfresh(before, at)) {
      await deleteResubmissions(writing, before.id);
      await updateSignature(writing, before, { ...submission, ...mailed, state: 'pending', confirmed_at: null });
      await send('signature', before.id);
      return 'signed-again';
    }
    if (before.state === 'pending') {
      // The newer mail's link has its week too: expiry looks at the signature alone.
      await updateSignature(writing, before, { ...mailed, created_at: submission.created_at });
      await send('resubmission', await insertResubmission(writing, before.id, submission));
      return 'signed-again';
    }
    await updateSignature(writing, before, { ...mailed });
    return tellOwner(writing, campaign.id, before, at);
  });
}

/** To the address as it first signed: nothing that was typed now goes anywhere. */
async function tellOwner(
  writing: Writing,
  campaignId: number,
  signature: SignatureRow,
  now: number,
): Promise<SignOutcome> {
  const message = { kind: 'already-signed' as const, data: {} };
  await insertMessage(writing, { campaignId, locale: signature.locale, to: signature.email, message, now });
  return 'already-signed';
}

const startsAfresh = (before: SignatureRow, now: number): boolean =>
  endedStates.includes(before.state) || (before.state === 'pending' && linkLapsed(before.created_at, now));

function mailedOnceMore(before: SignatureRow, now: number): { mail_day: number; mails_that_day: number } {
  const today = dayOf(now);
  return { mail_day: today, mails_that_day: before.mail_day === today ? before.mails_that_day + 1 : 1 };
}

function submissionOf(
  campaign: RunningCampaign,
  locale: string,
  input: SignatureInput,
  secret: Secret,
  codeHash: Buffer,
  now: number,
): Submission {
  const wording = campaign.wordings[locale] ?? campaign.wordings[campaign.settings.defaultLocale];
  if (wording === undefined) throw new Error(`no wording of ${campaign.settings.slug} in ${locale}`);
  return {
    ...input,
    postcode: campaign.settings.fields.postcode ? input.postcode : '',
    comment: campaign.settings.fields.comment ? input.comment : '',
    public: input.public ? 1 : 0,
    updates: input.updates ? 1 : 0,
    locale,
    petition_text_id: wording.petitionTextId,
    consent_text_id: wording.consentTextId,
    link_hash: secret.hash,
    code_hash: codeHash,
    created_at: toHour(now),
  };
}
