import { toHour } from '../domain/clock.ts';
import { codeTriesAnHour } from '../domain/limits.ts';
import { isClosed } from '../settings/campaign.ts';
import { writeNothing } from '../store/facts.ts';
import { countCodeTry } from '../store/code-tries.ts';
import { lettersOfAddress } from '../store/letters.ts';
import { emptyResubmissions, resubmissionsOf, type ResubmissionRow } from '../store/resubmissions.ts';
import type { SignatureRow } from '../store/schema.ts';
import { signatureOfAddress, updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import { sameBytes } from '../vault/same-bytes.ts';
import type { Context, RunningCampaign } from './context.ts';
import { findLink, letterLinkState, signatureLinkState, type Link } from './find-link.ts';
import { verifyLetter } from './verify-letter.ts';

/** What became of a link: `confirmed` also when it had been before, so that a second click is no error. */
export type ConfirmOutcome =
  { outcome: 'confirmed' | 'lapsed' | 'ended' | 'closed'; link: Link } | { outcome: 'unknown' };

/**
 * Confirms the signature or verifies the letter that a link is about. Idempotent.
 * @param campaignOf finds a campaign by its number; a closed one confirms nothing any more
 */
export const confirm = (
  { store, vault, now }: Context,
  campaignOf: (id: number) => RunningCampaign | undefined,
  token: string,
): Promise<ConfirmOutcome> =>
  store.write(async (writing) => {
    const link = await findLink(writing.db, vault, token, now());
    if (link === undefined) return { outcome: 'unknown' };
    const campaign = campaignOf((link.about === 'letter' ? link.letter : link.signature).campaign_id);
    if (campaign === undefined) return { outcome: 'unknown' };
    if (link.state === 'done') return { outcome: 'confirmed', link };
    if (link.state !== 'pending') return { outcome: link.state, link };
    if (isClosed(campaign.settings, now())) return { outcome: 'closed', link };
    if (link.about === 'letter') await verifyLetter(writing, link.letter, now());
    else await confirmSignature(writing, link.signature, link.submission, now());
    return { outcome: 'confirmed', link };
  });

export type CodeOutcome = 'signature' | 'letter' | 'wrong';

/**
 * The same with a typed code: for those whose mail program hides links or who fear them. An
 * unknown address, a wrong code and a sixth try within an hour look alike. Only the
 * newest mail's code works: each one more that did would help a guesser.
 */
export const confirmByCode = (
  { store, vault, now }: Context,
  campaign: RunningCampaign,
  address: string,
  code: string,
): Promise<CodeOutcome> =>
  store.write(async (writing) => {
    const addressIndex = vault.addressIndex(campaign.settings.slug, address);
    const codeHash = vault.codeHash(addressIndex, code);
    const at = now();
    if (isClosed(campaign.settings, at)) return 'wrong';
    const signature = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    const letters = await lettersOfAddress(writing.db, campaign.id, addressIndex);
    if (signature === undefined && letters.length === 0) {
      await writeNothing(writing);
      return 'wrong';
    }
    if ((await countCodeTry(writing, campaign.id, addressIndex, at)) > codeTriesAnHour) return 'wrong';
    if (signature !== undefined) {
      const [newest = signature] = await resubmissionsOf(writing.db, signature.id);
      const meant = sameBytes(newest.code_hash, codeHash) ? newest : undefined;
      const state = meant === undefined ? 'ended' : signatureLinkState(signature, meant.created_at, at);
      if (meant !== undefined && state === 'pending') await confirmSignature(writing, signature, meant, at);
      if (state === 'pending' || state === 'done') return 'signature';
    }
    const letter = letters.find((row, place) => place === 0 && sameBytes(row.code_hash, codeHash));
    const state = letter === undefined ? 'ended' : letterLinkState(letter, at);
    if (letter !== undefined && state === 'pending') await verifyLetter(writing, letter, at);
    return state === 'pending' || state === 'done' ? 'letter' : 'wrong';
  });

/** What was sent with the mail that was answered is what counts; what the other forms said is forgotten. */
async function confirmSignature(
  writing: Writing,
  signature: SignatureRow,
  submission: SignatureRow | ResubmissionRow,
  now: number,
): Promise<void> {
  const { name, email, country, postcode, comment, source, locale, petition_text_id, consent_text_id } = submission;
  const chosen = { name, email, country, postcode, comment, source, locale, petition_text_id, consent_text_id };
  await updateSignature(writing, signature, {
    ...chosen,
    public: submission.public,
    updates: submission.updates,
    state: 'confirmed',
    confirmed_at: toHour(now),
  });
  await emptyResubmissions(writing, signature.id);
}
