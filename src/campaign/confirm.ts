import { toHour } from '../domain/clock.ts';
import { codeTriesAnHour } from '../domain/limits.ts';
import { isClosed } from '../settings/campaign.ts';
import { countCodeTry } from '../store/code-tries.ts';
import { letterById, letterStandings } from '../store/letters.ts';
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

/** `source`: the code by which the signer came, or ''. */
export type CodeOutcome = { about: 'signature'; source: string } | { about: 'letter' } | 'wrong';

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
  const codeFits = (about: 'signature' | 'letter', id: number, row: { code_hash: Buffer } | undefined): boolean =>
    sameBytes(row?.code_hash ?? nobody, vault.codeHash(about, id, addressIndex, code));
  const seal = await keyring.mailSeal();
  return store.write(async (writing) => {
    const signature = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    const [letter] = await letterStandings(writing.db, campaign.id, addressIndex);
    const [newest = signature] = await resubmissionsOf(writing.db, signature?.id ?? 0);
    // An address that we do not know costs the same statements, so that the time of an answer tells nobody who has signed.
    const known = signature !== undefined || letter !== undefined;
    const tries = await countCodeTry(writing, campaign.id, known ? addressIndex : nobody, toHour(at));
    const fits = codeFits('signature', signature?.id ?? 0, newest);
    const fitsLetter = codeFits('letter', letter?.id ?? 0, letter);
    if (!known || tries > codeTriesAnHour) return 'wrong';

    if (signature !== undefined && newest !== undefined && fits) {
      const state = signatureLinkState(campaign, signature, newest, at);
      if (state === 'pending')
        await confirmSignature(writing, { vault, campaign, signature, submission: newest, now: at });
      if (state === 'pending' || state === 'done') return { about: 'signature', source: newest.source };
    }
    if (letter === undefined || !fitsLetter) return 'wrong';
    const state = letterLinkState(campaign, letter, at);
    const row = state === 'pending' ? await letterById(writing.db, letter.id) : undefined;
    if (row !== undefined)
      await verifyLetter(writing, { vault, seal, campaign, letter: row, token: undefined, now: at });
    return state === 'pending' || state === 'done' ? { about: 'letter' } : 'wrong';
  });
}

/** The index of no address. */
const nobody = Buffer.alloc(16);
