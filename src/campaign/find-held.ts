import type { Answered } from '../domain/letter.ts';
import { standingOf, type Standing } from '../domain/moderation.ts';
import { isElsewhere, linkLapsed, type ShownName, type SignatureRecord } from '../domain/signature.ts';
import { askedLinkDays } from '../domain/limits.ts';
import type { Campaign } from '../settings/campaign.ts';
import { answersOf } from '../store/answers.ts';
import { deliveriesOf, letterById, lettersOfAddress, type LetterDelivery } from '../store/letters.ts';
import { linkById } from '../store/links.ts';
import { invalidationById } from '../store/invalidations.ts';
import { publicName } from '../store/public-names.ts';
import { resubmissionById, waitingResubmissions, type ResubmissionRow } from '../store/resubmissions.ts';
import type { LetterRow, Reading, SignatureRow } from '../store/schema.ts';
import { signatureById, signatureOfAddress } from '../store/signatures.ts';
import { textById } from '../store/texts.ts';
import { sameBytes } from '../vault/same-bytes.ts';
import type { Vault } from '../vault/vault.ts';
import type { Context, RunningCampaign } from './context.ts';
import { openShown } from './shown-names.ts';
import { openOwnLetter, openOwnSignature, type OwnLetter } from './own-record.ts';

/** Everything that a campaign holds about one address, as far as a link's own key opens it. */
export interface Held {
  campaign: RunningCampaign;
  addressIndex: Buffer;
  signature: HeldSignature | undefined;
  letters: HeldLetter[];
}

export interface HeldSignature {
  row: SignatureRow;
  /** What was typed; undefined if another link's key opens it. */
  record: SignatureRecord | undefined;
  /** What its signer chose to show, and whether the page does. */
  shown: (ShownName & { country: string; standing: Standing }) | undefined;
  /** Where organizers took it out of the count: since when, in seconds, and why. */
  invalidated: { at: number; reason: string } | undefined;
  petitionText: string;
  consentText: string;
  /** Forms that were sent again and wait for their own mails' links. */
  resubmissions: number;
}

export interface HeldLetter {
  row: LetterRow;
  own: OwnLetter | undefined;
  deliveries: LetterDelivery[];
  /** What the writer told of answers. */
  answers: { representative: string; answered: Answered }[];
}

/** `gone`: we made the link, and what it led to is deleted. `lapsed`: a link that was asked for, and is too old. */
export type FindHeldOutcome = Held | 'unknown' | 'gone' | 'lapsed';

/** Reads only. Whoever has the link has read the address's mail, so all that was sent with that address is theirs. */
export async function findHeld(
  db: Reading,
  { vault, campaignOf, now }: Pick<Context, 'vault' | 'campaignOf' | 'now'>,
  token: string,
): Promise<FindHeldOutcome> {
  const read = vault.readToken(token);
  if (read === undefined) return 'unknown';
  const row = await rowOf(db, read.kind, read.id);
  if (row === undefined) return read.kind === 'me' ? 'lapsed' : 'gone';
  if (!sameBytes(row.link_hash, read.hash)) return 'unknown';
  if (read.kind === 'me' && linkLapsed(row.created_at, askedLinkDays, now())) return 'lapsed';
  const owner = 'signature_id' in row ? await signatureById(db, row.signature_id) : row;
  const campaign = owner === undefined ? undefined : campaignOf(owner.campaign_id);
  if (owner === undefined || campaign === undefined) return 'unknown';

  const signature = await signatureOfAddress(db, campaign.id, owner.address_index);
  const resubmission = 'signature_id' in row ? row : undefined;
  const letters = await lettersOfAddress(db, campaign.id, owner.address_index);
  const held: Held = {
    campaign,
    addressIndex: owner.address_index,
    signature:
      signature === undefined
        ? undefined
        : await heldSignature(db, vault, campaign.settings, signature, resubmission, read.secret),
    letters: await Promise.all(
      letters.map(async (letter) => ({
        row: letter,
        own: openOwnLetter(read.secret, campaign.settings.slug, letter),
        deliveries: await deliveriesOf(db, letter.id),
        answers: (await answersOf(db, letter.id)).flatMap(({ representative, answered }) =>
          answered === null ? [] : [{ representative, answered }],
        ),
      })),
    ),
  };
  return held.signature === undefined && held.letters.length === 0 ? 'gone' : held;
}

function rowOf(db: Reading, kind: 'signature' | 'resubmission' | 'letter' | 'me', id: number) {
  if (kind === 'signature') return signatureById(db, id);
  if (kind === 'resubmission') return resubmissionById(db, id);
  return kind === 'letter' ? letterById(db, id) : linkById(db, id);
}

async function heldSignature(
  db: Reading,
  vault: Vault,
  campaign: Campaign,
  signature: SignatureRow,
  resubmission: ResubmissionRow | undefined,
  secret: Buffer,
): Promise<HeldSignature> {
  const open = (form: Pick<SignatureRow, 'own' | 'form'>) =>
    openOwnSignature(secret, campaign.slug, signature.id, form);
  const resubmitted = resubmission === undefined ? undefined : open(resubmission);
  // While it waits, the form that came with this link is what its owner asks about. One that was gathered elsewhere counts meanwhile.
  const row =
    resubmitted === undefined || isElsewhere(signature)
      ? signature
      : { ...signature, ...resubmission, id: signature.id };
  return {
    row,
    record: resubmitted ?? open(signature),
    shown: await shownName(db, vault, campaign, signature.id),
    invalidated: await invalidationOf(db, signature),
    petitionText: await textById(db, row.petition_text_id),
    consentText: await textById(db, row.consent_text_id),
    resubmissions: (await waitingResubmissions(db, signature.id)).length,
  };
}

async function shownName(
  db: Reading,
  vault: Vault,
  { slug, moderation }: Campaign,
  id: number,
): Promise<HeldSignature['shown']> {
  const row = await publicName(db, id);
  const shown = row === undefined ? undefined : openShown(vault, slug, row);
  if (row === undefined || shown === undefined || row.withheld === 1) return undefined;
  return { ...shown, country: row.country, standing: standingOf(row.moderation, moderation) };
}

async function invalidationOf(db: Reading, signature: SignatureRow): Promise<HeldSignature['invalidated']> {
  const { state, invalidation_id: id } = signature;
  const row = state === 'invalidated' && id !== null ? await invalidationById(db, id) : undefined;
  return row === undefined ? undefined : { at: row.made_at, reason: row.reason };
}
