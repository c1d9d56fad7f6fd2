import { codeTriesAnHour } from '../domain/limits.ts';
import { isClosed } from '../settings/campaign.ts';
import { countCodeTry } from '../store/code-tries.ts';
import { writeNothing } from '../store/facts.ts';
import { lettersOfAddress } from '../store/letters.ts';
import { resubmissionsOf } from '../store/resubmissions.ts';
import { signatureOfAddress } from '../store/signatures.ts';
import { sameBytes } from '../vault/same-bytes.ts';
import { confirmSignature } from './confirm-signature.ts';
import type { Context, RunningCampaign } from './context.ts';
import { findLink, letterLinkState, signatureLinkState, type Link } from './find-link.ts';
import { verifyLetter } from './verify-letter.ts';

/** What became of a link: `confirmed` also when it had been before, so that a second click is no error. */
export type ConfirmOutcome =
  { outcome: 'confirmed' | 'lapsed' | 'ended' | 'closed'; link: Link } | { outcome: 'unknown' } | { outcome: 'gone' };

/** Confirms the signature or verifies the letter that a link is about. Idempotent. A closed campaign confirms nothing. */
export async function confirm(context: Context, token: string): Promise<ConfirmOutcome> {
  const { store, vault, keyring, now } = context;
  const seal = await keyring.mailSeal();
  return store.write(async (writing) => {
    const link = await findLink(writing.db, context, token);
    if (link === 'unknown' || link === 'gone') return { outcome: link };
    const { campaign } = link;
    if (link.state === 'done') return { outcome: 'confirmed', link };
    if (link.state !== 'pending') return { outcome: link.state, link };
    if (isClosed(campaign.settings, now())) return { outcome: 'closed', link };
    if (link.about === 'letter')
      await verifyLetter(writing, { vault, seal, campaign, letter: link.letter, token, now: now() });
    else await confirmSignature(writing, { vault, ...link, now: now() });
    return { outcome: 'confirmed', link };
  });
}

export type CodeOutcome = 'signature' | 'letter' | 'wrong';

/**
 * The same with a typed code: for those whose mail program hides links or who fear them. An
 * unknown address, a wrong code and a sixth try within an hour look alike. Only the
 * newest mail's code works: each one more that did would help a guesser.
 */
export async function confirmByCode(
  { store, vault, keyring, now }: Context,
  campaign: RunningCampaign,
  address: string,
  code: string,
): Promise<CodeOutcome> {
  const at = now();
  if (isClosed(campaign.settings, at) || campaign.indexOf === undefined) return 'wrong';
  const addressIndex = campaign.indexOf(address);
  const codeHash = vault.codeHash(addressIndex, code);
  const seal = await keyring.mailSeal();
  return store.write(async (writing) => {
    const signature = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    const letters = await lettersOfAddress(writing.db, campaign.id, addressIndex);
    if (signature === undefined && letters.length === 0) {
      await writeNothing(writing);
      return 'wrong';
    }
    if ((await countCodeTry(writing, campaign.id, addressIndex, at)) > codeTriesAnHour) return 'wrong';
    if (signature !== undefined) {
      const [newest = signature] = await resubmissionsOf(writing.db, signature.id);
      const submission = sameBytes(newest.code_hash, codeHash) ? newest : undefined;
      const state = submission === undefined ? 'ended' : signatureLinkState(campaign, signature, submission, at);
      if (submission !== undefined && state === 'pending')
        await confirmSignature(writing, { vault, campaign, signature, submission, now: at });
      if (state === 'pending' || state === 'done') return 'signature';
    }
    const letter = letters.find((row, place) => place === 0 && sameBytes(row.code_hash, codeHash));
    const state = letter === undefined ? 'ended' : letterLinkState(campaign, letter, at);
    if (letter !== undefined && state === 'pending')
      await verifyLetter(writing, { vault, seal, campaign, letter, token: undefined, now: at });
    return state === 'pending' || state === 'done' ? 'letter' : 'wrong';
  });
}
