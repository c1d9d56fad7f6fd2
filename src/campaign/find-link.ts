import { isElsewhere, linkLapsed } from '../domain/signature.ts';
import { letterById } from '../store/letters.ts';
import { resubmissionById, type ResubmissionRow } from '../store/resubmissions.ts';
import type { LetterRow, Reading, SignatureRow } from '../store/schema.ts';
import { signatureById } from '../store/signatures.ts';
import { sameBytes } from '../vault/same-bytes.ts';
import type { Context, RunningCampaign } from './context.ts';
import { formOf } from './seal-submission.ts';

/** What a link from a confirmation mail is about. */
export type Link = { campaign: RunningCampaign; state: LinkState; secret: Buffer } & (
  | { about: 'signature'; signature: SignatureRow; submission: SignatureRow | ResubmissionRow }
  | { about: 'letter'; letter: LetterRow }
);

/** `pending`: to be confirmed; `done`: it was; `ended`: withdrawn or removed; `lapsed`: too late. */
export type LinkState = 'pending' | 'done' | 'lapsed' | 'ended';

/** `gone`: we made the link, and what it was about is deleted. */
export type FindLinkOutcome = Link | 'unknown' | 'gone';

/** Reads only: looking at a link, as mail scanners do, changes nothing. */
export async function findLink(
  db: Reading,
  { vault, campaignOf, now }: Pick<Context, 'vault' | 'campaignOf' | 'now'>,
  token: string,
): Promise<FindLinkOutcome> {
  const read = vault.readToken(token);
  if (read === undefined || read.kind === 'me') return 'unknown';
  const { secret } = read;
  if (read.kind === 'letter') {
    const letter = await letterById(db, read.id);
    if (letter === undefined) return 'gone';
    const campaign = campaignOf(letter.campaign_id);
    if (campaign === undefined || !sameBytes(letter.link_hash, read.hash)) return 'unknown';
    return { about: 'letter', campaign, secret, letter, state: letterLinkState(campaign, letter, now()) };
  }
  const submission = read.kind === 'signature' ? await signatureById(db, read.id) : await resubmissionById(db, read.id);
  if (submission === undefined) return 'gone';
  const signature = 'signature_id' in submission ? await signatureById(db, submission.signature_id) : submission;
  const campaign = signature === undefined ? undefined : campaignOf(signature.campaign_id);
  if (signature === undefined || campaign === undefined || !sameBytes(submission.link_hash, read.hash))
    return 'unknown';
  const state = signatureLinkState(campaign, signature, submission, now());
  return { about: 'signature', campaign, secret, signature, submission, state };
}

export function signatureLinkState(
  campaign: RunningCampaign,
  signature: SignatureRow,
  submission: SignatureRow | ResubmissionRow,
  now: number,
): LinkState {
  if (signature.state === 'confirmed' && !mayReplace(signature, submission)) return 'done';
  if (!mayBeConfirmed(signature, submission)) return 'ended';
  return linkLapsed(submission.created_at, campaign.settings.retention.unconfirmedDays, now) ? 'lapsed' : 'pending';
}

/**
 * Whoever withdrew comes back by a form that was sent since, and whoever signed elsewhere confirms by one that they signed; those from before
 * were emptied when one was confirmed. A link confirms what came with it, and not what somebody has put in its place in the database.
 */
const mayBeConfirmed = (signature: SignatureRow, submission: SignatureRow | ResubmissionRow): boolean =>
  sameBytes(submission.form, formOf(submission.link_hash)) &&
  (signature.state === 'pending' || mayReplace(signature, submission));

const mayReplace = (signature: SignatureRow, submission: SignatureRow | ResubmissionRow): boolean =>
  (signature.state === 'withdrawn' || isElsewhere(signature)) &&
  'signature_id' in submission &&
  submission.own.length > 0;

export function letterLinkState(
  campaign: RunningCampaign,
  letter: Pick<LetterRow, 'state' | 'created_at'>,
  now: number,
): LinkState {
  if (letter.state === 'verified') return 'done';
  return linkLapsed(letter.created_at, campaign.settings.retention.unconfirmedDays, now) ? 'lapsed' : 'pending';
}
