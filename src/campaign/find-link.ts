import { linkLapsed } from '../domain/signature.ts';
import { letterById } from '../store/letters.ts';
import { resubmissionById, type ResubmissionRow } from '../store/resubmissions.ts';
import type { LetterRow, Reading, SignatureRow } from '../store/schema.ts';
import { signatureById } from '../store/signatures.ts';
import { sameBytes } from '../vault/same-bytes.ts';
import type { Vault } from '../vault/vault.ts';

/** What a link from a mail is about. */
export type Link =
  | { about: 'signature'; state: LinkState; signature: SignatureRow; submission: SignatureRow | ResubmissionRow }
  | { about: 'letter'; state: LinkState; letter: LetterRow };

/** `pending`: to be confirmed; `done`: it was; `ended`: withdrawn or removed; `lapsed`: too late. */
export type LinkState = 'pending' | 'done' | 'lapsed' | 'ended';

/** Reads only: looking at a link, as mail scanners do, changes nothing. */
export async function findLink(db: Reading, vault: Vault, token: string, now: number): Promise<Link | undefined> {
  const read = vault.readToken(token);
  if (read === undefined) return undefined;
  if (read.kind === 'letter') {
    const letter = await letterById(db, read.id);
    if (letter === undefined || !sameBytes(letter.link_hash, read.hash)) return undefined;
    return { about: 'letter', letter, state: letterLinkState(letter, now) };
  }
  const submission = read.kind === 'signature' ? await signatureById(db, read.id) : await resubmissionById(db, read.id);
  if (submission === undefined || !sameBytes(submission.link_hash, read.hash)) return undefined;
  const signature = 'signature_id' in submission ? await signatureById(db, submission.signature_id) : submission;
  if (signature === undefined) return undefined;
  return {
    about: 'signature',
    signature,
    submission,
    state: signatureLinkState(signature, submission.created_at, now),
  };
}

export function signatureLinkState(signature: SignatureRow, submittedAt: number, now: number): LinkState {
  if (signature.state === 'confirmed') return 'done';
  if (signature.state === 'expired') return 'lapsed';
  if (signature.state !== 'pending') return 'ended';
  return linkLapsed(submittedAt, now) ? 'lapsed' : 'pending';
}

export function letterLinkState(letter: LetterRow, now: number): LinkState {
  if (letter.state === 'verified') return 'done';
  return letter.state === 'expired' || linkLapsed(letter.created_at, now) ? 'lapsed' : 'pending';
}
